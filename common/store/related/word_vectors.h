#pragma once

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "common/store/folder/archive_folder.h"
#include "common/store/index/part_list.h"

namespace hemero {

/// Of which archive, and of which state of it, something was learnt.
struct LearntState {
  std::string archive;   ///< uuid
  std::string analyzer;  ///< Analyzer::fingerprint()
  std::uint64_t batch = 0;
  std::uint64_t stamp = 0;  ///< of that batch (common/store/folder/batches.h)

  static LearntState of(const PartList& list) { return {list.archive, list.analyzer, list.batch, list.stamp}; }
  bool operator==(const LearntState&) const = default;
};

/// A word of which a direction was learnt.
struct LearntWord {
  std::string folded;
  std::string label;        ///< its commonest spelling
  std::uint32_t texts = 0;  ///< that have it
};

/// Words as directions: those that stand in the same texts point the same way. Learnt by `hemero-index relate`, kept in
/// a file beside the index (docs/format.md).
class WordVectors {
 public:
  /// `directions` has as many numbers for each word, one word after the other; each of them is scaled to 127 at most.
  /// Words are in the order of the bytes of their folded forms.
  WordVectors(LearntState state, std::uint64_t texts, std::vector<LearntWord> words,
              const std::vector<float>& directions);

  /// Nothing when the bytes are not what encode() gave.
  static std::optional<WordVectors> decode(std::string_view bytes);

  std::string encode() const;

  const LearntState& state() const { return state_; }
  std::uint64_t texts() const { return texts_; }  ///< of which it was learnt
  const std::vector<LearntWord>& words() const { return words_; }
  std::size_t dimensions() const { return dimensions_; }

  /// The number of a word; nothing for one of which nothing was learnt.
  std::optional<std::size_t> find(std::string_view folded) const;

  /// The direction of a word, of length 1, or 0 where it has none.
  std::vector<float> direction(std::size_t word) const;

  /// The cosine between a direction of length 1 and that of each word.
  std::vector<float> similarities(std::span<const float> direction) const;

 private:
  WordVectors() = default;
  bool decode_all(std::string_view bytes);
  std::span<const std::int8_t> steps(std::size_t word) const {
    return std::span(steps_).subspan(word * dimensions_, dimensions_);
  }

  LearntState state_;
  std::uint64_t texts_ = 0;
  std::vector<LearntWord> words_;
  std::size_t dimensions_ = 0;
  std::vector<std::int8_t> steps_;
};

/// The file of an archive's vectors.
std::filesystem::path word_vectors_file(const ArchiveFolder& folder);

/// The vectors of an archive; nothing when none were learnt. Throws Error: io, bad_data when they are damaged.
std::optional<WordVectors> read_word_vectors(const ArchiveFolder& folder);

/// Replaces them. Throws Error.
void write_word_vectors(const ArchiveFolder& folder, const WordVectors& vectors);

}  // namespace hemero
