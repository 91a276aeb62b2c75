#include "indexer/ingest/reader_date.h"

#include <string>

#include "indexer/ingest/source.h"
#include "tests/support/catch.h"
#include "tests/unit/store/temporary_folder.h"

namespace hemero {
namespace {

std::string object(const std::string& date) { return R"({"title": "T", "date": ")" + date + "\"}\n"; }

std::string objects(int count, const std::string& date) {
  std::string text;
  for (int i = 0; i < count; ++i) text += object(date);
  return text;
}

std::string item(const std::string& date) { return "<item><title>T</title><pubDate>" + date + "</pubDate></item>"; }

const struct {
  const char* name;
  std::string bytes;
  bool month_first;
  const char* reason;
} rows[] = {
    {"a.jsonl", object("02/11/2021"), false, "as French has it"},
    {"a.jsonl", object("02/11/2021") + object("08/31/2021"), true, "the second date tells of the first"},
    {"a.jsonl", object("08/31/2021") + object("31/08/2021"), false, "both orders: none is believed"},
    {"a.jsonl", objects(500, "02/11/2021") + object("08/31/2021"), true, "far down"},
    {"a.jsonl", objects(1000, "02/11/2021") + object("08/31/2021"), false, "further down than is looked"},
    {"a.jsonl", object("hier") + object("") + object("2021-08-31") + "[\n", false, "dates of other forms tell nothing"},
    {"a.csv", "titre;texte;date\nA;x;02/11/2021\nB;y;8/31/2021 6:03 PM\n", true, "a table"},
    {"a.csv", "titre;texte;date\nA;x;02/11/2021\nB;y\nC;08/31/2021;\n", false,
     "a date in another column, a row too short"},
    {"a.rss", "<rss><channel>" + item("02/11/2021") + item("08/31/2021") + "</channel></rss>", true, "a feed"},
    {"a.rss", "<rss><channel>" + item("Wed, 31 Aug 2021 18:03:00 GMT") + "</channel></rss>", false, "a feed as it is"},
};

TEST_CASE("a file tells in which order it writes day and month") {
  for (const auto& row : rows) {
    INFO(row.name << ": " << row.reason);
    const TemporaryFolder folder;
    const auto path = folder.write(row.name, row.bytes);
    Source source({{path, row.name, row.bytes.size(), true}});
    while (const auto item = source.next())
      if (const auto* record = std::get_if<Record>(&*item))
        CHECK((record->date_order == DateOrder::month_first) == row.month_first);
  }
}

TEST_CASE("the order of one file is not that of the next") {
  const TemporaryFolder folder;
  const auto american = folder.write("a.jsonl", object("08/31/2021"));
  const auto french = folder.write("b.jsonl", object("02/11/2021"));
  Source source({{american, "a.jsonl", 1, true}, {french, "b.jsonl", 1, true}});
  CHECK(std::get<Record>(*source.next()).date_order == DateOrder::month_first);
  CHECK(std::get<Record>(*source.next()).date_order == DateOrder::day_first);
}

TEST_CASE("the date of an article becomes that of its readers") {
  const struct {
    const char* read;
    const char* text;
    DateOrder order;
    const char* date;
    std::size_t choices;
    const char* reason;
  } settled[] = {
      {"2021-08-11T22:30Z", "2021-08-11T22:30Z", DateOrder::day_first, "2021-08-12T00:30", 1, "a day later"},
      {"2021-08-11T18:03+02:00", "…", DateOrder::day_first, "2021-08-11T18:03", 0, "their own zone is no news"},
      {"2021-08-11T18:03", "11 août 2021 à 18h03", DateOrder::day_first, "2021-08-11T18:03", 0, "no zone"},
      {"2021-11-02", "02/11/2021", DateOrder::month_first, "2021-02-11", 1, "the month first"},
      {"2021-08-11", "11 août 2021", DateOrder::month_first, "2021-08-11", 0, "which words do not have"},
      {"2021-08-31", "le 08/31/2021", DateOrder::month_first, "2021-08-31", 0, "what is no date alone stays as read"},
  };
  for (const auto& row : settled) {
    INFO(row.reason);
    Article article;
    article.date = parse_iso_date(row.read);
    article.date_text = row.text;
    Choices choices;
    settle_date(article, row.order, TimeZone(), choices);
    CHECK(to_iso(*article.date) == row.date);
    CHECK_FALSE(article.date->offset);
    CHECK(choices.size() == row.choices);
  }
  Article undated;
  Choices choices;
  settle_date(undated, DateOrder::month_first, TimeZone(), choices);
  CHECK_FALSE(undated.date);
}

}  // namespace
}  // namespace hemero
