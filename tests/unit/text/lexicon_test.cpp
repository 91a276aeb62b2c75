#include "common/text/lexicon.h"

#include <algorithm>

#include "common/text/characters/unicode.h"
#include "common/text/fold.h"
#include "common/text/table_rows.h"
#include "tests/support/catch.h"

namespace hemero {
namespace {

using Words = std::vector<std::string>;

TEST_CASE("the elided words of French are those of its grammar") {
  for (const char* word : {"c", "d", "j", "l", "m", "n", "s", "t", "qu", "jusqu", "lorsqu", "puisqu", "quoiqu"})
    CHECK(is_elision(word));
  for (const char* word : {"", "a", "o", "y", "b", "presqu", "quelqu", "entr", "aujourd", "prud", "grand", "qui"})
    CHECK_FALSE(is_elision(word));
}

TEST_CASE("clitics come behind a verb, and some nouns look like a verb with one") {
  for (const char* word : {"je", "tu", "il",  "elle", "on",   "nous", "vous", "ils", "elles", "ce",
                           "le", "la", "les", "lui",  "leur", "moi",  "toi",  "y",   "en",    "ci"})
    CHECK(is_clitic(word));
  for (const char* word : {"", "t", "un", "de", "et", "bas", "même"}) CHECK_FALSE(is_clitic(word));
  for (const char* word : {"rendezvous", "gardeavous"}) CHECK(is_whole_compound(word));
  for (const char* word : {"avezvous", "ditil", "weekend"}) CHECK_FALSE(is_whole_compound(word));
}

TEST_CASE("abbreviations are told from titles") {
  for (const char* word : {"m", "mm", "mme", "mgr", "dr", "st", "jr"}) {
    CHECK(is_abbreviation(word));
    CHECK(is_title(word));
  }
  for (const char* word : {"art", "vol", "etc", "sept", "cap"}) {
    CHECK(is_abbreviation(word));
    CHECK_FALSE(is_title(word));
  }
  for (const char* word : {"", "non", "maire", "paris"}) {
    CHECK_FALSE(is_abbreviation(word));
    CHECK_FALSE(is_title(word));
  }
}

TEST_CASE("stop words keep their accents") {
  for (const char* word : {"le", "la", "des", "où", "ou", "à", "mais", "sur", "été"}) CHECK(is_stop_word(word));
  for (const char* word : {"dés", "maïs", "sûr", "mur", "président", ""}) CHECK_FALSE(is_stop_word(word));
  for (const char* word : {"le", "de", "et"}) CHECK(is_weak_word(word));
  for (const char* word : {"ou", "mais", "président"}) CHECK_FALSE(is_weak_word(word));
  for (const char* word : {"des", "mais", "sur", "ou", "ete"}) CHECK(folds_to_stop_word(word));
  for (const char* word : {"president", "mur", ""}) CHECK_FALSE(folds_to_stop_word(word));
}

TEST_CASE("irregular forms and equivalent spellings know each other") {
  const auto has = [](const Words& words, const char* word) {
    return std::find(words.begin(), words.end(), word) != words.end();
  };
  CHECK(has(irregular_forms("oeil"), "yeux"));
  CHECK(has(irregular_forms("yeux"), "oeil"));
  CHECK(has(irregular_forms("travail"), "travaux"));
  CHECK(irregular_forms("mairie").empty());
  CHECK(equivalents("st") == Words{"saint"});
  CHECK(equivalents("sainte") == Words{"ste"});
  CHECK(equivalents("maire").empty());
}

TEST_CASE("the spellings of 1990 and those before know each other, whatever ends the word") {
  CHECK(spellings_of_1990("ognons") == Words{"oignons"});
  CHECK(spellings_of_1990("oignon") == Words{"ognon"});
  CHECK(spellings_of_1990("maire").empty());
}

TEST_CASE("names that look like common words are listed, so are nouns that look like participles") {
  for (const char* word : {"marine", "gaza", "seine", "dati", "marie"}) CHECK(is_listed_name(word));
  for (const char* word : {"", "maire", "Marine"}) CHECK_FALSE(is_listed_name(word));
  for (const char* word : {"etudiant", "president", "habitant"}) CHECK(is_noun_like_verb(word));
  for (const char* word : {"", "etudiants", "faisant", "votent"}) CHECK_FALSE(is_noun_like_verb(word));
}

TEST_CASE("the tables hold what is looked up in them") {
  for (const char* table :
       {"irregular_forms", "equivalences", "abbreviations", "names", "verbal_nouns", "spellings_1990"})
    for (const auto& row : table_rows(table)) {
      INFO(table << ": " << row.front());
      CHECK(fold(row.front()) == row.front());
    }
  for (const auto& row : table_rows("stop_words")) {
    INFO(row.front());
    CHECK(to_nfc(row.front()) == row.front());
    CHECK(std::none_of(row.front().begin(), row.front().end(), [](char c) { return c >= 'A' && c <= 'Z'; }));
  }
}

}  // namespace
}  // namespace hemero
