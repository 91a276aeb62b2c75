#include "query/writings/number_writings.h"

#include <algorithm>
#include <array>

#include "common/text/characters/unicode.h"

namespace hemero {

namespace {

constexpr std::size_t largest_numeral = 39;

constexpr std::array<std::string_view, 10> roman_units{"", "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX"};

bool is_digit(char c) { return c >= '0' && c <= '9'; }

std::string in_roman(std::size_t number) {
  return std::string(number / 10, 'X') + std::string(roman_units[number % 10]);
}

/// The number of Roman letters in small ones, 0 for what is none.
std::size_t from_roman(std::string_view folded) {
  if (folded.find_first_not_of("ivxIVX") != std::string_view::npos) return 0;
  std::string capitals(folded);
  for (char& c : capitals) c = static_cast<char>(c >= 'a' && c <= 'z' ? c - 32 : c);
  for (std::size_t number = 1; number <= largest_numeral && !capitals.empty(); ++number)
    if (in_roman(number) == capitals) return number;
  return 0;
}

/// The number of one or two digits, 0 for what is none or beyond the Roman ones.
std::size_t from_digits(std::string_view word) {
  if (word.empty() || word.size() > 2 || !std::all_of(word.begin(), word.end(), is_digit)) return 0;
  const std::size_t number = static_cast<std::size_t>(std::stoi(std::string(word)));
  return number <= largest_numeral && word.front() != '0' ? number : 0;
}

/// As centuries and republics are printed: XXe, XXème. Small letters only where no word is written so: "vie" is one.
WrittenWord roman_ordinal(std::size_t number) {
  const std::string roman = in_roman(number);
  WrittenWord word{{roman + "e", roman + "ème", roman + "eme", roman + "ᵉ"}, true};
  if (roman.find('X') != std::string::npos) word.texts.push_back(to_lower(roman) + 'e');
  return word;
}

std::optional<WrittenWord> other_ordinal(const TypedWord& word) {
  const std::string_view folded = word.folded;
  if (folded.size() < 2 || folded.back() != 'e') return std::nullopt;
  const std::string_view number = folded.substr(0, folded.size() - 1);
  if (const std::size_t value = from_digits(number); value > 1) return roman_ordinal(value);
  const bool life = folded == "vie" && !word.surface.starts_with("VIe") && !word.surface.starts_with("VIè");
  const std::size_t value = life ? 0 : from_roman(number);
  if (value <= 1) return std::nullopt;
  return WrittenWord{{std::to_string(value) + 'e'}};
}

constexpr std::array first_words{"premier", "première", "premiers", "premières"};
constexpr std::array first_figures{"1er", "1re", "1ère", "1ere", "1ers", "1res", "1ères", "Ier", "Ire", "Ière"};

std::optional<WrittenWord> other_decimal(const TypedWord& word) {
  std::string text = word.surface;
  const std::size_t sign = text.find_first_of(".,");
  if (sign == std::string::npos || number_end(text) != text.size()) return std::nullopt;
  text[sign] = text[sign] == ',' ? '.' : ',';
  return WrittenWord{{text}, true};
}

}  // namespace

std::size_t number_end(std::string_view word) {
  const auto digits_end = [word](std::size_t at) {
    while (at < word.size() && is_digit(word[at])) ++at;
    return at;
  };
  const std::size_t end = digits_end(0);
  if (end == 0 || end + 1 >= word.size() || (word[end] != ',' && word[end] != '.')) return end;
  const std::size_t decimals_end = digits_end(end + 1);
  return decimals_end > end + 1 ? decimals_end : end;
}

bool is_number(std::string_view word) { return !word.empty() && number_end(word) == word.size(); }

std::optional<WrittenWord> other_first(const TypedWord& word) {
  if (word.folded.find_first_of("p1i") != 0) return std::nullopt;  // first letters of all of them
  const std::string lower = to_lower(word.surface);
  const auto is_typed = [&](std::string_view text) { return to_lower(text) == lower; };
  const bool in_words = std::any_of(first_words.begin(), first_words.end(), is_typed) || word.folded == "premiere";
  const bool in_figures = std::any_of(first_figures.begin(), first_figures.end(), is_typed);
  if (in_words) return WrittenWord{{first_figures.begin(), first_figures.end()}, true};
  if (!in_figures) return std::nullopt;
  WrittenWord other{{first_words.begin(), first_words.end()}};
  for (const std::string_view text : {"1er", "Ier"})
    if (!is_typed(text)) other.texts.emplace_back(text);
  return other;
}

std::optional<WrittenWord> other_figures(const TypedWord& word) {
  if (auto ordinal = other_ordinal(word)) return ordinal;
  return other_decimal(word);
}

std::optional<WrittenWord> other_numeral(const TypedWord& word) {
  if (const std::size_t value = from_digits(word.surface); value > 0) {
    WrittenWord roman{{in_roman(value)}, true};
    if (value == 1) roman.texts = {"Ier", "I"};
    return roman;
  }
  const std::size_t value = from_roman(word.folded);
  if (value == 0) return std::nullopt;
  return WrittenWord{{std::to_string(value)}};
}

}  // namespace hemero
