#include "query/exports/query_matrix.h"

#include <utility>

#include "common/base/csv_writer.h"
#include "common/text/characters/one_line.h"

namespace hemero {

void QueryMatrix::add(std::string query, const std::vector<VersionId>& matches) {
  for (const VersionId version : matches) matched_[version].push_back(queries_.size());
  queries_.push_back(std::move(query));
}

void QueryMatrix::write(ArchiveReader& archive, const std::function<void(const std::string& row)>& take) const {
  std::string row;
  CsvWriter csv(row);
  csv.cell("id").cell("key").cell("date").cell("source");
  for (const std::string& query : queries_) csv.cell(one_line(query));
  csv.end_row();
  take(row);
  for (const auto& [version, queries] : matched_) {
    const auto stored = archive.articles().names(version);
    if (!stored) continue;
    row.clear();
    const Article& article = stored->article;
    csv.cell(static_cast<std::uint64_t>(stored->id)).cell(one_line(article.key));
    csv.cell(article.date ? to_iso(*article.date) : "").cell(one_line(article.source));
    auto next = queries.begin();
    for (std::size_t query = 0; query < queries_.size(); ++query) {
      const bool matches = next != queries.end() && *next == query;
      if (matches) ++next;
      csv.cell(std::uint64_t{matches ? 1U : 0U});
    }
    csv.end_row();
    take(row);
  }
}

}  // namespace hemero
