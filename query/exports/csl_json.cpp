#include <utility>

#include <fmt/format.h>

#include "common/base/json_writer.h"
#include "common/text/characters/one_line.h"
#include "query/exports/exporter.h"

namespace hemero {

namespace {

/// One to three numbers.
void write_date(JsonWriter& json, std::string_view name, const Date& date) {
  json.key(name).begin_object().key("date-parts").begin_array().begin_array().value(int{date.year});
  if (date.precision >= DatePrecision::month) json.value(int{date.month});
  if (date.precision >= DatePrecision::day) json.value(int{date.day});
  json.end_array().end_array().end_object();
}

void write_known(JsonWriter& json, std::string_view name, std::string_view value) {
  if (!value.empty()) json.member(name, one_line(value));
}

class CslJson : public Exporter {
 public:
  explicit CslJson(ExportOrigin origin) : origin_(std::move(origin)) {}

  std::string begin() override { return "["; }
  std::string end() override { return "]\n"; }

  std::string article(const Hit& hit) override {
    const Article& article = hit.article;
    std::string out(std::exchange(any_, true) ? ",\n" : "");
    JsonWriter json(out);
    json.begin_object();
    json.member("id", fmt::format("hemero-{}-{}", origin_.short_archive(), static_cast<std::uint32_t>(hit.id)));
    json.member("type", "article-newspaper");
    write_known(json, "title", article.title);
    write_known(json, "container-title", article.source);
    if (!article.authors.empty()) {
      json.key("author").begin_array();
      for (const std::string& author : article.authors)
        json.begin_object().member("literal", one_line(author)).end_object();
      json.end_array();
    }
    if (article.date) write_date(json, "issued", *article.date);
    write_known(json, "section", article.section);
    write_known(json, "URL", article.url);
    write_known(json, "language", article.language);
    write_known(json, "abstract", joined_zones(article, ZoneKind::lead));
    write_known(json, "keyword", fmt::format("{}", fmt::join(article.keywords, ", ")));
    write_known(json, "note", hit.note);
    json.member("archive", fmt::format("Hemero: {}, état {}", origin_.short_archive(), origin_.state));
    write_known(json, "archive_location", article.key);
    Date accessed = origin_.now;
    accessed.precision = DatePrecision::day;
    write_date(json, "accessed", accessed);
    json.end_object();
    return out;
  }

 private:
  ExportOrigin origin_;
  bool any_ = false;
};

}  // namespace

std::unique_ptr<Exporter> csl_json_exporter(ExportOrigin origin) {
  return std::make_unique<CslJson>(std::move(origin));
}

}  // namespace hemero
