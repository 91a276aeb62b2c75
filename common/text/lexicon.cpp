#include "common/text/lexicon.h"

#include <algorithm>
#include <unordered_map>
#include <unordered_set>

#include "common/text/fold.h"
#include "data/tables.h"

namespace hemero {

namespace {

using Words = std::unordered_set<std::string_view>;

std::vector<std::string_view> split(std::string_view text, char separator) {
  std::vector<std::string_view> parts;
  while (!text.empty()) {
    const auto end = std::min(text.find(separator), text.size());
    parts.push_back(text.substr(0, end));
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return parts;
}

/// The rows of a table, each split at its tabs; comments and empty lines left out.
std::vector<std::vector<std::string_view>> rows(std::string_view table) {
  std::vector<std::vector<std::string_view>> found;
  for (const std::string_view line : split(table_text(table), '\n'))
    if (!line.empty() && line.front() != '#') found.push_back(split(line, '\t'));
  return found;
}

Words first_column(std::string_view table) {
  Words words;
  for (const auto& row : rows(table)) words.insert(row.front());
  return words;
}

std::unordered_set<std::string> particles(std::string_view kind) {
  std::unordered_set<std::string> words;
  for (const auto& row : rows("particles"))
    if (row.front() == kind) words.insert(fold(row.at(1)));
  return words;
}

/// word → the others of its line, for both tables of relatives.
std::unordered_map<std::string_view, std::vector<std::string>> make_relatives() {
  std::unordered_map<std::string_view, std::vector<std::string>> relatives;
  for (const std::string_view table : {"irregular_forms", "equivalences"})
    for (const auto& row : rows(table))
      for (const auto word : row)
        for (const auto other : row)
          if (other != word) relatives[word].emplace_back(other);
  return relatives;
}

}  // namespace

bool is_elision(std::string_view folded) {
  static const auto words = particles("elision");
  return folded.size() <= 6 && words.contains(std::string(folded));
}

bool is_clitic(std::string_view folded) {
  static const auto words = particles("clitic");
  return folded.size() <= 5 && words.contains(std::string(folded));
}

bool is_whole_compound(std::string_view folded) {
  static const auto words = particles("whole");
  return words.contains(std::string(folded));
}

bool is_abbreviation(std::string_view folded) {
  static const Words words = first_column("abbreviations");
  return words.contains(folded);
}

bool is_stop_word(std::string_view lower) {
  static const Words words = first_column("stop_words");
  return words.contains(lower);
}

bool folds_to_stop_word(std::string_view folded) {
  static const auto words = [] {
    std::unordered_set<std::string> all;
    for (const auto& row : rows("stop_words")) all.insert(fold(row.front()));
    return all;
  }();
  return words.contains(std::string(folded));
}

std::vector<std::string> listed_relatives(std::string_view folded) {
  static const auto relatives = make_relatives();
  const auto found = relatives.find(folded);
  return found == relatives.end() ? std::vector<std::string>{} : found->second;
}

}  // namespace hemero
