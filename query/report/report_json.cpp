#include "query/report/report_json.h"

#include <algorithm>

#include <fmt/format.h>
#include <simdjson.h>

#include "common/base/error.h"
#include "common/base/json_writer.h"
#include "common/base/message.h"

namespace hemero {

namespace {

constexpr int report_version = 1;

using simdjson::dom::element;

void write_archive(JsonWriter& json, const SearchReport& report) {
  json.key("archive").begin_object().member("uuid", report.archive).member("state", report.state);
  json.member("analysis", report.analyzer).key("sources").begin_array();
  for (const ReportedSource& source : report.sources) {
    json.begin_object().member("source", source.name).member("articles", source.articles);
    json.member("first", source.first_date).member("last", source.last_date).end_object();
  }
  json.end_array().end_object();
}

void write_search(JsonWriter& json, const SearchReport& report) {
  json.key("asked").begin_object().member("request", report.request).member("query", report.query);
  json.member("restrictions", report.restrictions).member("tree", report.tree).member("notices", report.notices);
  json.key("words").begin_array();
  for (const ReachedWord& word : report.words) {
    json.begin_object().member("word", word.word).member("excluded", word.excluded).member("weak", word.weak);
    json.key("forms").begin_array();
    for (const VocabularyEntry& form : word.forms)
      json.begin_object().member("form", form.surface).member("occurrences", form.occurrences).end_object();
    json.end_array().end_object();
  }
  json.end_array().end_object();
}

std::string article_json(const ReportedArticle& article) {
  std::string out;
  JsonWriter json(out);
  json.begin_object().member("id", static_cast<std::uint32_t>(article.id)).member("key", article.key);
  json.member("version", static_cast<std::uint32_t>(article.version)).member("date", article.date);
  json.member("source", article.source).member("content", article.content).end_object();
  return out;
}

Error no_report(std::string_view why) {
  return {ErrorCode::bad_data, message("this is no report of a search: {}", why),
          message("“hemero-query report --format json QUERY” makes one")};
}

std::string text_at(element object, const char* path) {
  std::string_view text;
  if (object.at_pointer(path).get(text) != simdjson::SUCCESS) throw no_report(message("it has no “{}”", path + 1));
  return std::string(text);
}

std::uint64_t number_at(element object, const char* path) {
  std::uint64_t number = 0;
  if (object.at_pointer(path).get(number) != simdjson::SUCCESS) throw no_report(message("it has no “{}”", path + 1));
  return number;
}

template <typename Id>
Id id_at(element object, const char* path) {
  const std::uint64_t number = number_at(object, path);
  if (number > UINT32_MAX) throw no_report(message("“{}” is {}", path + 1, number));
  return Id(static_cast<std::uint32_t>(number));
}

std::vector<ReportedArticle> read_articles(element document) {
  simdjson::dom::array list;
  if (document.at_pointer("/articles").get(list) != simdjson::SUCCESS)
    throw no_report(message("it has no “{}”", "articles"));
  std::vector<ReportedArticle> articles;
  for (const element each : list)
    articles.push_back({id_at<ArticleId>(each, "/id"), id_at<VersionId>(each, "/version"), text_at(each, "/key"),
                        text_at(each, "/date"), text_at(each, "/source"), text_at(each, "/content")});
  return articles;
}

}  // namespace

std::string report_json(const SearchReport& report) {
  std::string out;
  JsonWriter json(out);
  json.begin_object().member("report", report_version).member("program", report.program).member("made", report.made);
  write_archive(json, report);
  write_search(json, report);
  json.member("total", std::uint64_t{report.articles.size()}).member("texts", report.texts);
  json.member("sha256", report.sha256).end_object();
  out.pop_back();
  out += ",\"articles\":[";
  for (std::size_t i = 0; i < report.articles.size(); ++i)
    out += (i == 0 ? "\n" : ",\n") + article_json(report.articles[i]);
  return out + "\n]}\n";
}

SearchReport read_report(std::string_view json) {
  simdjson::dom::parser parser;
  element document;
  if (parser.parse(simdjson::padded_string(json)).get(document) != simdjson::SUCCESS)
    throw no_report(message("it is no JSON"));
  const std::uint64_t version = number_at(document, "/report");
  if (version != report_version) throw no_report(message("“{}” is {}", "report", version));
  SearchReport report;
  report.program = text_at(document, "/program");
  report.made = text_at(document, "/made");
  report.archive = text_at(document, "/archive/uuid");
  report.state = number_at(document, "/archive/state");
  report.analyzer = text_at(document, "/archive/analysis");
  report.request = text_at(document, "/asked/request");
  report.query = text_at(document, "/asked/query");
  report.sha256 = text_at(document, "/sha256");
  report.articles = read_articles(document);
  if (articles_sha256(report.articles) != report.sha256)
    throw Error(ErrorCode::bad_data, message("the articles of this report are not those of its SHA-256"),
                message("it was changed, or damaged; ask for the report again"));
  return report;
}

}  // namespace hemero
