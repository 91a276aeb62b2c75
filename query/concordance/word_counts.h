#pragma once

#include <cstdint>
#include <vector>

#include "query/concordance/word_groups.h"

namespace hemero {

/// Counts words, and the texts that they stand in.
class WordCounts {
 public:
  /// The groups must outlive it.
  explicit WordCounts(const WordGroups& groups) : groups_(groups), occurrences_(groups.ids()), texts_(groups.size()) {}

  /// What is added from here on is of another text.
  void start_text() { ++text_; }

  void add(std::uint32_t surface) {
    ++words_;
    if (surface >= occurrences_.size()) return;
    ++occurrences_[surface];
    Texts& texts = texts_[groups_.of(surface)];
    texts.count += texts.last != text_;
    texts.last = text_;
  }

  std::uint64_t words() const { return words_; }

  /// Of a surface, by its id.
  std::uint64_t of_surface(std::uint32_t surface) const {
    return surface < occurrences_.size() ? occurrences_[surface] : 0;
  }

  /// Of all surfaces of a group.
  std::uint64_t occurrences(std::uint32_t group) const {
    std::uint64_t sum = 0;
    for (const std::uint32_t surface : groups_.surfaces(group)) sum += of_surface(surface);
    return sum;
  }
  std::uint64_t texts(std::uint32_t group) const { return texts_[group].count; }

 private:
  struct Texts {
    std::uint32_t count = 0;
    std::uint32_t last = 0;  ///< the number of the last one
  };

  const WordGroups& groups_;
  std::vector<std::uint64_t> occurrences_;  ///< by surface
  std::vector<Texts> texts_;                ///< by group
  std::uint32_t text_ = 0;
  std::uint64_t words_ = 0;
};

}  // namespace hemero
