#include <algorithm>
#include <random>
#include <set>

#include "common/text/characters/unicode.h"
#include "common/text/fold.h"
#include "common/text/lexicon.h"
#include "common/text/table_rows.h"
#include "query/words/forms.h"
#include "query/words/spelling.h"
#include "tests/unit/query/press_archive.h"

// What must hold for the family of any word: of an archive that prints the words of our tables in many forms, with
// accents, with capitals, some often.

namespace hemero {
namespace {

std::vector<std::string> split(std::string_view text) {
  std::vector<std::string> words;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find(' '), text.size());
    words.emplace_back(text.substr(0, end) == "-" ? std::string_view() : text.substr(0, end));
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return words;
}

void add_accented(std::vector<std::string>& words) {
  for (const char* stem :
       {"port", "accord", "présent", "début", "préfér", "cr", "employ", "nég", "étudi", "pay", "vol"})
    for (const char* ending :
         {"er", "e", "es", "ent", "é", "és", "ée", "ées", "ait", "ant", "ants", "ante", "a", "", "s"})
      words.push_back(std::string(stem) + ending);
  for (const char* word :
       {"adhérent",   "adhérents",  "adhèrent", "adhère",    "adhérer",  "différent",  "diffèrent", "député",
        "députée",    "députés",    "sénateur", "sénatrice", "œuvre",    "œuvres",     "évènement", "événement",
        "première",   "premier",    "sécurité", "général",   "généraux", "généreux",   "organe",    "organisé",
        "université", "univers",    "États",    "état",      "côte",     "côté",       "cote",      "pêcheur",
        "pécheur",    "pêche",      "péché",    "Élysée",    "maïs",     "mais",       "sûr",       "sur",
        "président",  "présidents", "préside",  "résident",  "réside",   "boulangère", "boulanger", "Marine",
        "marine",     "marin",      "Gaza",     "gaz",       "Dati",     "date"})
    words.emplace_back(word);
}

/// The words of the tables, each with some of its endings.
std::vector<std::string> table_words() {
  std::mt19937 random(1);
  std::vector<std::string> words;
  add_accented(words);
  for (const char* table : {"irregular_forms", "verbal_nouns", "names"})
    for (const auto& row : table_rows(table)) words.insert(words.end(), row.begin(), row.end());
  for (const auto& row : table_rows("strangers"))
    for (const auto side : row)
      for (const std::string& word : split(side)) words.push_back(word);
  for (const auto& row : table_rows("verb_models"))
    for (const std::string& stem : split(row.at(2)))
      for (const std::string& ending : split(row.at(1)))
        if (random() % 6 == 0) words.push_back(stem + ending);
  return words;
}

/// Prints each word one to four times, now and then with a capital.
std::string printed(const std::vector<std::string>& words) {
  std::mt19937 random(2);
  std::string text = "Les";
  for (const std::string& word : words)
    for (unsigned times = 1 + random() % 4; times > 0; --times) {
      const bool capital = random() % 16 == 0 && word.front() >= 'a' && word.front() <= 'z';
      text += ' ' + word;
      if (capital) text[text.size() - word.size()] = static_cast<char>(word.front() - 'a' + 'A');
    }
  return text;
}

const std::vector<std::string>& words() {
  static const auto all = table_words();
  return all;
}

FormFinder& finder() {
  static PressArchive press({{.key = "tables", .title = "Tables", .text = printed(words())}});
  static KnownForms known(press.reader().vocabulary());
  static FormFinder forms(known);
  return forms;
}

std::set<std::uint32_t> ids(const WordForms& forms) {
  std::set<std::uint32_t> all;
  for (const VocabularyEntry& entry : forms.surfaces) all.insert(entry.id);
  return all;
}

bool holds(const std::set<std::uint32_t>& all, const std::set<std::uint32_t>& some) {
  return std::includes(all.begin(), all.end(), some.begin(), some.end());
}

TEST_CASE("a word typed without accents reaches all that it reaches with them") {
  REQUIRE(words().size() > 2000);
  for (const std::string& word : words()) {
    if (folds_to_stop_word(fold(word))) continue;  // « sûr » and « sur » are two words
    INFO(word);
    REQUIRE(holds(ids(finder().family(fold(word))), ids(finder().family(word))));
  }
}

TEST_CASE("the forms of a word typed with accents have them too, or are printed without") {
  std::size_t accented = 0;
  for (const std::string& word : words()) {
    const std::string folded = fold(word);
    if (!has_accents(word)) continue;
    ++accented;
    for (const VocabularyEntry& entry : finder().family(word).surfaces) {
      INFO(word << " " << entry.surface);
      const bool same = entry.folded == folded || accents_agree(to_lower(word), to_lower(entry.surface));
      REQUIRE((same || !has_accents(entry.surface)));
    }
  }
  REQUIRE(accented > 50);
}

TEST_CASE("a family holds its word, however it is printed") {
  for (const std::string& word : words()) {
    INFO(word);
    const auto family = ids(finder().family(word));
    if (!folds_to_stop_word(fold(word))) REQUIRE(holds(family, ids(finder().same_word(word))));
    REQUIRE(holds(family, ids(finder().exact(word))));
    REQUIRE(holds(ids(finder().same_word(word)), ids(finder().exact(word))));
  }
}

TEST_CASE("no word of grammar is a form of another word") {
  for (const std::string& word : words()) {
    const std::string folded = fold(word);
    for (const VocabularyEntry& entry : finder().family(word).surfaces) {
      INFO(word << " " << entry.surface);
      REQUIRE((entry.folded == folded || !folds_to_stop_word(entry.folded)));
    }
  }
}

TEST_CASE("a capital inside a word changes nothing") {
  for (const std::string& word : words()) {
    const bool small = word.back() >= 'a' && word.back() <= 'z' && to_lower(word) == word;
    if (!small || folds_to_stop_word(fold(word))) continue;
    std::string capital = word;
    capital.back() = static_cast<char>(word.back() - 'a' + 'A');
    INFO(capital);
    REQUIRE(ids(finder().family(capital)) == ids(finder().family(word)));
  }
}

}  // namespace
}  // namespace hemero
