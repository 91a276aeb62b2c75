#include "common/model/article_json.h"

#include <string>

#include "tests/support/catch.h"

namespace hemero {
namespace {

std::string json_of(const Article& article, const ArticleField& field) {
  std::string out;
  JsonWriter json(out);
  json.begin_object();
  write_field(json, article, field);
  json.end_object();
  return out;
}

TEST_CASE("a field of an article as JSON") {
  Article article;
  article.section = "Monde";
  article.date = parse_iso_date("2021-08-11");
  article.authors = {"Claire Vasseur", "Jean Dupont"};
  article.ocr_confidence = 0.8;
  const ArticleField later{"edition", &Article::section, "edition", nullptr, "", std::nullopt, 5};
  struct Row {
    const Article& article;
    const ArticleField& field;
    const char* json;
    const char* reason;
  };
  const Article nothing;
  const Row rows[] = {
      {article, article_field("section"), R"({"section":"Monde"})", "a text"},
      {nothing, article_field("section"), R"({"section":""})", "no text"},
      {article, article_field("date"), R"({"date":"2021-08-11"})", "a date"},
      {nothing, article_field("date"), R"({"date":null})", "no date"},
      {article, article_field("authors"), R"({"authors":["Claire Vasseur","Jean Dupont"]})", "names"},
      {nothing, article_field("authors"), R"({"authors":[]})", "no names"},
      {article, article_field("ocr_confidence"), R"({"ocr_confidence":0.8})", "a number"},
      {nothing, article_field("ocr_confidence"), "{}", "no number"},
      {article, later, R"({"edition":"Monde"})", "a field of a later format"},
      {nothing, later, "{}", "a field of a later format that says nothing: as before it came"},
  };
  for (const Row& row : rows) {
    INFO(row.reason);
    CHECK(json_of(row.article, row.field) == row.json);
  }
}

TEST_CASE("fields but those named come in the order of the table") {
  Article article;
  article.title = "T";
  article.url = "U";
  std::string out;
  JsonWriter json(out);
  json.begin_object();
  write_fields_but(json, article, {"date", "date_text", "authors", "source", "section", "language", "keywords"});
  json.end_object();
  CHECK(out == R"({"title":"T","url":"U","path":""})");
}

}  // namespace
}  // namespace hemero
