#include "query/amounts/amount.h"

#include <cstddef>
#include <optional>
#include <span>

#include "query/amounts/amount_tables.h"
#include "query/amounts/number_before.h"

namespace hemero {

namespace {

using Words = std::span<const AmountWord>;

/// A bound is at least so small a part of the other; else it is no bound: « de 5 à 15.000 euros » means 5,000.
constexpr double least_part = 50;

/// The word behind the number of a currency that word `at` begins to name: before "d'" and "de".
std::size_t number_end(Words words, std::size_t at) {
  if (at > 0 && words[at - 1].lower == "de") return at - 1;
  const bool elided =
      at > 1 && words[at - 2].lower == "d" && (words[at - 1].lower == "'" || words[at - 1].lower == "’");
  return elided ? at - 2 : at;
}

/// "un franc", "deux francs" are seldom money.
bool is_figure_of_speech(const NamedNumber& number, std::string_view code) {
  return code == "FRF" && !number.scale && !number.in_figures && number.value <= 2;
}

bool is_year(Words words, const NamedNumber& number) {
  constexpr std::uint32_t digits = 4;
  const AmountWord& word = words[number.begin];
  return number.in_figures && !number.scale && word.end - word.begin == digits && number.value >= 1900 &&
         number.value < 2100;
}

/// The word behind the lower bound of a number: « 10 [à] 15 millions ».
std::optional<std::size_t> bound_end(Words words, const NamedNumber& upper) {
  if (upper.begin < 2 || words[upper.begin].is_paragraph || words[upper.begin - 1].is_paragraph) return std::nullopt;
  const std::string& between = words[upper.begin - 1].lower;
  const bool dash = (between == "-" || between == "–") && upper.in_figures && words[upper.begin - 2].figures;
  if (dash || between == "à" || between == "et" || between == "ou") return upper.begin - 1;
  return std::nullopt;
}

/// « trois à quatre cents »: what the last word of the upper bound multiplies is told once.
double told_once(Words words, const NamedNumber& upper) {
  if (upper.in_figures || upper.scale) return 1;
  const std::string& last = words[upper.end - 1].lower;
  if (upper.end - upper.begin < 2) return 1;
  return last == "mille" ? 1000 : last == "cents" || last == "cent" ? 100 : 1;
}

/// The lower bound of a number; none where it is not sure what it is.
std::optional<NamedNumber> lower_bound_of(Words words, const NamedNumber& upper) {
  const auto end = bound_end(words, upper);
  if (!end) return std::nullopt;
  auto lower = number_before(words, *end, false);
  if (!lower || is_year(words, *lower)) return std::nullopt;
  if (!lower->scale) {
    const double scale = upper.scale.value_or(1);
    if (lower->value * scale <= upper.value) lower->value *= scale;
    const double once = told_once(words, upper);
    if (!lower->in_figures && lower->value < upper.value / once) lower->value *= once;
  }
  const std::string& between = words[*end].lower;
  const bool rises = lower->value <= upper.value || between == "et" || between == "ou";
  if (!rises || lower->value == 0 || lower->value * least_part < upper.value) return std::nullopt;
  return lower;
}

/// Adds "et 58 centimes" to the amount that ends before it.
bool adds_cents(Words words, const NamedNumber& cents, std::vector<Amount>& amounts) {
  if (amounts.empty() || cents.begin == 0 || words[cents.begin].is_paragraph) return false;
  const std::size_t before = words[cents.begin - 1].lower == "et" ? cents.begin - 1 : cents.begin;
  if (before == 0 || words[before - 1].end != amounts.back().range.end || cents.value >= 100) return false;
  amounts.back().value += cents.value / 100;
  return true;
}

void add(Words words, const NamedNumber& number, const NamedCurrency& currency, std::vector<Amount>& amounts) {
  const std::uint32_t end = words[currency.end - 1].end;
  if (currency.is_cents && adds_cents(words, number, amounts)) {
    amounts.back().range.end = end;
    return;
  }
  const double unit = currency.is_cents ? 0.01 : 1;
  if (const auto lower = lower_bound_of(words, number))
    amounts.push_back({{words[lower->begin].begin, words[lower->end - 1].end}, lower->value * unit, currency.code});
  amounts.push_back({{words[number.begin].begin, end}, number.value * unit, currency.code});
}

}  // namespace

std::vector<Amount> find_amounts(std::string_view text, const std::vector<Zone>& zones) {
  const std::vector<AmountWord> words = amount_words(text, zones);
  std::vector<Amount> amounts;
  for (std::size_t at = 1; at < words.size();) {
    const auto currency = words[at].is_paragraph ? std::nullopt : currency_at(words, at);
    const auto number = currency && !currency->code.empty()
                            ? number_before(words, number_end(words, at), currency->is_sign)
                            : std::nullopt;
    if (number && !is_figure_of_speech(*number, currency->code)) add(words, *number, *currency, amounts);
    at = currency ? currency->end : at + 1;
  }
  return amounts;
}

}  // namespace hemero
