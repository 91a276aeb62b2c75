#include "query/render/columns.h"

#include "common/base/error.h"
#include "query/render/render.h"
#include "tests/support/catch.h"

// Hits as rows of a table, and as objects with a few members.

namespace hemero {
namespace {

Hit hit() {
  Hit hit;
  hit.rank = 3;
  hit.id = ArticleId(42);
  hit.score = 1.5;
  hit.article.key = "k-1";
  hit.article.title = "Un\ntitre, \"long\"";
  hit.article.date = parse_iso_date("2021-08");
  hit.article.authors = {"Claire Vasseur", "Hugo Delattre"};
  hit.article.source = "=1+1";
  hit.snippets = {{"Une grève.", {}, false, false}, {"Sans\tfin", {}, true, true}};
  return hit;
}

std::string row(std::string_view names) {
  std::string out;
  CsvWriter csv(out);
  write_row(csv, hit(), read_columns(names));
  return out;
}

TEST_CASE("a hit as a row") {
  const struct {
    const char* columns;
    const char* row;
    const char* reason;
  } rows[] = {
      {"rank,number,id,key", "3,42,42,k-1\r\n", "what an answer says of it"},
      {"score", "1.5000\r\n", "as in the JSON, with four decimals"},
      {"title", "\"Un titre, \"\"long\"\"\"\r\n", "one line a cell"},
      {"authors,date", "\"Claire Vasseur, Hugo Delattre\",2021-08\r\n", "as people read them"},
      {"source", "'=1+1\r\n", "a spreadsheet takes no title for a formula"},
      {"snippet", "Une grève. … Sans fin\r\n", "passages in one cell"},
      {"section,url,key", ",,k-1\r\n", "what is not known is empty"},
      {"key,key", "k-1,k-1\r\n", "as often as asked for"},
  };
  for (const auto& [columns, expected, reason] : rows) {
    INFO(reason);
    CHECK(row(columns) == expected);
  }
}

TEST_CASE("the default columns, and their names above them") {
  std::string out;
  CsvWriter csv(out);
  write_header(csv, default_columns());
  CHECK(out == "number,date,source,section,authors,title,url,snippet,key\r\n");
}

TEST_CASE("a hit as an object with these members") {
  CHECK(render_json(hit(), read_columns("number,score,authors,date,url,snippet")) ==
        R"({"number":42,"score":1.5,"authors":["Claire Vasseur","Hugo Delattre"],"date":"2021-08","url":"",)"
        R"("snippet":"Une grève. … Sans fin"})");
}

TEST_CASE("a column of another name is a usage error that tells the names") {
  for (const char* names : {"titel", "", "title,", ",title", "title;url", " title"}) {
    INFO(names);
    try {
      read_columns(names);
      FAIL("no error");
    } catch (const Error& error) {
      CHECK(error.code() == ErrorCode::usage);
      CHECK_THAT(error.hint(), contains_text("number, id, key, score, snippet, title, date"));
    }
  }
}

}  // namespace
}  // namespace hemero
