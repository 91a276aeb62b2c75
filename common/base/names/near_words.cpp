#include "common/base/names/near_words.h"

#include <algorithm>
#include <utility>

namespace hemero {

namespace {

using Letters = std::vector<std::string_view>;

constexpr std::size_t most_edits = 2;
constexpr std::size_t letters_for_an_edit = 3;

Letters letters(std::string_view word) {
  Letters letters;
  for (std::size_t begin = 0, end = 0; begin < word.size(); begin = end) {
    const auto continues = [](char byte) { return (static_cast<unsigned char>(byte) & 0xC0U) == 0x80U; };
    for (end = begin + 1; end < word.size() && continues(word[end]);) ++end;
    letters.push_back(word.substr(begin, end - begin));
  }
  return letters;
}

/// Letters inserted, deleted, replaced, or swapped with a neighbour (optimal string alignment).
std::size_t edits(const Letters& a, const Letters& b) {
  std::vector<std::vector<std::size_t>> table(a.size() + 1, std::vector<std::size_t>(b.size() + 1));
  for (std::size_t i = 0; i <= a.size(); ++i)
    for (std::size_t j = 0; j <= b.size(); ++j) {
      if (i == 0 || j == 0) {
        table[i][j] = i + j;
        continue;
      }
      const std::size_t replaced = table[i - 1][j - 1] + (a[i - 1] == b[j - 1] ? 0U : 1U);
      table[i][j] = std::min({table[i - 1][j] + 1, table[i][j - 1] + 1, replaced});
      if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
        table[i][j] = std::min(table[i][j], table[i - 2][j - 2] + 1);
    }
  return table[a.size()][b.size()];
}

}  // namespace

std::vector<std::string> near_words(std::string_view typed, const std::vector<std::string>& words) {
  constexpr std::size_t longest = 40;  // no name of ours is
  if (typed.size() > longest) return {};
  const Letters typed_letters = letters(typed);
  const std::size_t most = std::min(most_edits, typed_letters.size() / letters_for_an_edit);
  std::vector<std::pair<std::size_t, std::string>> near;
  for (const std::string& word : words)
    if (const std::size_t distance = edits(typed_letters, letters(word)); distance <= most)
      near.emplace_back(distance, word);
  std::stable_sort(near.begin(), near.end(), [](const auto& a, const auto& b) { return a.first < b.first; });
  std::vector<std::string> found;
  for (auto& [distance, word] : near) found.push_back(std::move(word));
  return found;
}

std::optional<std::filesystem::path> near_path(const std::filesystem::path& typed) {
  const std::filesystem::path folder = typed.parent_path();
  std::vector<std::string> names;
  std::error_code error;
  for (std::filesystem::directory_iterator entry(folder.empty() ? "." : folder, error), end; !error && entry != end;
       entry.increment(error))
    names.push_back(entry->path().filename().string());
  std::sort(names.begin(), names.end());
  const std::vector<std::string> near = near_words(typed.filename().string(), names);
  return near.empty() ? std::nullopt : std::optional(folder / near.front());
}

}  // namespace hemero
