#include "common/store/copies/text_glances.h"

#include <algorithm>
#include <bit>

namespace hemero {

namespace {

constexpr std::size_t most_remembered = std::size_t{1} << 18;

TextGlance glance_at(std::string_view codes) {
  const std::vector<std::uint32_t> words = compared_words(codes);
  const std::string_view bytes(reinterpret_cast<const char*>(words.data()), words.size() * sizeof words[0]);
  return {hash128(bytes), sketch(words)};
}

}  // namespace

TextGlance TextGlances::of(VersionId version, const ReadCodes& codes) {
  const auto number = static_cast<std::size_t>(version);
  if (number >= remembered_.size() && remembered_.size() < most_remembered)
    remembered_.resize(std::min(most_remembered, std::bit_ceil(number + 1)));
  Remembered& remembered = remembered_[number % remembered_.size()];
  if (remembered.version != version) remembered = {version, glance_at(codes(version))};
  return remembered.glance;
}

}  // namespace hemero
