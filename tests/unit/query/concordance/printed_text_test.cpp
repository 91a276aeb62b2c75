#include "query/concordance/printed_text.h"

#include <fmt/format.h>

#include "tests/support/catch.h"

namespace hemero {
namespace {

Article article() {
  Article article;
  article.title = "Un loup à Gap";
  append_zone(article, ZoneKind::lead, "Le maire de Gap l’a dit.");
  append_zone(article, ZoneKind::debris, "Lire aussi : Le loup");
  append_zone(article, ZoneKind::paragraph, "Il dort. « Le loup a vu l’arc-en-ciel d’été », dit-il !");
  append_zone(article, ZoneKind::paragraph, "…");
  append_zone(article, ZoneKind::paragraph, "Œuvre 😀 finie.");
  return article;
}

// Positions: 1 Un 2 loup 3 à 4 Gap · 6 Le 7 maire 8 de 9 Gap 10 l’ 11 a 12 dit · 14 Il 15 dort 16 Le 17 loup 18 a 19 vu
// 20 l’ 21 arc 22 en 23 ciel 24 d’ 25 été 26 dit 27 il · 29 Œuvre 30 finie.

TEST_CASE("what stands around a place") {
  const struct {
    std::uint32_t begin, end;
    std::size_t context;
    const char* line;  ///< left|pivot|right paragraph.sentence begin-end
    const char* reason;
  } rows[] = {
      {2, 3, 7, "Un |loup| à Gap 0.1 3-7", "in the title"},
      {2, 3, 1, "Un |loup| à 0.1 3-7", "one word on each side"},
      {2, 3, 0, "|loup| 0.1 3-7", "none"},
      {4, 5, 1, "à |Gap| 0.1 10-13", "at the end of a paragraph"},
      {6, 7, 2, "|Le| maire de 1.1 0-2", "at the beginning of one"},
      {11, 12, 1, "Gap l’|a| dit 1.1 18-19", "an elided word is none, and stands there"},
      {9, 10, 1, "de |Gap| l’a 1.1 12-15", ""},
      {12, 13, 3, "de Gap l’a |dit|. 1.1 20-23", "up to the stop that ends the paragraph"},
      {17, 18, 1, "« Le |loup| a 2.2 60-64", "with the mark that opens before it"},
      {17, 18, 4, "Il dort. « Le |loup| a vu l’arc-en-ciel 2.2 60-64", "a compound is not cut"},
      {25, 26, 1, "l’arc-en-ciel d’|été| », dit 2.2 86-89", "nor is one before"},
      {16, 18, 2, "Il dort. « |Le loup| a vu 2.2 57-64", "several words"},
      {22, 23, 0, "|en| 2.2 76-78", "a part of a compound"},
      {30, 31, 5, "Œuvre 😀 |finie|. 4.1 112-117", "code points are counted, paragraphs without words too"},
      {31, 32, 5, "", "behind the end"},
      {5, 6, 5, "", "between two paragraphs"},
      {4, 7, 5, "", "over the end of one"},
      {4, 4, 5, "", "nothing"},
  };
  const Article read = article();
  PrintedText text;
  text.read(read);
  for (const auto& row : rows) {
    INFO(row.reason);
    Span span;
    span.begin = row.begin;
    span.end = row.end;
    const auto line = text.line(span, row.context);
    const std::string shown = line ? fmt::format("{}|{}|{} {}.{} {}-{}", line->left, line->pivot, line->right,
                                                 line->paragraph, line->sentence, line->begin, line->end)
                                   : "";
    CHECK(shown == row.line);
  }
}

TEST_CASE("another article is read afresh") {
  const Article first = article();
  Article second;
  second.title = "Fin";
  PrintedText text;
  text.read(first);
  text.read(second);
  Span span;
  span.begin = 1;
  span.end = 2;
  REQUIRE(text.line(span, 3));
  CHECK(text.line(span, 3)->pivot == "Fin");
  span.begin = 2;
  span.end = 3;
  CHECK_FALSE(text.line(span, 3));
}

}  // namespace
}  // namespace hemero
