#include "common/text/edited_text.h"

#include <string>

#include "tests/support/catch.h"

namespace hemero {
namespace {

ComparedWords words(const std::string& title, const std::string& text) {
  ArticleAnalyzer analyzer;
  Article article;
  article.title = title;
  if (!text.empty()) append_zone(article, ZoneKind::paragraph, text);
  return compared_words(analyzer.analyze(article));
}

TEST_CASE("words that are compared: of the title and of the text, whatever their case, accents and elisions") {
  const ComparedWords found = words("L’Été à Saint-Étienne", "Il n’a pas plu.");
  CHECK(found.title.size() == 4);
  CHECK(found.text.size() == 4);
  CHECK(found.title == words("l'ete a saint etienne", "").title);
}

TEST_CASE("the share of the shorter text that the longer one holds") {
  struct Row {
    const char* a;
    const char* b;
    double share;
  };
  const Row rows[] = {
      {"un deux trois", "un deux trois", 1},
      {"un deux trois", "un deux trois quatre cinq", 1},
      {"un deux trois", "un deux quatre", 0.5},
      {"un deux trois", "trois deux un", 0},
      {"un", "un", 1},
      {"un", "deux", 0},
      {"", "un", 0},
      {"un deux un deux", "un deux", 1},
  };
  for (const Row& row : rows) {
    INFO(row.a << " / " << row.b);
    CHECK(held_share(words("", row.a).text, words("", row.b).text) == row.share);
    CHECK(held_share(words("", row.b).text, words("", row.a).text) == row.share);
  }
}

TEST_CASE("of title, day and text an edit keeps two") {
  struct Row {
    const char* title;
    const char* text;
    bool other_day;
    bool edit;
  };
  const Row rows[] = {
      {"Un loup", "Un loup rôde à Die.", false, true},
      {"Un loup", "Un loup rôde à Die.", true, true},
      {"Deux loups", "Un loup rôde à Die.", false, true},
      {"Deux loups", "Un loup rôde à Die.", true, false},
      {"Un loup", "Un loup rôde à Crest.", false, true},
      {"Un loup", "Un loup rôde à Crest.", true, false},
      {"Deux loups", "Un loup rôde à Crest.", false, false},
      {"Un loup", "La neige tombe sur le Vercors.", false, false},
      {"Un loup", "", false, true},
      {"Deux loups", "", false, false},
      {"Un loup", "", true, false},
  };
  const ComparedWords first = words("Un loup", "Un loup rôde à Die.");
  const std::string council = "Le conseil de Die a voté le budget de l’école et de la halle aux grains, dit le maire";
  const ComparedWords second = words("Le budget de Die est voté", council + " le 3 mars.");
  CHECK(edit_likeness(second, words("Le budget de Die est enfin voté", council + " hier soir le 3 mars."), false) > 0);
  CHECK(edit_likeness(second, words("Le budget de Die", council + " le 3 mars. Il y en a 4 de plus."), false) > 0);
  CHECK(edit_likeness(second, words("Le budget de Die est enfin voté", council + " hier soir le 3 mars."), true) == 0);
  CHECK(edit_likeness(second, words("Le budget de Die", council + " le 4 mars."), false) == 0);
  CHECK(edit_likeness(second, words("Une halle neuve", council + " hier soir le 3 mars."), false) == 0);
  for (const Row& row : rows) {
    INFO(row.title << ": " << row.text << (row.other_day ? " (another day)" : ""));
    CHECK((edit_likeness(first, words(row.title, row.text), row.other_day) > 0) == row.edit);
    CHECK((edit_likeness(words(row.title, row.text), first, row.other_day) > 0) == row.edit);
  }
}

}  // namespace
}  // namespace hemero
