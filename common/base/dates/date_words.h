#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "common/base/dates/text_cursor.h"

namespace hemero {

// The words that dates are written with, in French and English. A folded word is in small letters without accents.

/// Bytes of the letter at the cursor, 0 where none stands. A combining accent is one, so that decomposed text reads
/// like composed text.
std::size_t letter_size(const TextCursor& cursor);

/// Goes past the letters at the cursor; gives them folded, at most the first 15. Letters that no such word has are '*'.
std::string take_folded_word(TextCursor& cursor);

/// 1 to 12 for the folded name of a month, or three letters and more that begin it and no other one ("janv", "juil",
/// "sept"); else 0.
int month_of(std::string_view folded);

/// The same for weekdays.
bool is_weekday(std::string_view folded);

/// 1 to 12 for I to XII; else 0.
int roman_month(std::string_view capitals);

/// Minutes east of UTC of a zone by its letters: "Z", "GMT", "CEST", "EDT", "TU" (temps universel), "HNE" (heure
/// normale de l’Est). RFC 822 and what clocks of Europe and North America print; nothing for others.
std::optional<int> zone_offset(std::string_view capitals);

}  // namespace hemero
