#include "query/amounts/number_before.h"

#include <algorithm>

#include "query/amounts/amount_tables.h"

namespace hemero {

namespace {

constexpr std::size_t longest_number = 16;  // words and hyphens

bool is_hyphen(const AmountWord& word) { return word.lower == "-" || word.lower == "‑"; }

/// True where what stands directly before makes the number a part of it.
bool is_part(std::span<const AmountWord> words, std::size_t begin) {
  if (begin == 0 || words[begin].is_apart) return false;
  const AmountWord& before = words[begin - 1];
  if (is_hyphen(before))
    return begin > 1 && !before.is_apart && (words[begin - 2].is_letters || words[begin - 2].lower == ")");
  return before.figures || before.is_letters || before.lower == "." || before.lower == "," || before.lower == "/";
}

/// The first word of a number in words that ends before `end`; `end` where none does.
std::size_t words_begin(std::span<const AmountWord> words, std::size_t end) {
  std::size_t begin = end;
  const auto is_number = [&](std::size_t at) { return number_word(words[at].lower).has_value(); };
  const std::size_t lowest = end - std::min(end, longest_number);
  while (begin > lowest && is_number(begin - 1)) {
    --begin;
    const bool unit = words[begin].lower == "un" || words[begin].lower == "onze";
    if (words[begin].is_paragraph) break;
    if (begin < lowest + 2) continue;
    if (is_hyphen(words[begin - 1]) && !words[begin].is_apart && is_number(begin - 2))
      --begin;
    else if (unit && words[begin - 1].lower == "et" && is_number(begin - 2))
      --begin;
  }
  return begin;
}

/// "quatre-vingt-dix mille": hundreds and thousands multiply, and so does a four before twenty.
double composed(std::span<const AmountWord> words) {
  double whole = 0;
  double part = 0;
  for (const AmountWord& word : words) {
    const auto value = number_word(word.lower);
    if (!value) continue;
    if (*value == 1000) {
      whole += std::max(part, 1.0) * 1000;
      part = 0;
    } else if (*value == 100) {
      part = part < 10 ? std::max(part, 1.0) * 100 : part + 100;
    } else if (*value == 20 && static_cast<std::uint64_t>(part) % 100 == 4) {
      part += 76;
    } else {
      part += *value;
    }
  }
  return whole + part;
}

std::optional<NamedNumber> plain_number(std::span<const AmountWord> words, std::size_t end) {
  if (end == 0) return std::nullopt;
  const AmountWord& last = words[end - 1];
  const std::size_t begin = last.figures ? end - 1 : words_begin(words, end);
  if (begin == end || is_part(words, begin)) return std::nullopt;
  const double value = last.figures ? *last.figures : composed(words.subspan(begin, end - begin));
  return NamedNumber{begin, end, value, std::nullopt, last.figures.has_value()};
}

}  // namespace

std::optional<NamedNumber> number_before(std::span<const AmountWord> words, std::size_t end, bool before_sign) {
  if (end == 0 || (end < words.size() && words[end].is_paragraph)) return std::nullopt;
  const auto scale = scale_word(words[end - 1].lower, before_sign);
  const bool is_number = words[end - 1].lower == "mille" && (end < 2 || !words[end - 2].figures);
  if (!scale || is_number || words[end - 1].is_paragraph) return plain_number(words, end);
  auto number = plain_number(words, end - 1);
  if (!number) return std::nullopt;
  number->end = end;
  number->scale = scale;
  number->value *= *scale;
  return number;
}

}  // namespace hemero
