#pragma once

#include <array>
#include <cstdint>

namespace hemero {

/// A few numbers of a text, so that texts which share most of their words in the same order share one of them nearly
/// always, and others nearly never: pairs of minimum hashes of the text's sequences of five words (A. Broder, "On the
/// resemblance and containment of documents", 1997). The same words give the same numbers on every machine.
struct TextSignature {
  static constexpr std::size_t size = 8;
  static constexpr std::uint32_t limit = 1U << 24;  ///< numbers are below it

  std::array<std::uint32_t, size> bands{};  ///< all 0 when the text has no word, else none is 0

  bool operator==(const TextSignature&) const = default;

  /// True when the two share a number at the same place, 0 apart: then their texts may be nearly the same.
  bool meets(const TextSignature& other) const {
    for (std::size_t i = 0; i < size; ++i)
      if (bands[i] != 0 && bands[i] == other.bands[i]) return true;
    return false;
  }
};

/// Makes the signature of a text word by word. The minimum of each of 16 classes of hashes is kept, so that a sequence
/// costs one hash (P. Li, A. Owen, C.-H. Zhang, "One permutation hashing", 2012); a class without any takes the minimum
/// of the next one (A. Shrivastava, P. Li, "Densifying one permutation hashing", 2014).
class SignatureMaker {
 public:
  SignatureMaker() { start(); }

  /// Forgets the words so far.
  void start();

  /// The next word, by a hash of it.
  void add(std::uint64_t word) {
    sequence_ = (sequence_ - last_[at_] * oldest_weight) * factor + word;
    last_[at_] = word;
    at_ = at_ + 1 == sequence_length ? 0 : at_ + 1;
    if (++words_ >= sequence_length) add_sequence(sequence_);
  }

  /// The signature of the words so far; a text of less than five words is one sequence.
  TextSignature finish();

 private:
  static constexpr std::size_t sequence_length = 5;
  static constexpr std::uint64_t factor = 0x9E3779B97F4A7C15;
  static constexpr std::uint64_t oldest_weight = factor * factor * factor * factor;

  void add_sequence(std::uint64_t sequence) {
    std::uint64_t hash = (sequence ^ (sequence >> 32)) * 0xD6E8FEB86659FD93;
    hash ^= hash >> 32;
    std::uint64_t& least = least_[hash & (least_.size() - 1)];
    least = hash < least ? hash : least;
  }

  std::array<std::uint64_t, 2 * TextSignature::size> least_{};
  std::array<std::uint64_t, sequence_length> last_{};
  std::size_t at_ = 0;
  std::size_t words_ = 0;
  std::uint64_t sequence_ = 0;
};

}  // namespace hemero
