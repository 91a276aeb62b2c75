#include "indexer/prose/english_date.h"

#include <fmt/format.h>

#include <array>
#include <string>

#include "common/base/text_cursor.h"

namespace hemero {

namespace {

constexpr std::array<std::string_view, 12> months{"january",   "february", "march",    "april",
                                                  "may",       "june",     "july",     "august",
                                                  "september", "october",  "november", "december"};

/// A run of letters or digits and where it stands.
struct Word {
  std::string text;  ///< in small letters
  std::size_t begin = 0;
  std::size_t end = 0;
};

Word word_from(std::string_view text, std::size_t at) {
  while (at < text.size() && !is_digit(text[at]) && !is_ascii_letter(text[at])) ++at;
  Word word{{}, at, at};
  const bool digits = at < text.size() && is_digit(text[at]);
  for (; at < text.size() && (digits ? is_digit(text[at]) : is_ascii_letter(text[at])); ++at)
    word.text += static_cast<char>(digits ? text[at] : text[at] | 32);
  word.end = at;
  return word;
}

/// 1 to 12; 0 for what is no month. Three letters are enough.
std::size_t month_of(std::string_view word) {
  for (std::size_t month = 0; month < months.size(); ++month)
    if (word.size() >= 3 && months[month].starts_with(word)) return month + 1;
  return word == "sept" ? 9 : 0;
}

bool is_number(const Word& word) { return !word.text.empty() && word.text.size() <= 4 && is_digit(word.text[0]); }

}  // namespace

std::optional<FoundDate> find_english_date(std::string_view text) {
  std::array<Word, 3> words{word_from(text, 0)};
  words[1] = word_from(text, words[0].end);
  while (words[1].end > words[1].begin) {
    words[2] = word_from(text, words[1].end);
    const bool day_first = is_number(words[0]);
    const std::size_t month = month_of(words[day_first ? 1 : 0].text);
    const Word& day = words[day_first ? 0 : 1];
    if (month > 0 && is_number(day) && day.text.size() <= 2 && is_number(words[2]) && words[2].text.size() == 4)
      if (const auto date = parse_iso_date(fmt::format("{}-{:0>2}-{:0>2}", words[2].text, month, day.text)))
        return FoundDate{*date, words[0].begin, words[2].end};
    words[0] = std::move(words[1]);
    words[1] = std::move(words[2]);
  }
  return std::nullopt;
}

std::optional<FoundDate> find_printed_date(std::string_view text) {
  if (const auto french = find_french_date(text)) return french;
  return find_english_date(text);
}

}  // namespace hemero
