#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace hemero {

/// Cuts plain text into its paragraphs, each trimmed. A blank line always separates. Within a block, lines that are all
/// short are taken as one wrapped paragraph (a short line that ends a sentence before others ends its paragraph); where
/// some line is long, every line is a paragraph. Line feeds inside a wrapped paragraph stay, so that a word cut at a
/// line's end can be joined.
std::vector<std::string_view> split_paragraphs(std::string_view text);

/// The lines of a text, trimmed; empty ones stay, as empty.
std::vector<std::string_view> trimmed_lines(std::string_view text);

/// Without blanks (ASCII and no-break) at either end.
std::string_view trimmed(std::string_view text);

/// True when the text ends as a sentence does: . ! ? … or one of them before a closing quotation mark or bracket.
bool ends_sentence(std::string_view text);

}  // namespace hemero
