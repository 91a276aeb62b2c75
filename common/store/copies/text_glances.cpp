#include "common/store/copies/text_glances.h"

#include <algorithm>
#include <bit>

namespace hemero {

namespace {

constexpr std::size_t most_remembered = std::size_t{1} << 17;

TextGlance glance_at(std::string_view codes) {
  const std::vector<std::uint32_t> words = compared_words(codes);
  const std::string_view bytes(reinterpret_cast<const char*>(words.data()), words.size() * sizeof words[0]);
  return {hash128(bytes), sketch(words)};
}

}  // namespace

TextGlances::Remembered& TextGlances::place_of(VersionId version) {
  const auto number = static_cast<std::size_t>(version);
  if (number >= remembered_.size() && remembered_.size() < most_remembered)
    remembered_.resize(std::min(most_remembered, std::bit_ceil(number + 1)));
  return remembered_[number % remembered_.size()];
}

void TextGlances::note(VersionId version, std::string_view codes) { place_of(version) = {version, glance_at(codes)}; }

std::optional<TextGlance> TextGlances::of(VersionId version, const ReadCodes& codes) {
  Remembered& remembered = place_of(version);
  if (remembered.version != version) {
    const auto read = codes(version);
    if (!read) return std::nullopt;
    remembered = {version, glance_at(*read)};
  }
  return remembered.glance;
}

}  // namespace hemero
