#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace hemero {

/// Compares one word with many: true when it becomes the other by at most `most` edits, a character inserted, deleted,
/// replaced, or two neighbours swapped (Damerau–Levenshtein, optimal string alignment). Counts code points; `most` is
/// small (1–3). Words that share too few letters are told apart without a table.
class EditMatcher {
 public:
  EditMatcher(std::string_view word, std::size_t most);

  bool matches(std::string_view other);

 private:
  bool may_match(std::string_view other) const;
  bool table_matches(std::u32string_view a, std::u32string_view b);

  std::u32string word_;
  std::uint32_t letters_;  ///< a bit for each letter that stands in the word
  std::size_t most_;
  std::u32string other_;
  std::vector<std::uint32_t> rows_;  ///< storage of three table rows
};

/// The same for two words.
bool within_edits(std::string_view a, std::string_view b, std::size_t most);

}  // namespace hemero
