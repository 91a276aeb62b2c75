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

}  // namespace
}  // namespace hemero
