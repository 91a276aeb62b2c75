#include "indexer/prose/byline_names.h"

#include <algorithm>
#include <array>

#include "common/text/line_shape.h"
#include "indexer/prose/paragraphs.h"
#include "indexer/prose/signature.h"

namespace hemero {

namespace {

constexpr std::size_t longest_name = 5;  ///< words
constexpr auto nowhere = BylineLine::nowhere;

bool is_particle(std::string_view word) {
  constexpr std::array<std::string_view, 16> known{"de",  "du",  "des", "la", "le", "van", "von", "der",
                                                   "den", "ben", "bin", "el", "al", "da",  "di",  "y"};
  return is_one_of(word, known);
}

/// The name in front of a date, with a sign between them: "Claire Vasseur – 11 août 2021", "Claire Vasseur • Publié le
/// 11 août 2021".
std::vector<std::string> names_before_date(const BylineLine& line, std::size_t behind) {
  std::size_t end = behind;
  while (end > 0 && line.words[end - 1].begin >= line.date->begin) --end;
  bool joined = false;
  for (; end > 0; --end) {
    const bool sign = line.is_separator(end - 1);
    joined = joined || sign;
    if (!sign && line.words[end - 1].shape != "le" && !line.announces_publication(end - 1)) break;
  }
  const std::string_view name = end == 0 ? "" : line.text.substr(0, line.words[end - 1].end);
  if (!joined || !is_full_name(name)) return {};
  return {std::string(name)};
}

}  // namespace

NameReader::NameReader(const BylineLine& line, std::size_t first) : line_(line), at_(first) {
  while (at_ < line.words.size() && read_word()) ++at_;
  finish_name();
}

bool NameReader::read_word() {
  const BylineWord& word = line_.words[at_];
  std::string_view text = line_.text_of(word);
  if (begin_ != nowhere && word.starts_line) return false;
  if (text == "et" || text == "&") return finish_name();
  if (line_.announces_publication(at_) || line_.announces_update(at_)) return false;
  const bool comma = text.ends_with(',');
  const bool full_stop = text.ends_with('.') && at_ + 1 == line_.words.size() && text.size() > 4;
  if (comma || full_stop) text.remove_suffix(1);
  if (!belongs(text)) return false;
  if (begin_ == nowhere) begin_ = word.begin;
  end_ = word.begin + text.size();
  ++length_;
  return comma ? after_comma() : length_ <= longest_name;
}

bool NameReader::belongs(std::string_view text) const {
  const bool more = at_ + 1 < line_.words.size();
  return begins_as_name(text) ||
         (begin_ != nowhere && more && is_particle(text) && begins_as_name(line_.text_of(line_.words[at_ + 1])));
}

/// A comma may stand before another name, of two words at least; one word is a place or a job.
bool NameReader::after_comma() {
  const bool two_more = at_ + 2 < line_.words.size();
  return finish_name() && two_more && begins_as_name(line_.text_of(line_.words[at_ + 1])) &&
         begins_as_name(line_.text_of(line_.words[at_ + 2]));
}

bool NameReader::finish_name() {
  if (begin_ != nowhere && length_ <= longest_name) names_.emplace_back(line_.text.substr(begin_, end_ - begin_));
  begin_ = nowhere;
  length_ = 0;
  return true;
}

bool is_full_name(std::string_view text) {
  constexpr std::array<std::string_view, 8> articles{"le", "la", "les", "un", "une", "par", "photo", "lecture"};
  const BylineLine line(text);
  if (line.words.size() < 2 || line.words.size() > 4 || is_one_of(line.words.front().shape, articles)) return false;
  const std::string_view first = line.text_of(line.words.front());
  const NameReader reader(line, 0);
  return !first.starts_with("L’") && !first.starts_with("L'") && reader.read_all() && reader.names().size() == 1 &&
         reader.names().front().size() == text.size();
}

std::vector<std::string> signed_names(const BylineLine& line) {
  for (std::size_t i = 0; i + 1 < line.words.size(); ++i)
    if (line.words[i].shape == "par")
      if (NameReader reader(line, i + 1); !reader.names().empty()) return reader.names();
  return {};
}

std::vector<std::string> names_behind_date(const BylineLine& line) {
  std::size_t begin = nowhere;
  for (std::size_t i = 0; i <= line.words.size(); ++i) {
    const bool last = i == line.words.size();
    if (!last && (line.words[i].begin < line.date->end || !line.is_separator(i))) continue;
    const std::size_t end = last ? line.text.size() : line.words[i].begin;
    if (begin != nowhere)
      if (const auto part = trimmed(line.text.substr(begin, end - begin)); is_full_name(part))
        return {std::string(part)};
    if (!last) begin = line.words[i].end;
  }
  return {};
}

std::vector<std::string> names_beside_date(const BylineLine& line) {
  if (line.date->date.precision < DatePrecision::day) return {};
  std::size_t at = 0;
  while (at < line.words.size() && line.words[at].begin < line.date->end) ++at;
  if (at == line.words.size()) return names_before_date(line, at);
  const std::string_view before = trimmed(line.text.substr(0, line.date->begin));
  if (!before.empty() && line_shape(before) != "le") return {};
  const std::size_t behind = at;
  while (at < line.words.size() && (line.words[at].shape == "par" || line.is_separator(at))) ++at;
  const NameReader reader(line, at);
  const auto is_full = [](const std::string& name) { return name.find(' ') != nowhere; };
  const bool names =
      at > behind && reader.read_all() && std::all_of(reader.names().begin(), reader.names().end(), is_full);
  return names ? reader.names() : std::vector<std::string>();
}

}  // namespace hemero
