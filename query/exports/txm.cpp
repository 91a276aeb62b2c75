#include <fmt/format.h>

#include "common/base/csv_writer.h"
#include "common/base/zip_writer.h"
#include "common/text/characters/one_line.h"
#include "query/exports/exporter.h"
#include "query/exports/plain_text.h"

namespace hemero {

namespace {

/// Rows are kept until all texts are written: about 300 bytes an article.
class Txm : public Exporter {
 public:
  Txm() {
    for (const char* name : {"id", "title", "date", "year", "month", "source", "section", "authors", "keywords",
                             "language", "url", "key", "number"})
      csv_.cell(name);
    csv_.end_row();
  }

  /// Texts are named so that they lie in the order in which they came.
  std::string article(const Hit& hit) override {
    const Article& article = hit.article;
    const std::string name = fmt::format("text_{:06}", ++texts_);
    const std::string date = article.date ? to_iso(*article.date) : "";
    csv_.cell(name).cell(one_line(article.title)).cell(date.substr(0, 10)).cell(date.substr(0, 4));
    csv_.cell(date.size() >= month_size ? date.substr(0, month_size) : "");
    csv_.cell(one_line(article.source)).cell(one_line(article.section)).cell(joined(article.authors));
    csv_.cell(joined(article.keywords)).cell(article.language).cell(one_line(article.url));
    csv_.cell(one_line(article.key)).cell(static_cast<std::uint64_t>(hit.id)).end_row();
    return zip_.file(name + ".txt", plain_text(article));
  }

  std::string end() override {
    std::string out = zip_.file("metadata.csv", rows_);
    return out += zip_.end();
  }

 private:
  static constexpr std::size_t month_size = 7;

  static std::string joined(const std::vector<std::string>& names) {
    return one_line(fmt::format("{}", fmt::join(names, " | ")));
  }

  std::string rows_;
  CsvWriter csv_{rows_, {.guarded = false}};  // TXM runs no formulas, and would show the apostrophes
  ZipWriter zip_;
  std::uint64_t texts_ = 0;
};

}  // namespace

std::unique_ptr<Exporter> txm_exporter() { return std::make_unique<Txm>(); }

}  // namespace hemero
