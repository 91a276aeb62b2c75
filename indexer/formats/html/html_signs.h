#pragma once

#include <string>
#include <string_view>

namespace hemero {

/// True for a text in which a character is written by its name or number: "R&amp;D", "L&#8217;&eacute;t&eacute;".
bool has_reference(std::string_view text);

/// True for a text that is HTML: it has tags, or references to characters that nobody but HTML writes so ("&eacute;",
/// "&nbsp;"). False for « 5 < 6 », and where &amp; &lt; &gt; stand alone: text about markup has these. Linear.
bool is_markup(std::string_view text);

/// What a field says in one line, which may have tags and references.
std::string line_of_markup(std::string_view text);

/// The same of a list, an entry a line.
std::string list_of_markup(std::string_view text);

/// What a text says that may be HTML: its blocks, a blank line between them, or, where it has no paragraphs, its lines.
std::string text_of_markup(std::string_view text);

}  // namespace hemero
