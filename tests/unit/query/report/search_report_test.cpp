#include "query/report/search_report.h"

#include <random>

#include "common/base/error.h"
#include "query/report/report_check.h"
#include "query/report/report_json.h"
#include "tests/support/catch.h"

namespace hemero {

namespace {

ReportedArticle article(std::uint32_t id, const char* key, const char* content) {
  return {ArticleId(id), VersionId(id + 10), key, "2019-12", "Le « Matin »", content};
}

SearchReport report() {
  SearchReport report;
  report.program = "1";
  report.analyzer = "french";
  report.made = "2026-11-30T12:00";
  report.archive = "uuid";
  report.state = 7;
  report.request = "q=gr%C3%A8ve";
  report.query = "grève\n\"x\"";
  report.articles = {article(1, "b", "00"), article(2, "a\t", "11"), article(3, "é", "22")};
  report.sha256 = articles_sha256(report.articles);
  return report;
}

std::string replaced(std::string text, const std::string& part, const std::string& by) {
  text.replace(text.find(part), part.size(), by);
  return text;
}

std::vector<std::string> keys(const std::vector<ReportedArticle>& articles) {
  std::vector<std::string> keys;
  for (const ReportedArticle& each : articles) keys.push_back(each.key);
  return keys;
}

}  // namespace

TEST_CASE("the hash of a list of articles tells nothing of their numbers and order") {
  const std::string hash = articles_sha256({article(1, "b", "00"), article(2, "a", "11")});
  CHECK(articles_sha256({article(8, "a", "11"), article(9, "b", "00")}) == hash);
  CHECK(articles_sha256({article(1, "b", "00"), article(2, "a", "12")}) != hash);
  CHECK(articles_sha256({article(1, "b", "00")}) != hash);
  CHECK(articles_sha256({}) == "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
}

TEST_CASE("a report is read as it was written") {
  const SearchReport read = read_report(report_json(report()));
  CHECK(read.program == "1");
  CHECK(read.analyzer == "french");
  CHECK(read.made == "2026-11-30T12:00");
  CHECK(read.archive == "uuid");
  CHECK(read.state == 7);
  CHECK(read.request == report().request);
  CHECK(read.query == report().query);
  CHECK(read.sha256 == report().sha256);
  CHECK(compare(report(), read).none());
  CHECK(read.articles.front().id == ArticleId(1));
  CHECK(read.articles.front().version == VersionId(11));
}

TEST_CASE("what is no report is refused") {
  const std::string json = report_json(report());
  const struct {
    std::string json;
    const char* reason;
  } rows[] = {
      {"", "nothing"},
      {"[]", "no object"},
      {"{}", "an object without members"},
      {json.substr(0, json.size() / 2), "half of it"},
      {json + "{}", "more than a report"},
      {replaced(json, "\"report\":1", "\"report\":2"), "another form"},
      {replaced(json, "\"report\":1", "\"report\":\"1\""), "a text for a number"},
      {replaced(json, "\"id\":1", "\"id\":99999999999"), "a number that no article has"},
      {replaced(json, "\"id\":1", "\"id\":-1"), "a negative number"},
      {replaced(json, "\"content\":\"22\"", "\"content\":\"23\""), "another content than that of the hash"},
      {replaced(json, "\"articles\":[", "\"article\":["), "no list of articles"},
  };
  for (const auto& row : rows) {
    INFO(row.reason);
    CHECK_THROWS_AS(read_report(row.json), Error);
  }
}

TEST_CASE("damaged reports are refused, or lists that their hashes are of") {
  const std::string json = report_json(report());
  static const std::string pieces[]{"\"", "\\", "{", "]", ",", "9", "-", "\xE9", "\\u0000", "null", ""};
  std::mt19937 random(5);
  std::size_t refused = 0;
  for (int round = 0; round < 5000; ++round) {
    std::string damaged = json;
    damaged.replace(random() % json.size(), random() % 8, pieces[random() % std::size(pieces)]);
    INFO(damaged);
    try {
      const SearchReport read = read_report(damaged);
      CHECK(articles_sha256(read.articles) == read.sha256);
      CHECK(report_json(read_report(report_json(read))) == report_json(read));
    } catch (const Error&) {
      ++refused;
    }
  }
  CHECK(refused > 1000);
  CHECK(refused < 5000);
}

TEST_CASE("what has changed since a report is told by keys and contents") {
  SearchReport now = report();
  now.articles = {article(30, "é", "22"), article(2, "a\t", "12"), article(4, "c", "33")};
  const ReportChanges changes = compare(report(), now);
  CHECK(keys(changes.added) == std::vector<std::string>{"c"});
  CHECK(keys(changes.gone) == std::vector<std::string>{"b"});
  CHECK(keys(changes.changed) == std::vector<std::string>{"a\t"});
  CHECK(!changes.other_archive);
  CHECK(!changes.other_analyzer);
  now.archive = "another";
  now.analyzer = "another";
  CHECK(compare(report(), now).other_archive);
  CHECK(compare(report(), now).other_analyzer);
}

}  // namespace hemero
