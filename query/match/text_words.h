#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "common/store/archive_reader.h"
#include "common/store/streams/token_stream.h"
#include "query/match/pattern_finder.h"

namespace hemero {

/// A word of a text: of a compound its parts, and no elided word.
struct TextWord {
  std::uint32_t surface = 0;  ///< its id
  std::uint32_t position = 0;
  std::uint32_t sentence = 0;
  std::uint32_t paragraph = 0;
};

/// A text's token stream.
std::string_view codes_of(VersionId version, const ArchiveReader& archive);

/// The words of a token stream, in order; positions, sentences and paragraphs as in a Span. Of those that stand at the
/// position `end` or behind it so many only.
std::vector<TextWord> read_words(std::string_view codes, std::uint32_t end = UINT32_MAX, std::size_t behind = 0);

/// Counts the tokens of streams, faster than by reading their words.
class TokenCounts {
 public:
  /// Compounds are counted whose surfaces have lower ids than this.
  explicit TokenCounts(std::size_t ids = 0) : compounds_(ids) {}

  /// How many words the stream has.
  std::uint64_t add(std::string_view codes);

  /// How many compounds had this surface, by its id.
  std::uint64_t compounds(std::uint32_t surface) const { return surface < compounds_.size() ? compounds_[surface] : 0; }

 private:
  class Counting;

  std::vector<std::uint64_t> compounds_;
};

/// The first of the words, by position, that stands at this position or behind it.
std::size_t word_from(const std::vector<TextWord>& words, std::uint32_t position);

}  // namespace hemero
