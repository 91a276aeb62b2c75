#include "common/text/lexicon.h"

#include <algorithm>
#include <unordered_map>
#include <unordered_set>

#include "common/text/fold.h"
#include "common/text/table_rows.h"

namespace hemero {

namespace {

using Words = std::unordered_set<std::string_view>;

Words first_column(std::string_view table) {
  Words words;
  for (const auto& row : table_rows(table)) words.insert(row.front());
  return words;
}

/// The first column of the rows of which a later one is `mark`.
Words marked(std::string_view table, std::string_view mark) {
  Words words;
  for (const auto& row : table_rows(table))
    if (std::find(row.begin() + 1, row.end(), mark) != row.end()) words.insert(row.front());
  return words;
}

std::unordered_set<std::string> particles(std::string_view kind) {
  std::unordered_set<std::string> words;
  for (const auto& row : table_rows("particles"))
    if (row.front() == kind) words.insert(fold(row.at(1)));
  return words;
}

/// word → the others of its line.
class Relatives {
 public:
  explicit Relatives(std::string_view table) {
    for (const auto& row : table_rows(table))
      for (const auto word : row)
        for (const auto other : row)
          if (other != word) others_[word].emplace_back(other);
  }

  const std::vector<std::string>& of(std::string_view word) const {
    const auto found = others_.find(word);
    return found == others_.end() ? none_ : found->second;
  }

 private:
  std::unordered_map<std::string_view, std::vector<std::string>> others_;
  std::vector<std::string> none_;
};

}  // namespace

bool is_elision(std::string_view folded) {
  static const std::vector<std::string> words = [] {
    const auto found = particles("elision");
    return std::vector<std::string>(found.begin(), found.end());
  }();
  return std::find(words.begin(), words.end(), folded) != words.end();  // few: faster than a hash
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

bool is_title(std::string_view folded) {
  static const Words words = marked("abbreviations", "name");
  return words.contains(folded);
}

bool is_stop_word(std::string_view lower) {
  static const Words words = first_column("stop_words");
  return words.contains(lower);
}

bool is_weak_word(std::string_view lower) {
  static const Words words = marked("stop_words", "weak");
  return words.contains(lower);
}

bool is_linking_word(std::string_view lower) {
  static const Words words = marked("stop_words", "link");
  return words.contains(lower);
}

bool is_stop_noun(std::string_view lower) {
  static const Words words = marked("stop_words", "noun");
  return words.contains(lower);
}

bool folds_to_stop_word(std::string_view folded) {
  static const auto words = [] {
    std::unordered_set<std::string> all;
    for (const auto& row : table_rows("stop_words")) all.insert(fold(row.front()));
    return all;
  }();
  return words.contains(std::string(folded));
}

const std::vector<std::string>& irregular_forms(std::string_view folded) {
  static const Relatives forms("irregular_forms");
  return forms.of(folded);
}

bool is_listed_name(std::string_view folded) {
  static const Words words = first_column("names");
  return words.contains(folded);
}

bool is_noun_like_verb(std::string_view folded) {
  static const Words words = first_column("verbal_nouns");
  return words.contains(folded);
}

const std::vector<std::string>& equivalents(std::string_view folded) {
  static const Relatives spellings("equivalences");
  return spellings.of(folded);
}

std::vector<std::string> spellings_of_1990(std::string_view folded) {
  static const auto rows = table_rows("spellings_1990");
  std::vector<std::string> others;
  const auto add = [&](std::string_view from, std::string_view to) {
    if (folded.starts_with(from)) others.push_back(std::string(to) + std::string(folded.substr(from.size())));
  };
  for (const auto& row : rows) {
    add(row.at(0), row.at(1));
    add(row.at(1), row.at(0));
  }
  return others;
}

}  // namespace hemero
