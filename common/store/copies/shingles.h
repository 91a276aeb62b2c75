#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

namespace hemero {

/// The words of lead and body of an article in order, neither elided ones nor compounds, whose parts follow, from the
/// codes of its token stream. They compare texts of one archive: a word is its surface's number there.
std::vector<std::uint32_t> compared_words(std::string_view codes);

/// The set of a text's sequences of five words (or the whole text when it is shorter), as hashes.
class Shingles {
 public:
  Shingles() = default;
  explicit Shingles(const std::vector<std::uint32_t>& words);

  std::size_t size() const { return size_; }
  bool empty() const { return size_ == 0; }

  /// How many are in both sets; 0 where these are fewer than `least`, which is seen sooner than how many they are.
  std::size_t shared_with(const Shingles& other, std::size_t least = 0) const;

 private:
  std::size_t place_of(std::uint64_t hash) const;

  std::vector<std::uint64_t> table_;  ///< each at its last bits, or in the next place that was free; 0 is none
  std::size_t size_ = 0;
};

/// A bit for each shingle, where several may share one, and how many sequences they are of: tells most texts apart at a
/// glance.
struct ShingleSketch {
  std::size_t sequences = 0;  ///< one that stands twice counts twice
  std::array<std::uint64_t, 16> bits{};
};

ShingleSketch sketch(const std::vector<std::uint32_t>& words);

/// False when the two are no copies for sure.
bool may_be_copies(const ShingleSketch& a, const ShingleSketch& b);

/// True for a text of so many shingles that is but a few lines, a copy only of the very same text.
bool is_short(std::size_t shingles);

/// How much of two texts is the same when they are copies of one another: shared shingles among all of both (Jaccard's
/// index), to 1; else 0. Copies are much alike, or one of them holds nearly all of the other and is not many times
/// longer; texts of a few lines are copies only when all is the same.
double copy_likeness(const Shingles& a, const Shingles& b);

}  // namespace hemero
