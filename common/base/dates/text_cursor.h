#pragma once

#include <cstddef>
#include <optional>
#include <string_view>

namespace hemero {

inline bool is_digit(char byte) { return byte >= '0' && byte <= '9'; }

inline bool is_ascii_letter(char byte) { return (byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z'); }

/// A place in a UTF-8 text that moves forward as parts are recognised. What a date parser needs, and no more. Every
/// take_ function moves only when it finds what it looks for.
class TextCursor {
 public:
  explicit TextCursor(std::string_view text, std::size_t at = 0) : text_(text), at_(at) {}

  std::size_t at() const { return at_; }
  bool at_end() const { return at_ == text_.size(); }
  std::string_view rest() const { return text_.substr(at_); }

  /// The byte that is `ahead` bytes away, '\0' beyond the end.
  char peek(std::size_t ahead = 0) const { return ahead < text_.size() - at_ ? text_[at_ + ahead] : '\0'; }

  void advance(std::size_t bytes) { at_ += bytes; }

  bool take(std::string_view expected) {
    if (!rest().starts_with(expected)) return false;
    at_ += expected.size();
    return true;
  }

  /// The number written with exactly `count` digits (at most 9) here; more digits may follow.
  std::optional<int> take_digits(std::size_t count) {
    int number = 0;
    for (std::size_t ahead = 0; ahead < count; ++ahead) {
      if (!is_digit(peek(ahead))) return std::nullopt;
      number = number * 10 + (peek(ahead) - '0');
    }
    at_ += count;
    return number;
  }

  /// The number here of `least` to `most` digits (at most 9) that is not part of a longer one.
  std::optional<int> take_number(std::size_t least, std::size_t most) {
    const std::size_t digits = digit_run();
    if (digits < least || digits > most) return std::nullopt;
    return take_digits(digits);
  }

  /// How many digits stand here in a row.
  std::size_t digit_run() const {
    std::size_t length = 0;
    while (is_digit(peek(length))) ++length;
    return length;
  }

  /// Goes past ASCII blanks and the no-break spaces U+00A0 and U+202F, which French puts before "h" and ":".
  void skip_blanks() {
    while (take_blank()) continue;
  }

 private:
  bool take_blank() {
    const char byte = peek();
    if (!at_end() && (byte == ' ' || (byte >= '\t' && byte <= '\r'))) {
      ++at_;
      return true;
    }
    return take("\u00A0") || take("\u202F");
  }

  std::string_view text_;
  std::size_t at_;
};

/// The text without the blanks at its end that TextCursor::skip_blanks() knows.
inline std::string_view without_last_blanks(std::string_view text) {
  while (true) {
    const std::size_t before = text.size();
    while (!text.empty() && (text.back() == ' ' || (text.back() >= '\t' && text.back() <= '\r'))) text.remove_suffix(1);
    for (const std::string_view blank : {"\u00A0", "\u202F"})
      if (text.ends_with(blank)) text.remove_suffix(blank.size());
    if (text.size() == before) return text;
  }
}

inline std::string_view without_blanks(std::string_view text) {
  TextCursor cursor(text);
  cursor.skip_blanks();
  return without_last_blanks(cursor.rest());
}

}  // namespace hemero
