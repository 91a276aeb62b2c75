#include "common/store/copies/shingles.h"

#include <algorithm>
#include <bit>

#include "common/store/streams/token_stream.h"

namespace hemero {

namespace {

constexpr std::size_t sequence_length = 5;

// Measured on pairs of French news that were judged (docs/decisions/0017-copies-by-token-streams.md).
constexpr double copy_jaccard = 0.65;      ///< texts that share as much are copies
constexpr double copy_containment = 0.88;  ///< and one that another holds to this share,
constexpr double held_jaccard = 0.25;      ///< when they share as much of both

/// Sequences of a text that may differ from its copies: in a few lines one word is the news, a month or a score.
constexpr std::size_t shortest = 30;

/// As copy_likeness() says it, of texts that have so many shingles in common, and that many each by itself.
double likeness(std::size_t common, std::size_t only_a, std::size_t only_b) {
  if (common == 0) return 0;
  const auto share = [common](std::size_t others) {
    return static_cast<double>(common) / static_cast<double>(common + others);
  };
  const double alike = share(only_a + only_b);  // Jaccard's index
  const double held = share(std::min(only_a, only_b));
  return alike >= copy_jaccard || (held >= copy_containment && alike >= held_jaccard) ? alike : 0;
}

/// Texts of so many shingles that have fewer in common are no copies; rounded down.
std::size_t fewest_common(std::size_t a, std::size_t b) {
  const auto both = static_cast<double>(a + b);
  const auto of_both = [both](double jaccard) { return jaccard / (1 + jaccard) * both; };
  const double held = copy_containment * static_cast<double>(std::min(a, b));
  return static_cast<std::size_t>(std::min(of_both(copy_jaccard), std::max(held, of_both(held_jaccard))));
}

/// As many shingles of `a` at least are not in `b`.
std::size_t apart(const ShingleSketch& a, const ShingleSketch& b) {
  int bits = 0;
  for (std::size_t i = 0; i < a.bits.size(); ++i) bits += std::popcount(a.bits[i] & ~b.bits[i]);
  return static_cast<std::size_t>(bits);
}

/// Never 0.
std::uint64_t sequence_hash(const std::uint32_t* word, std::size_t length) {
  std::uint64_t hash = length;
  for (std::size_t i = 0; i < length; ++i) hash = (hash ^ word[i]) * 0x9E3779B97F4A7C15 + (hash >> 29);
  hash ^= hash >> 32;
  return hash != 0 ? hash : 1;
}

/// Calls `take` with the hash of each sequence of words.
template <typename Take>
void each_sequence(const std::vector<std::uint32_t>& words, Take take) {
  const std::size_t length = std::min(sequence_length, words.size());
  if (length == 0) return;
  for (std::size_t i = 0; i + length <= words.size(); ++i) take(sequence_hash(&words[i], length));
}

}  // namespace

std::vector<std::uint32_t> compared_words(std::string_view codes) {
  struct Words : TokenVisitor {
    void start_zone(Field) { in_text = true; }
    bool token(const CodedToken& token) {
      if (in_text && token.is_word()) list.push_back(token.surface);
      return true;
    }

    bool in_text = false;
    std::vector<std::uint32_t> list;
  };
  return read_tokens(PackedCodes(codes), Words()).list;
}

Shingles::Shingles(const std::vector<std::uint32_t>& words) : table_(std::bit_ceil(2 * words.size() + 1)) {
  each_sequence(words, [&](std::uint64_t hash) {
    std::uint64_t& place = table_[place_of(hash)];
    size_ += place == 0;
    place = hash;
  });
}

/// Where the hash stands, or would.
std::size_t Shingles::place_of(std::uint64_t hash) const {
  const std::size_t mask = table_.size() - 1;
  std::size_t place = hash & mask;
  while (table_[place] != 0 && table_[place] != hash) place = (place + 1) & mask;
  return place;
}

std::size_t Shingles::shared_with(const Shingles& other, std::size_t least) const {
  if (size_ > other.size_) return other.shared_with(*this, least);
  if (empty() || size_ < least) return 0;
  std::size_t lacking = 0;
  for (const std::uint64_t hash : table_) {
    if (hash == 0 || other.table_[other.place_of(hash)] != 0) continue;
    if (++lacking > size_ - least) return 0;
  }
  return size_ - lacking;
}

bool is_short(std::size_t shingles) { return shingles < shortest; }

double copy_likeness(const Shingles& a, const Shingles& b) {
  const std::size_t common = a.shared_with(b, fewest_common(a.size(), b.size()));
  const bool all = common == a.size() && common == b.size();
  if ((is_short(a.size()) || is_short(b.size())) && !all) return 0;
  return likeness(common, a.size() - common, b.size() - common);
}

ShingleSketch sketch(const std::vector<std::uint32_t>& words) {
  ShingleSketch sketch;
  each_sequence(words, [&](std::uint64_t hash) {
    sketch.bits[hash / 64 % sketch.bits.size()] |= std::uint64_t{1} << (hash % 64);
    ++sketch.sequences;
  });
  return sketch;
}

/// What they have in common is no more, and what each has by itself no less.
bool may_be_copies(const ShingleSketch& a, const ShingleSketch& b) {
  const std::size_t only_a = apart(a, b);
  const std::size_t only_b = apart(b, a);
  return likeness(std::min(a.sequences - only_a, b.sequences - only_b), only_a, only_b) > 0;
}

}  // namespace hemero
