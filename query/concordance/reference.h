#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "common/base/deadline.h"
#include "common/store/archive_reader.h"
#include "query/concordance/word_counts.h"
#include "query/match/text_words.h"

namespace hemero {

/// A group of words, as it is told.
struct KnownWord {
  std::string label;              ///< its commonest spelling among those that were counted
  std::uint64_t occurrences = 0;  ///< in the reference
};

/// The texts that words are compared with: all of an archive, of copies one, that which is among the texts that are
/// looked at if there is one. Words are counted by the vocabulary, less what the copies print that are left out, and
/// less compounds, which are counted by their parts.
class Reference {
 public:
  /// All must outlive it. Where copies do not collapse all printings count. When the time is over, too few words are
  /// counted.
  Reference(const std::vector<VersionId>& looked_at, bool collapse, ArchiveReader& archive, const WordGroups& groups,
            const Deadline& deadline);

  std::uint64_t texts() const { return texts_; }
  std::uint64_t words() const { return words_; }

  /// What is known of a group of which some surfaces were counted.
  KnownWord word(std::uint32_t group, const WordCounts& counted) const;

 private:
  ArchiveReader& archive_;
  const WordGroups& groups_;
  TokenCounts tokens_;   ///< of all streams
  WordCounts left_out_;  ///< words of copies
  std::uint64_t texts_ = 0;
  std::uint64_t words_ = 0;
};

/// The commonest spelling of a group among those that were counted.
std::string label_of(std::uint32_t group, const WordCounts& counted, const WordGroups& groups, Vocabulary& vocabulary);

/// True for a word of grammar, by its spelling.
bool is_stop_label(std::string_view label);

}  // namespace hemero
