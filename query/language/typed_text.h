#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace hemero {

// What the characters of a typed query are to its reader.

/// True for blanks, line ends and control characters.
bool is_separator(char32_t c);

/// True for every mark that a phrase may stand between: " « » “ ” „.
bool is_quotation_mark(char32_t c);

/// What closes a phrase that the mark opens: its own partner, else the mark that a keyboard gives.
std::vector<std::string_view> closing_marks(char32_t mark);

/// True when an article may print something of this: it has a letter or a digit.
bool is_searchable(std::string_view text);

/// True for the signs that stand between the words of any text; others (😀 € >=) seem to be asked for.
bool is_punctuation(std::string_view text);

/// True for a query without words: nothing but separators.
bool is_blank(std::string_view text);

/// True for a query that means every article: a blank one, or a lone star.
bool asks_for_everything(std::string_view text);

/// The text with `blank` for each run of separators and quotation marks, none at its ends.
std::string with_blanks_as(std::string_view blank, std::string_view typed);

}  // namespace hemero
