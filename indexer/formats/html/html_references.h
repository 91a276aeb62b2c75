#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace hemero {

/// The character that HTML has this name for: "eacute" → é. Nothing for names that it does not know.
std::optional<char32_t> character_named(std::string_view name);

/// What a reference stands for, without its & and ;: "eacute", "#233", "#xE9". The numbers 128 to 159 are bytes of
/// windows-1252, as browsers have it (« &#146; » is an apostrophe), control characters are blanks, and what is no
/// character is U+FFFD. Nothing for names that HTML does not know.
std::optional<char32_t> referred_character(std::string_view reference);

/// A character that is referred to, and the bytes behind the & that say it.
struct NumberedReference {
  char32_t character = 0;
  std::size_t size = 0;
};

/// The reference by number that stands behind an &: "#233;", "#55356;&#57311;" (a character as the two halves that
/// UTF-16 has for it). What it stands for is as above. Nothing where none stands there.
std::optional<NumberedReference> numbered_reference(std::string_view behind);

/// Markup, or text, in which references were escaped once more: « l&amp;eacute; » → « l&eacute; ». What stands for the
/// signs of markup (&, < and >) stays as it is.
std::string with_references_unescaped(std::string_view text);

/// Text that is no markup and holds references all the same, as the letters they mean: « l&#8217;&eacute;t&eacute; » →
/// « l’été ». Those that were escaped once more (« &amp;eacute; ») mean letters as well; any other & stays.
std::string with_references_read(std::string_view text);

}  // namespace hemero
