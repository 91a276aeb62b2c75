#pragma once

#include <string>
#include <string_view>

namespace hemero {

/// The first part of a word that a line's end cuts, without its hyphen: "gouver" of "gouver-". Empty for what is not
/// cut: no hyphen, or none behind a letter.
std::string_view cut_part(std::string_view word);

/// True when the hyphen between the two parts of a word that a line's end cuts belongs to it: "celui-" and "ci",
/// "États-" and "Unis", "a-t-" and "il". `first` is without that hyphen.
bool keeps_hyphen(std::string_view first, std::string_view second);

/// True when what follows a hyphen at a line's end is no rest of its word: « avant- » and « et », as in « avant- et
/// après-guerre ».
bool leaves_hyphen_open(std::string_view second);

/// The word that was cut: "gouver", "nement" → "gouvernement"; "celui", "ci" → "celui-ci".
std::string join_cut_word(std::string_view first, std::string_view second);

/// Appends a line to the paragraph it goes on with: behind a blank, or as the rest of a word that the last line cut.
void append_line(std::string& paragraph, std::string_view line);

}  // namespace hemero
