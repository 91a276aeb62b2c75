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
  append_zone(hit.article, ZoneKind::lead, "Le chapô.");
  append_zone(hit.article, ZoneKind::lead, "Sa suite.");
  append_zone(hit.article, ZoneKind::paragraph, "Le texte.");
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
      {"authors,date", "Claire Vasseur | Hugo Delattre,2021-08\r\n", "names may have commas"},
      {"date_precision", "month\r\n", "a date is not told more precisely than it is known"},
      {"lead", "Le chapô. Sa suite.\r\n", "one line, whatever its paragraphs"},
      {"matches,words,version,stored,content_hash", ",,,,\r\n", "what was not asked for is not known"},
      {"printings,first_id,first_date,first_source", "1,42,2021-08,'=1+1\r\n",
       "an article without copies is the first"},
      {"source", "'=1+1\r\n", "a spreadsheet takes no title for a formula"},
      {"snippet", "Une grève. … Sans fin\r\n", "passages in one cell"},
      {"passage", "Une grève. … Sans fin\r\n", "by its other name"},
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
  CHECK(out ==
        "rank,id,key,version,date,date_precision,source,section,authors,title,lead,url,language,words,matches,passage,"
        "printings,first_id,first_date,first_source,content_hash,path\r\n");
}

TEST_CASE("what is known of a hit beside its article") {
  Hit known = hit();
  known.matches = 7;
  known.state = {2, "2026-11-30T20:00:00Z", {0xAB}, 311};
  known.copies = {3, ArticleId(7), parse_iso_date("2020"), "Le Soir"};
  std::string out;
  CsvWriter csv(out);
  write_row(csv, known, read_columns("matches,version,stored,words,printings,first_id,first_date,first_source"));
  CHECK(out == "7,2,2026-11-30T20:00:00Z,311,3,7,2020,Le Soir\r\n");
  CHECK(render_json(known, read_columns("content_hash,matches")) ==
        R"({"content_hash":"ab000000000000000000000000000000","matches":7})");
  CHECK(render_json(hit(), read_columns("words")) == R"({"words":null})");
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
      CHECK_THAT(error.hint(), contains_text("number, id, key, score, snippet, passage"));
    }
  }
}

}  // namespace
}  // namespace hemero
