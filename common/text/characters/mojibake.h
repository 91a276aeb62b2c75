#pragma once

#include <string>
#include <string_view>

namespace hemero {

/// True when text, in UTF-8, holds what no French text does: UTF-8 that a program read as windows-1252,
/// ISO 8859-1, MacRoman or cp850 and wrote as UTF-8 once more (« Ã©tÃ© », « lâ€™Ã©tÃ© », « √©t√© », « ├®t├® »).
bool looks_double_encoded(std::string_view text);

/// The text as it was: each stretch that is UTF-8 of a letter or sign of Latin scripts, read as another charset,
/// becomes that letter or sign, also where that happened more than once. All else stays. For texts that look double
/// encoded; in others « Â » before a sign could be meant.
std::string undo_double_encoding(std::string_view text);

/// True when text, in UTF-8, holds control characters that were letters: bytes of windows-1252 that a program took for
/// ISO 8859-1 (« lU+0092été »).
bool has_control_letters(std::string_view text);

/// The text with these letters.
std::string undo_control_letters(std::string_view text);

}  // namespace hemero
