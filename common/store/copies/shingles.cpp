#include "common/store/copies/shingles.h"

#include <algorithm>

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

double jaccard(const Shingles& a, const Shingles& b, std::size_t common) {
  const std::size_t all = a.size() + b.size() - common;
  return all == 0 ? 0 : static_cast<double>(common) / static_cast<double>(all);
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

bool is_short(const Shingles& text) { return text.size() < shortest; }

double copy_likeness(const Shingles& a, const Shingles& b) {
  const std::size_t smaller = std::min(a.size(), b.size());
  if (is_short(a) || is_short(b)) return smaller > 0 && a == b ? 1 : 0;
  const std::size_t common = shared(a, b);
  const double alike = jaccard(a, b, common);
  const double held = static_cast<double>(common) / static_cast<double>(smaller);
  return alike >= copy_jaccard || (held >= copy_containment && alike >= held_jaccard) ? alike : 0;
}

}  // namespace hemero
