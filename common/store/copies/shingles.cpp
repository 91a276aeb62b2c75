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

std::size_t shared(const Shingles& a, const Shingles& b) {
  std::size_t count = 0;
  for (auto i = a.begin(), j = b.begin(); i != a.end() && j != b.end();) {
    count += *i == *j;
    const bool first = *i <= *j;
    j += *j <= *i;
    i += first;
  }
  return count;
}

/// Of texts of so many shingles that have some in common, as copy_likeness() says it; rises with what they have in
/// common.
double likeness(std::size_t a, std::size_t b, std::size_t common) {
  const std::size_t all = a + b - common;
  if (all == 0) return 0;
  const double alike = static_cast<double>(common) / static_cast<double>(all);  // Jaccard's index
  const double held = static_cast<double>(common) / static_cast<double>(std::min(a, b));
  return alike >= copy_jaccard || (held >= copy_containment && alike >= held_jaccard) ? alike : 0;
}

/// As many shingles of `a` at least are not in `b`.
std::size_t apart(const ShingleSketch& a, const ShingleSketch& b) {
  int bits = 0;
  for (std::size_t i = 0; i < a.bits.size(); ++i) bits += std::popcount(a.bits[i] & ~b.bits[i]);
  return static_cast<std::size_t>(bits);
}

/// The words of lead and body in order: neither elided ones nor compounds, whose parts follow.
std::vector<std::uint32_t> words_of(std::string_view codes) {
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

std::uint64_t sequence_hash(const std::uint32_t* word, std::size_t length) {
  std::uint64_t hash = length;
  for (std::size_t i = 0; i < length; ++i) hash = (hash ^ word[i]) * 0x9E3779B97F4A7C15 + (hash >> 29);
  return hash ^ (hash >> 32);
}

}  // namespace

Shingles shingles(std::string_view codes) {
  const std::vector<std::uint32_t> words = words_of(codes);
  Shingles hashes;
  if (words.empty()) return hashes;
  const std::size_t length = std::min(sequence_length, words.size());
  for (std::size_t i = 0; i + length <= words.size(); ++i) hashes.push_back(sequence_hash(&words[i], length));
  std::sort(hashes.begin(), hashes.end());
  hashes.erase(std::unique(hashes.begin(), hashes.end()), hashes.end());
  return hashes;
}

bool is_short(std::size_t shingles) { return shingles < shortest; }

double copy_likeness(const Shingles& a, const Shingles& b) {
  if (is_short(a.size()) || is_short(b.size())) return !a.empty() && a == b ? 1 : 0;
  return likeness(a.size(), b.size(), shared(a, b));
}

ShingleSketch sketch(const Shingles& text) {
  ShingleSketch sketch{text.size(), {}};
  for (const std::uint64_t shingle : text)
    sketch.bits[shingle / 64 % sketch.bits.size()] |= std::uint64_t{1} << (shingle % 64);
  return sketch;
}

bool may_be_copies(const ShingleSketch& a, const ShingleSketch& b) {
  return likeness(a.count, b.count, std::min(a.count - apart(a, b), b.count - apart(b, a))) > 0;
}

}  // namespace hemero
