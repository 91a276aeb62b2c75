#include "common/store/copies/placed_articles.h"

#include <string>

#include "common/store/catalogue/place.h"
#include "tests/support/catch.h"

namespace hemero {
namespace {

TEST_CASE("the file of a place") {
  struct Row {
    const char* place;
    const char* file;
  };
  const Row rows[] = {
      {"d/x.txt", "d/x.txt"},
      {"d/x.csv:3", "d/x.csv"},
      {"-:17", "-"},
      {"x.txt~1f0c9a7b", "x.txt"},
      {"x.csv:3~1f0c9a7b5e4d3c2b", "x.csv"},
      {"issue/mets.xml#D1", "issue/mets.xml"},
      {"issue/mets.xml.gz#D1~1f0c9a7b", "issue/mets.xml.gz"},
      {"n° 3 #4.txt", "n° 3 #4.txt"},
      {"x~y.txt", "x~y.txt"},
      {"x.txt~3", "x.txt~3"},
      {"a:b", "a:b"},
      {"", ""},
  };
  for (const Row& row : rows) {
    INFO(row.place);
    CHECK(file_of_place(row.place) == row.file);
  }
}

TEST_CASE("a key that is a place tells the end of the path") {
  CHECK(is_place("x.csv:3", "x.csv"));
  CHECK(is_place("d/x.txt~1f0c9a7b", "press/d/x.txt"));
  CHECK(is_place("-:1", "-"));
  CHECK_FALSE(is_place("k1", "press/d/x.txt"));
  CHECK_FALSE(is_place("x.txt", "press/xx.txt"));
  CHECK_FALSE(is_place("https://a.example/x.txt", "x.txt"));
}

TEST_CASE("an article out of another file is the same one when a day or the file's name says so") {
  struct Row {
    const char* place;
    const char* key;
    const char* date;
    bool has_text;
    bool same;
  };
  const Row rows[] = {
      {"x.csv:3", "x.csv:9", nullptr, false, true},         {"d/x.csv:3", "x.csv:9", nullptr, true, true},
      {"d/x.csv:3", "x.csv:9", nullptr, false, false},      {"y.csv:3", "x.csv:9", nullptr, true, false},
      {"y.csv:3", "x.csv:9", "2021", true, true},           {"y.csv:3", "x.csv:9", "2021", false, false},
      {"a/x.txt", "b/x.txt~1f0c9a7b", nullptr, true, true},
  };
  for (const Row& row : rows) {
    INFO(row.place << " " << row.key);
    Article article;
    article.key = row.place;
    if (row.has_text) article.text = "Un loup.";
    if (row.date != nullptr) article.date = parse_iso_date(row.date);
    CHECK(is_same_article(article, row.key) == row.same);
  }
}

}  // namespace
}  // namespace hemero
