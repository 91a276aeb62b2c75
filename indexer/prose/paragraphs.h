#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace hemero {

/// Cuts plain text into its paragraphs, each trimmed. A blank line always separates. Within a block of lines of about
/// the same width, as a program wraps them, lines are one paragraph as long as the next one's first word would not have
/// fitted behind them and no short line ends a sentence; else every line is a paragraph. Line feeds inside a wrapped
/// paragraph stay, so that a word cut at a line's end can be joined.
std::vector<std::string_view> split_paragraphs(std::string_view text);

/// The same for a part of a text of which it is known whether it may be wrapped.
std::vector<std::string_view> split_paragraphs(std::string_view text, bool wrapped);

/// False for a text with a line so long that nobody wrapped it: then every line is a paragraph.
bool may_be_wrapped(std::string_view text);

/// The lines of a text, trimmed; empty ones stay, as empty.
std::vector<std::string_view> trimmed_lines(std::string_view text);

/// Without blanks (ASCII and no-break) at either end.
std::string_view trimmed(std::string_view text);

/// True when the text ends as a sentence does: . ! ? … or one of them before a closing quotation mark or bracket.
bool ends_sentence(std::string_view text);

}  // namespace hemero
