#include "query/edit_distance.h"

#include <algorithm>
#include <string>
#include <vector>

#include "common/text/unicode.h"

namespace hemero {

namespace {

std::u32string code_points(std::string_view text) {
  std::u32string points;
  for (std::size_t at = 0; at < text.size();) {
    const CodePoint c = code_point_at(text, at);
    points += c.value;
    at += c.size;
  }
  return points;
}

}  // namespace

bool within_edits(std::string_view a_text, std::string_view b_text, std::size_t most) {
  const std::u32string a = code_points(a_text);
  const std::u32string b = code_points(b_text);
  if (std::max(a.size(), b.size()) - std::min(a.size(), b.size()) > most) return false;
  std::vector<std::size_t> two_above, above(b.size() + 1), row(b.size() + 1);
  for (std::size_t j = 0; j <= b.size(); ++j) above[j] = j;
  for (std::size_t i = 1; i <= a.size(); ++i) {
    row[0] = i;
    for (std::size_t j = 1; j <= b.size(); ++j) {
      row[j] = std::min({above[j] + 1, row[j - 1] + 1, above[j - 1] + (a[i - 1] != b[j - 1])});
      const bool swapped = i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1];
      if (swapped) row[j] = std::min(row[j], two_above[j - 2] + 1);
    }
    if (*std::min_element(row.begin(), row.end()) > most) return false;
    two_above = above;
    above = row;
  }
  return above[b.size()] <= most;
}

}  // namespace hemero
