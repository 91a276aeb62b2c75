#include "query/language/threshold.h"

#include <algorithm>
#include <charconv>

namespace hemero {

namespace {

constexpr std::uint32_t most_occurrences = 10'000;

}  // namespace

std::optional<std::uint32_t> read_threshold(std::string_view text) {
  std::uint32_t above = 0;
  if (text.starts_with(">="))
    text.remove_prefix(2);
  else if (text.starts_with("≥"))
    text.remove_prefix(std::string_view("≥").size());
  else if (text.starts_with(">"))
    text.remove_prefix(1), above = 1;
  else
    return std::nullopt;
  const auto number = read_number(text);
  if (!number || *number > most_occurrences - above) return std::nullopt;
  return std::max<std::uint32_t>(1, *number + above);
}

std::size_t find_threshold(std::string_view text) { return std::min({text.find('>'), text.find("≥"), text.size()}); }

std::optional<std::uint32_t> take_threshold(std::string_view& text) {
  const std::size_t sign = text.rfind('>');
  const std::size_t other = text.rfind("≥");
  const bool last = other == std::string_view::npos || (sign != std::string_view::npos && sign > other);
  const std::size_t place = std::min(last ? sign : other, text.size());
  const auto threshold = read_threshold(text.substr(place));
  if (threshold) text = text.substr(0, place);
  return threshold;
}

std::optional<std::uint32_t> read_number(std::string_view digits) {
  std::uint32_t number = 0;
  const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), number);
  if (error != std::errc() || end != digits.data() + digits.size() || digits.empty()) return std::nullopt;
  return number;
}

}  // namespace hemero
