#include "common/store/copies/known_texts.h"

#include <algorithm>

namespace hemero {

namespace {

constexpr std::size_t most_texts = 16'384;    ///< of some 400 bytes
constexpr std::size_t most_compared = 256;    ///< of some 10 KB
constexpr std::size_t most_pairs = 65'536;    ///< of some 40 bytes
constexpr std::size_t streams_at_once = 256;  ///< that are read before their memory, 64 KB around each, is given back

}  // namespace

std::size_t KnownTexts::number(VersionId version) {
  const auto known = by_version_.find(static_cast<std::uint32_t>(version));
  if (known != by_version_.end()) return known->second;
  const auto glance = glances_.of(version, [this](VersionId read) { return codes(read); });
  const std::size_t next = texts_.size();
  const std::size_t number = glance ? by_content_.try_emplace(glance->content, next).first->second : next;
  if (number == next)
    texts_.push_back({glance ? glance->sketch : ShingleSketch(), signatures_.signature(version), std::nullopt, {}});
  texts_[number].versions.push_back(version);
  by_version_.emplace(static_cast<std::uint32_t>(version), number);
  return number;
}

std::optional<std::string_view> KnownTexts::codes(VersionId version) {
  if (++read_ % streams_at_once == 0) streams_.give_back();
  const auto stored = streams_.codes(version);
  if (stored || !make_) return stored;
  made_ = make_(version);
  return made_;
}

const Shingles& KnownTexts::shingles_of(std::size_t number) {
  const auto [known, fresh] = compared_.try_emplace(number);
  if (fresh) known->second = Shingles(compared_words(codes(texts_[number].versions.front()).value_or("")));
  return known->second;
}

const TextSignature& KnownTexts::telling(std::size_t number) {
  std::optional<TextSignature>& known = texts_[number].telling;
  if (!known) known = signatures_.telling(texts_[number].signature);
  return *known;
}

/// True when one is looked for beside the other.
bool KnownTexts::meet(std::size_t a, std::size_t b) {
  return texts_[a].signature == texts_[b].signature || telling(a).meets(telling(b));
}

double KnownTexts::likeness(std::size_t a, std::size_t b) {
  if (!may_be_copies(texts_[a].sketch, texts_[b].sketch) || !meet(a, b)) return 0;
  if (likeness_.size() >= most_pairs) likeness_.clear();
  const auto [known, fresh] = likeness_.try_emplace(std::uint64_t{std::min(a, b)} << 32 | std::max(a, b));
  if (fresh) known->second = compare(a, b);
  return known->second;
}

double KnownTexts::compare(std::size_t a, std::size_t b) {
  if (compared_.size() >= most_compared) compared_.clear();
  return copy_likeness(shingles_of(a), shingles_of(b));
}

std::vector<VersionId> KnownTexts::around(std::size_t number) {
  const TextSignature signature = texts_[number].signature;
  return is_short(texts_[number].sketch.sequences) ? signatures_.equal(signature) : signatures_.meeting(signature);
}

void KnownTexts::limit_memory() {
  if (texts_.size() < most_texts) return;
  texts_.clear();
  by_version_.clear();
  by_content_.clear();
  compared_.clear();
  likeness_.clear();
}

}  // namespace hemero
