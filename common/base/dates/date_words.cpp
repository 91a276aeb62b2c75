#include "common/base/dates/date_words.h"

#include <algorithm>
#include <array>
#include <span>
#include <utility>

namespace hemero {

namespace {

using Names = std::pair<std::string_view, std::string_view>;  // in French, in English

constexpr std::array<Names, 12> months{{{"janvier", "january"},
                                        {"fevrier", "february"},
                                        {"mars", "march"},
                                        {"avril", "april"},
                                        {"mai", "may"},
                                        {"juin", "june"},
                                        {"juillet", "july"},
                                        {"aout", "august"},
                                        {"septembre", "september"},
                                        {"octobre", "october"},
                                        {"novembre", "november"},
                                        {"decembre", "december"}}};

constexpr std::array<Names, 7> weekdays{{{"lundi", "monday"},
                                         {"mardi", "tuesday"},
                                         {"mercredi", "wednesday"},
                                         {"jeudi", "thursday"},
                                         {"vendredi", "friday"},
                                         {"samedi", "saturday"},
                                         {"dimanche", "sunday"}}};

constexpr std::array<std::string_view, 12> roman_numbers{"I",   "II",   "III", "IV", "V",  "VI",
                                                         "VII", "VIII", "IX",  "X",  "XI", "XII"};

struct Zone {
  std::string_view letters;
  int offset;
};

constexpr std::array zones{
    Zone{"Z", 0},      Zone{"UT", 0},     Zone{"UTC", 0},    Zone{"GMT", 0},    Zone{"TU", 0},     Zone{"WET", 0},
    Zone{"WEST", 60},  Zone{"BST", 60},   Zone{"CET", 60},   Zone{"CEST", 120}, Zone{"MET", 60},   Zone{"MEST", 120},
    Zone{"MEZ", 60},   Zone{"MESZ", 120}, Zone{"EET", 120},  Zone{"EEST", 180}, Zone{"EST", -300}, Zone{"EDT", -240},
    Zone{"CST", -360}, Zone{"CDT", -300}, Zone{"MST", -420}, Zone{"MDT", -360}, Zone{"PST", -480}, Zone{"PDT", -420},
    Zone{"HNE", -300}, Zone{"HAE", -240},
};

/// Which of the names a word begins, in either language, from 1 on; 0 for none or several.
int number_of(std::string_view word, std::span<const Names> names) {
  constexpr std::size_t least = 3;
  int number = 0;
  for (std::size_t i = 0; word.size() >= least && i < names.size(); ++i) {
    if (!names[i].first.starts_with(word) && !names[i].second.starts_with(word)) continue;
    if (number != 0) return 0;
    number = static_cast<int>(i) + 1;
  }
  return number;
}

struct Letter {
  std::size_t bytes = 0;  ///< 0: no letter stands here
  char folded = '\0';     ///< '*' for letters that these words do not have, '\0' for a combining accent
};

Letter letter_at(const TextCursor& cursor) {
  const char byte = cursor.peek();
  if (is_ascii_letter(byte)) return {1, static_cast<char>(byte | 0x20)};
  const auto lead = static_cast<unsigned char>(byte);
  const auto second = static_cast<unsigned char>(cursor.peek(1));
  if (lead < 0xC3 || lead > 0xDF || second < 0x80 || second > 0xBF) return {};
  if (lead == 0xC3) {
    // U+00C0 to U+00FF: 32 capitals, then the same 32 in lower case.
    constexpr std::string_view folds = "aaaaaa*ceeeeiiii*nooooo*ouuuuy**";
    return {2, folds[second & 0x1F]};
  }
  const bool combining = lead == 0xCC || (lead == 0xCD && second <= 0xAF);
  return {2, combining ? '\0' : '*'};
}

}  // namespace

std::size_t letter_size(const TextCursor& cursor) { return letter_at(cursor).bytes; }

std::string take_folded_word(TextCursor& cursor) {
  constexpr std::size_t kept = 15;  // longer than any word looked for
  std::string word;
  for (Letter letter = letter_at(cursor); letter.bytes > 0; letter = letter_at(cursor)) {
    if (letter.folded != '\0' && word.size() < kept) word += letter.folded;
    cursor.advance(letter.bytes);
  }
  return word;
}

int month_of(std::string_view folded) { return number_of(folded, months); }

bool is_weekday(std::string_view folded) { return number_of(folded, weekdays) != 0; }

int roman_month(std::string_view capitals) {
  const auto* found = std::find(roman_numbers.begin(), roman_numbers.end(), capitals);
  return found == roman_numbers.end() ? 0 : static_cast<int>(found - roman_numbers.begin()) + 1;
}

std::optional<int> zone_offset(std::string_view capitals) {
  const auto* found =
      std::find_if(zones.begin(), zones.end(), [&](const Zone& zone) { return zone.letters == capitals; });
  return found == zones.end() ? std::nullopt : std::optional(found->offset);
}

}  // namespace hemero
