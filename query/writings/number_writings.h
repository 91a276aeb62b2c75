#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "query/writings/writings.h"

namespace hemero {

/// Where the number ends that a word starts with, one decimal part included ("3,7mm": 3); 0 when it starts with none.
std::size_t number_end(std::string_view word);

/// True for a number and nothing else: 12, 2,5.
bool is_number(std::string_view word);

/// "1er", "Ier" and premier are the same; a bare 1 is another word.
std::optional<WrittenWord> other_first(const TypedWord& word);

/// The same number in other figures: "XXe" and 20e, "2.5" and 2,5; nothing for other words.
std::optional<WrittenWord> other_figures(const TypedWord& word);

/// The same number behind a name or a noun, in Roman or in Arabic figures: "4" and IV; nothing for other words. Beyond
/// 39 Roman letters are too often an abbreviation (CD, MC).
std::optional<WrittenWord> other_numeral(const TypedWord& word);

}  // namespace hemero
