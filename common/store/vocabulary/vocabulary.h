#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "common/base/deadline.h"
#include "common/store/folder/sqlite.h"
#include "common/store/vocabulary/word_shapes.h"
#include "common/text/analyzer.h"

namespace hemero {

/// A word as some current article prints it.
struct VocabularyEntry {
  std::uint32_t id = 0;
  std::string surface;
  std::string folded;
  std::string term;
  std::uint32_t family = 0;  ///< the smallest id of its stem's surfaces: what the index calls the family
  std::int64_t occurrences = 0;
  std::int64_t inside = 0;  ///< occurrences inside a sentence, where a capital means a name
};

/// How often any of these surfaces is printed.
std::int64_t occurrences_of(const std::vector<VocabularyEntry>& entries);

/// Sorts entries by id, each once.
void keep_distinct(std::vector<VocabularyEntry>& entries);

/// Leaves words only: the letter L is not the l’ of « l’état ».
void remove_elided(std::vector<VocabularyEntry>& entries);

/// A word as printed, and how often it is.
struct PrintedWord {
  std::string surface;
  std::int64_t occurrences = 0;
};

/// Looks words up in the archive's vocabulary. Entries that no current article uses are left out.
class Vocabulary {
 public:
  explicit Vocabulary(sqlite::Connection& connection);

  /// The surfaces that fold to this.
  std::vector<VocabularyEntry> by_folded(std::string_view folded);

  /// The surfaces of one family.
  std::vector<VocabularyEntry> by_term(std::string_view term);

  /// The surfaces whose folded form starts so, the most frequent first, at most `limit`; of those that were read in
  /// time.
  std::vector<VocabularyEntry> by_prefix(std::string_view folded_prefix, std::size_t limit,
                                         const Deadline& deadline = Deadline::never());

  /// Calls `take` with the folded forms that begin so, in the order of their bytes, those that no current article uses
  /// too, until it returns false. The view is valid during the call.
  void each_folded(std::string_view prefix, const std::function<bool(std::string_view folded)>& take);

  /// Calls `take` with all folded forms and the ids of their words, likewise.
  void each_group(const TakeShape& take);

  /// The word of an id, also one that no current article uses; nothing when there is none.
  std::optional<PrintedWord> word(std::uint32_t id);

 private:
  ShapeFinder& shapes(WordShape shape);
  std::vector<VocabularyEntry> read(const std::vector<std::uint32_t>& ids);
  void read_row(std::uint32_t id, std::vector<VocabularyEntry>& entries);
  void add_shapes(VocabularyEntry& entry);

  sqlite::Connection& connection_;
  sqlite::Statement row_;
  std::unique_ptr<ShapeFinder> folded_;  ///< none until it is asked for; so the other
  std::unique_ptr<ShapeFinder> terms_;
  std::unordered_map<std::uint32_t, VocabularyEntry> recent_;  ///< by id
  Analyzer analyzer_;
};

}  // namespace hemero
