#include <utility>

#include <fmt/format.h>

#include "common/text/characters/one_line.h"
#include "query/exports/exporter.h"

namespace hemero {

namespace {

/// "2021/08/11/", "2021/08//", "2021///": what is not known is left out, its stroke is not.
std::string ris_date(const Date& date) {
  const bool month = date.precision >= DatePrecision::month;
  const bool day = date.precision >= DatePrecision::day;
  return fmt::format("{:04}/{}/{}/", date.year, month ? fmt::format("{:02}", date.month) : "",
                     day ? fmt::format("{:02}", date.day) : "");
}

class Ris : public Exporter {
 public:
  explicit Ris(ExportOrigin origin) : origin_(std::move(origin)) {}

  std::string article(const Hit& hit) override {
    const Article& article = hit.article;
    out_.clear();
    add("TY", "NEWS");
    add("TI", article.title);
    add("T2", article.source);
    for (const std::string& author : article.authors) add("AU", author);
    if (article.date) add("DA", ris_date(*article.date));
    if (article.date) add("PY", fmt::format("{:04}", article.date->year));
    add("SE", article.section);
    add("UR", article.url);
    add("LA", article.language);
    add("AB", joined_zones(article, ZoneKind::lead));
    for (const std::string& keyword : article.keywords) add("KW", keyword);
    add("N1", hit.note);
    add("AN", article.key);
    add("ID", fmt::format("hemero-{}-{}", origin_.short_archive(), static_cast<std::uint32_t>(hit.id)));
    add("DB", fmt::format("Hemero: {}, état {}", origin_.short_archive(), origin_.state));
    out_ += "ER  - \r\n\r\n";
    return std::move(out_);
  }

 private:
  void add(std::string_view tag, std::string_view value) {
    if (!value.empty()) out_ += fmt::format("{}  - {}\r\n", tag, one_line(value));
  }

  ExportOrigin origin_;
  std::string out_;
};

}  // namespace

std::unique_ptr<Exporter> ris_exporter(ExportOrigin origin) { return std::make_unique<Ris>(std::move(origin)); }

}  // namespace hemero
