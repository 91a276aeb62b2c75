#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <type_traits>

#include <fmt/format.h>

#include "common/base/visible.h"

namespace hemero {

/// The languages a reader can be spoken to in.
enum class Language { english, french };

/// Sets the language of every later message of this process. Called once, in main, before any thread starts.
void set_language(Language language);

/// The language of what is said here and now.
Language language();

/// While it lives, messages of its thread speak this language.
class LanguageScope {
 public:
  explicit LanguageScope(Language language);
  ~LanguageScope();
  LanguageScope(const LanguageScope&) = delete;
  LanguageScope& operator=(const LanguageScope&) = delete;

 private:
  std::optional<Language> before_;
};

/// The language of the POSIX locale variables (LC_ALL, LC_MESSAGES, LANG, first one set wins): French for "fr…",
/// English for all else.
Language language_of_locale();

/// The language a command line asks for with --lang (fr, en), else that of the locale. Read before any option is, so
/// that help and errors about options speak it too.
Language requested_language(int argc, const char* const* argv);

/// The reader's version of an English format string: its row in data/french/messages.tsv when the language is French,
/// itself when the language is English or the row is missing (a test fails on a missing row).
std::string_view translated(std::string_view english);

namespace detail {

/// A value as messages tell it: whatever a text comes from, it commands no terminal.
template <typename Value>
decltype(auto) told(const Value& value) {
  if constexpr (std::is_convertible_v<const Value&, std::string_view>)
    return visible(value);
  else
    return (value);
}

}  // namespace detail

/// A message to the reader, formatted in the reader's language. The English text is checked at compile time and is the
/// key of its translation.
template <typename... Args>
std::string message(fmt::format_string<Args...> english, const Args&... args) {
  const fmt::string_view text = english;
  const auto format = [&](const auto&... told) {
    return fmt::vformat(translated({text.data(), text.size()}), fmt::make_format_args(told...));
  };
  return format(detail::told(args)...);
}

/// A number as the reader's language writes it: "12,345", « 12 345 » (with a narrow no-break space). For amounts; what
/// numbers things, or is typed back, stays as it is.
std::string number_text(std::uint64_t number);

/// The same with so many decimals: "19.57", « 19,57 ».
std::string number_text(double number, int decimals);

/// An argument as a shell reads it, for messages that say what to type: in quotation marks where it needs them.
std::string shell_word(const std::string& argument);

}  // namespace hemero
