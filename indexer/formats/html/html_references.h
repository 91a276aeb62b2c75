#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace hemero {

/// The character that HTML has this name for: "eacute" → é. Nothing for names that it does not know.
std::optional<char32_t> character_named(std::string_view name);

/// What a reference stands for, without its & and ;: "eacute", "#233", "#xE9". The numbers 128 to 159 are bytes of
/// windows-1252, as browsers have it (« &#146; » is an apostrophe); what is no character is U+FFFD. Nothing for names
/// that HTML does not know.
std::optional<char32_t> referred_character(std::string_view reference);

/// Text that is no markup and holds references all the same, as the letters they mean: « l&#8217;&eacute;t&eacute; » →
/// « l’été ». Those that were escaped once more (« &amp;eacute; ») mean letters as well; any other & stays.
std::string with_references_read(std::string_view text);

}  // namespace hemero
