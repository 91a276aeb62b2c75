#include "common/store/related/word_vectors.h"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <utility>

#include "common/base/error.h"
#include "common/base/message.h"
#include "common/store/folder/durable_file.h"
#include "common/store/streams/checksum.h"
#include "common/store/streams/varint.h"

namespace hemero {

namespace {

constexpr std::string_view file_mark = "hemero related 1\n";
constexpr std::size_t checksum_bytes = 4;
constexpr float most_steps = 127;

std::string checksum_of(std::string_view bytes) {
  const std::uint32_t sum = checksum32(bytes);
  std::string text;
  for (std::size_t i = 0; i < checksum_bytes; ++i) text += static_cast<char>(sum >> (8 * i) & 0xFFU);
  return text;
}

void append_text(std::string& bytes, std::string_view text) {
  append_varint(bytes, text.size());
  bytes += text;
}

/// Reads what append_text() and append_varint() wrote; `sound` is false from the first text on that ends behind the
/// bytes.
struct Reader {
  std::string_view bytes;
  std::size_t at = 0;
  bool sound = true;

  std::uint64_t number() { return read_varint(bytes, at); }
  std::string text() {
    const std::uint64_t size = number();
    sound = sound && size <= bytes.size() - at;
    if (!sound) return {};
    at += size;
    return std::string(bytes.substr(at - size, size));
  }
  std::size_t left() const { return bytes.size() - at; }
};

float length_of(std::span<const std::int8_t> steps) {
  std::int64_t square = 0;
  for (const std::int8_t step : steps) square += std::int64_t{step} * step;
  return std::sqrt(static_cast<float>(square));
}

}  // namespace

WordVectors::WordVectors(LearntState state, std::uint64_t texts, std::vector<LearntWord> words,
                         const std::vector<float>& directions)
    : state_(std::move(state)),
      texts_(texts),
      words_(std::move(words)),
      dimensions_(words_.empty() ? 0 : directions.size() / words_.size()),
      steps_(directions.size()) {
  for (std::size_t word = 0; word < words_.size(); ++word) {
    const auto numbers = std::span(directions).subspan(word * dimensions_, dimensions_);
    float greatest = 0;
    for (const float number : numbers) greatest = std::max(greatest, std::abs(number));
    if (greatest == 0) continue;
    for (std::size_t i = 0; i < dimensions_; ++i)
      steps_[word * dimensions_ + i] = static_cast<std::int8_t>(std::lround(numbers[i] / greatest * most_steps));
  }
}

std::optional<WordVectors> WordVectors::decode(std::string_view bytes) {
  WordVectors vectors;
  if (!vectors.decode_all(bytes)) return std::nullopt;
  return vectors;
}

bool WordVectors::decode_all(std::string_view bytes) {
  if (!bytes.starts_with(file_mark) || bytes.size() < file_mark.size() + checksum_bytes) return false;
  const std::string_view content = bytes.substr(0, bytes.size() - checksum_bytes);
  if (bytes.substr(content.size()) != checksum_of(content)) return false;
  Reader reader{content, file_mark.size()};
  state_.archive = reader.text();
  state_.analyzer = reader.text();
  state_.batch = reader.number();
  state_.stamp = reader.number();
  texts_ = reader.number();
  const std::uint64_t words = reader.number();
  dimensions_ = reader.number();
  for (std::uint64_t i = 0; i < words && reader.sound && reader.left() > 0; ++i) {
    std::string folded = reader.text();
    std::string label = reader.text();
    words_.push_back({std::move(folded), std::move(label), static_cast<std::uint32_t>(reader.number())});
  }
  const bool fits = reader.sound && words_.size() == words && dimensions_ <= reader.left() + 1 &&
                    reader.left() == words * dimensions_ &&
                    std::is_sorted(words_.begin(), words_.end(),
                                   [](const LearntWord& a, const LearntWord& b) { return a.folded < b.folded; });
  if (!fits) return false;
  for (const char byte : content.substr(reader.at)) steps_.push_back(static_cast<std::int8_t>(byte));
  return true;
}

std::string WordVectors::encode() const {
  std::string bytes(file_mark);
  append_text(bytes, state_.archive);
  append_text(bytes, state_.analyzer);
  for (const std::uint64_t number :
       {state_.batch, state_.stamp, texts_, std::uint64_t{words_.size()}, std::uint64_t{dimensions_}})
    append_varint(bytes, number);
  for (const LearntWord& word : words_) {
    append_text(bytes, word.folded);
    append_text(bytes, word.label);
    append_varint(bytes, word.texts);
  }
  for (const std::int8_t step : steps_) bytes += static_cast<char>(step);
  return bytes + checksum_of(bytes);
}

std::optional<std::size_t> WordVectors::find(std::string_view folded) const {
  const auto found = std::ranges::lower_bound(words_, folded, {}, &LearntWord::folded);
  if (found == words_.end() || found->folded != folded) return std::nullopt;
  return static_cast<std::size_t>(found - words_.begin());
}

std::vector<float> WordVectors::direction(std::size_t word) const {
  const std::span<const std::int8_t> numbers = steps(word);
  const float length = length_of(numbers);
  std::vector<float> direction(numbers.begin(), numbers.end());
  for (float& number : direction) number /= length > 0 ? length : 1;
  return direction;
}

std::vector<float> WordVectors::similarities(std::span<const float> direction) const {
  std::vector<float> similarities;
  similarities.reserve(words_.size());
  for (std::size_t word = 0; word < words_.size(); ++word) {
    const std::span<const std::int8_t> numbers = steps(word);
    const float length = length_of(numbers);
    const float product = std::inner_product(numbers.begin(), numbers.end(), direction.begin(), 0.0F);
    similarities.push_back(length > 0 ? product / length : 0);
  }
  return similarities;
}

std::filesystem::path word_vectors_file(const ArchiveFolder& folder) { return folder.path / "related"; }

std::optional<WordVectors> read_word_vectors(const ArchiveFolder& folder) {
  const std::filesystem::path file = word_vectors_file(folder);
  if (!std::filesystem::exists(file)) return std::nullopt;
  auto vectors = WordVectors::decode(read_bytes(file));
  if (!vectors)
    throw Error(ErrorCode::bad_data, message("{} is damaged", file.string()), message("run “hemero-index relate”"));
  return vectors;
}

void write_word_vectors(const ArchiveFolder& folder, const WordVectors& vectors) {
  const std::filesystem::path file = word_vectors_file(folder);
  const std::filesystem::path fresh = file.string() + ".new";
  write_durably(fresh, vectors.encode());
  replace_file(fresh, file);
}

}  // namespace hemero
