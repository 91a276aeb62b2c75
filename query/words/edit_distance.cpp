#include "query/words/edit_distance.h"

#include <algorithm>
#include <bit>

#include "common/text/characters/unicode.h"

namespace hemero {

namespace {

void decode(std::string_view text, std::u32string& points) {
  points.clear();
  for (std::size_t at = 0; at < text.size();) {
    const CodePoint c = code_point_at(text, at);
    points += c.value;
    at += c.size;
  }
}

std::uint32_t letters_of(std::u32string_view word) {
  std::uint32_t letters = 0;
  for (const char32_t c : word) letters |= std::uint32_t{1} << (c % 32);
  return letters;
}

}  // namespace

EditMatcher::EditMatcher(std::string_view word, std::size_t most) : most_(most) {
  decode(word, word_);
  letters_ = letters_of(word_);
}

/// False, without decoding it, for most words that are too different: letters and digits are a byte each.
bool EditMatcher::may_match(std::string_view other) const {
  std::uint32_t letters = 0;
  for (const char c : other) {
    if ((c & 0x80) != 0) return true;
    letters |= std::uint32_t{1} << (c % 32);
  }
  return std::max(word_.size(), other.size()) - std::min(word_.size(), other.size()) <= most_ &&
         static_cast<std::size_t>(std::popcount(letters_ ^ letters)) <= 2 * most_;
}

bool EditMatcher::matches(std::string_view other) {
  if (!may_match(other)) return false;
  decode(other, other_);
  if (std::max(word_.size(), other_.size()) - std::min(word_.size(), other_.size()) > most_) return false;
  // An edit changes at most two letters of the set: one goes, one comes.
  if (static_cast<std::size_t>(std::popcount(letters_ ^ letters_of(other_))) > 2 * most_) return false;
  std::u32string_view a = word_;
  std::u32string_view b = other_;
  while (!a.empty() && !b.empty() && a.front() == b.front()) a.remove_prefix(1), b.remove_prefix(1);
  while (!a.empty() && !b.empty() && a.back() == b.back()) a.remove_suffix(1), b.remove_suffix(1);
  if (std::max(a.size(), b.size()) <= most_) return true;
  return table_matches(a, b);
}

/// The table of distances, three rows of it at a time; stops at a row that is beyond reach.
bool EditMatcher::table_matches(std::u32string_view a, std::u32string_view b) {
  const std::size_t width = b.size() + 1;
  rows_.assign(3 * width, 0);
  const auto cell = [&](std::size_t i, std::size_t j) -> std::uint32_t& { return rows_[(i % 3) * width + j]; };
  for (std::size_t j = 0; j < width; ++j) cell(0, j) = static_cast<std::uint32_t>(j);
  for (std::size_t i = 1; i <= a.size(); ++i) {
    cell(i, 0) = static_cast<std::uint32_t>(i);
    std::uint32_t least = cell(i, 0);
    for (std::size_t j = 1; j < width; ++j) {
      std::uint32_t cost = cell(i - 1, j - 1) + (a[i - 1] != b[j - 1] ? 1U : 0U);
      cost = std::min({cost, cell(i - 1, j) + 1, cell(i, j - 1) + 1});
      const bool swapped = i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1];
      if (swapped) cost = std::min(cost, cell(i - 2, j - 2) + 1);
      cell(i, j) = cost;
      least = std::min(least, cost);
    }
    if (least > most_) return false;
  }
  return cell(a.size(), b.size()) <= most_;
}

bool within_edits(std::string_view a, std::string_view b, std::size_t most) { return EditMatcher(a, most).matches(b); }

}  // namespace hemero
