#include "indexer/formats/named/export_line.h"

#include <simdjson.h>

#include <string_view>

#include "common/base/dates/text_cursor.h"
#include "common/base/message.h"
#include "common/model/article_json.h"
#include "indexer/formats/named/json_lines.h"

namespace hemero {

namespace {

using simdjson::dom::array;
using simdjson::dom::element;
using simdjson::dom::object;

constexpr std::string_view mark = "hemero_export";  ///< the name of the first member
constexpr std::uint64_t mark_value = 1;

std::string text_in(object content, std::string_view key) {
  std::string_view text;
  return content.at_key(key).get(text) == simdjson::SUCCESS ? std::string(text) : std::string();
}

bool truth_in(object content, std::string_view key) {
  bool truth = false;
  return content.at_key(key).get(truth) == simdjson::SUCCESS && truth;
}

std::vector<std::string> names_in(object content, std::string_view key) {
  std::vector<std::string> names;
  array list;
  if (content.at_key(key).get(list) != simdjson::SUCCESS) return names;
  for (const element item : list) {
    std::string_view name;
    if (item.get(name) == simdjson::SUCCESS) names.emplace_back(name);
  }
  return names;
}

/// Appends the zones; false when one is no zone.
bool read_zones(object content, Article& article) {
  array zones;
  if (content.at_key("zones").get(zones) != simdjson::SUCCESS) return false;
  for (const element item : zones) {
    object zone;
    if (item.get(zone) != simdjson::SUCCESS) return false;
    const auto kind = zone_kind(text_in(zone, "kind"));
    if (!kind) return false;
    append_zone(article, *kind, text_in(zone, "text"));
  }
  return true;
}

void read(object content, std::string_view key, std::string& text) { text = text_in(content, key); }

void read(object content, std::string_view key, std::vector<std::string>& names) { names = names_in(content, key); }

void read(object content, std::string_view key, std::optional<Date>& date) {
  date = parse_iso_date(text_in(content, key));
}

void read(object content, std::string_view key, std::optional<double>& number) {
  if (double found = 0; content.at_key(key).get(found) == simdjson::SUCCESS) number = found;
}

/// The fields and zones of a version; false when the line lacks what every version has.
bool read_article(object content, Article& article) {
  for (const ArticleField& field : article_fields)
    with_value(article, field, [&](auto& value) { read(content, field.name, value); });
  return read_zones(content, article);
}

Skip refuse_line(const Record& record, std::string text) {
  return refuse(record, reason::broken_json, std::move(text), record.bytes);
}

}  // namespace

std::string export_line(const HistoricVersion& version) {
  const Article& article = version.article;
  std::string line;
  JsonWriter json(line);
  json.begin_object().member(mark, mark_value).member("key", article.key).member("number", version.number);
  if (version.restored) json.member("restored", true);
  json.member("stored", version.stored);
  write_fields_but(json, article, {});
  write_zones(json, article);
  json.end_object();
  return line + '\n';
}

std::string export_line(const HistoricRemoval& removal) {
  std::string line;
  JsonWriter json(line);
  json.begin_object().member(mark, mark_value).member("key", removal.key).member("number", removal.number);
  json.member("removed", removal.removed).member("reason", removal.reason).member("lasting", removal.lasting);
  json.end_object();
  return line + '\n';
}

bool is_export_line(std::string_view json) {
  TextCursor cursor(json);
  cursor.skip_blanks();
  if (!cursor.take("{")) return false;
  cursor.skip_blanks();
  return cursor.take("\"") && cursor.take(mark) && cursor.take("\"");
}

struct ExportLineReader::Parser {
  simdjson::dom::parser parser;
};

ExportLineReader::ExportLineReader() : parser_(std::make_unique<Parser>()) {}
ExportLineReader::~ExportLineReader() = default;
ExportLineReader::ExportLineReader(ExportLineReader&&) noexcept = default;
ExportLineReader& ExportLineReader::operator=(ExportLineReader&&) noexcept = default;

std::variant<HistoricVersion, HistoricRemoval, Skip> ExportLineReader::read(const Record& record) {
  object content;
  if (const auto error = parser_->parser.parse(record.bytes).get(content); error != simdjson::SUCCESS)
    return refuse_line(record, message("not JSON: {}", simdjson::error_message(error)));
  std::uint64_t version = 0;
  if (content.at_key(mark).get(version) != simdjson::SUCCESS || version != mark_value)
    return refuse_line(record, message("the line was exported by another version"));
  const std::string key = text_in(content, "key");
  std::uint64_t number = 0;
  if (content.at_key("number").get(number) != simdjson::SUCCESS || number == 0 || key.empty())
    return refuse_line(record, message("the line lacks what every line of an export has"));
  if (element removed; content.at_key("removed").get(removed) == simdjson::SUCCESS)
    return HistoricRemoval{key, number, text_in(content, "reason"), truth_in(content, "lasting"),
                           text_in(content, "removed")};
  HistoricVersion historic{{}, number, truth_in(content, "restored"), text_in(content, "stored")};
  historic.article.key = key;
  if (!read_article(content, historic.article))
    return refuse_line(record, message("the line lacks what every line of an export has"));
  return historic;
}

namespace {

/// The article of a line, for those who only want to see it. Adding reads the events.
class ExportedArticleReader final : public ArticleExtractor {
 public:
  explicit ExportedArticleReader(const ReadingOptions&) {}

  std::variant<Article, Skip> read(const Record& record, Choices&) override {
    auto event = lines_.read(record);
    if (auto* version = std::get_if<HistoricVersion>(&event)) return std::move(version->article);
    if (auto* skip = std::get_if<Skip>(&event)) return std::move(*skip);
    return refuse(record, reason::removed, message("the article {} was removed", std::get<HistoricRemoval>(event).key),
                  record.bytes);
  }

 private:
  ExportLineReader lines_;
};

Likeness export_likeness(const Format&, const FileHead& head) {
  return is_export_line(head.bytes()) ? Likeness::sure : Likeness::none;
}

std::unique_ptr<RecordReader> cut_lines(ByteInput& input, const Opening& opening) {
  return std::make_unique<JsonLines>(input, opening.file, opening.limits);
}

}  // namespace

const Format export_format{
    .name = "export",
    .title = "exports of hemero-index",
    .endings = {{".jsonl"}},
    .likeness = export_likeness,
    .cut = cut_lines,
    .make_extractor = make_extractor_of<ExportedArticleReader>,
};

}  // namespace hemero
