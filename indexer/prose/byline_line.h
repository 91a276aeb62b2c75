#pragma once

#include <algorithm>
#include <array>
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "common/base/dates/date_search.h"

namespace hemero {

/// A run of characters without a blank: "Publié", "O’Brien,", "—".
struct BylineWord {
  std::size_t begin = 0;  ///< byte offsets in the line, end exclusive
  std::size_t end = 0;
  std::string shape;         ///< line_shape(): folded letters only, "publie"; empty for signs and numbers
  bool starts_line = false;  ///< a line feed stands before it, or nothing
};

/// A line as the rules of bylines look at it: its words, its date, and what announces one.
struct BylineLine {
  static constexpr std::size_t nowhere = std::string_view::npos;

  std::string_view text;
  std::vector<BylineWord> words;
  std::optional<FoundDate> date;
  std::size_t published = nowhere;  ///< index of the word that announces publication
  std::size_t updated = nowhere;    ///< … that announces an update
  bool sentence = false;

  explicit BylineLine(std::string_view line);

  /// True where a word announces publication ("publié", "mis en ligne"), or an update.
  bool announces_publication(std::size_t word) const;
  bool announces_update(std::size_t word) const;

  /// True for a sign between the parts of a byline: – | • / and their like.
  bool is_separator(std::size_t word) const;

  std::string_view text_of(const BylineWord& word) const { return text.substr(word.begin, word.end - word.begin); }
  std::size_t offset(std::size_t word) const { return word == nowhere ? nowhere : words[word].begin; }

 private:
  bool follow(std::size_t word, std::string_view second, std::string_view third) const;
};

template <std::size_t Size>
bool is_one_of(std::string_view word, const std::array<std::string_view, Size>& known) {
  return std::find(known.begin(), known.end(), word) != known.end();
}

}  // namespace hemero
