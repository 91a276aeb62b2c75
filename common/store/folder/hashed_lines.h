#pragma once

#include <charconv>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace hemero {

// A small table that people can read: lines of fields with tabs in between, and a last line with a hash of all of it,
// by which it is known whole.

/// The table of these lines, each with its line feed.
std::string with_hash(std::string lines);

/// The lines of such a table, cut at their tabs, without the first one, which must be `first_line`, and the hash; the
/// fields are pieces of the text. Nothing when any byte of it is another.
std::optional<std::vector<std::vector<std::string_view>>> read_hashed_lines(std::string_view text,
                                                                            std::string_view first_line);

/// A whole number in figures; false when it is something else.
template <typename Number>
bool read_number(std::string_view text, Number& number, int base = 10) {
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number, base);
  return error == std::errc() && end == text.data() + text.size();
}

}  // namespace hemero
