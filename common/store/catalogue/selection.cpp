#include "common/store/catalogue/selection.h"

#include <algorithm>
#include <iterator>

namespace hemero {

std::vector<ArticleId> select_articles(const ArchiveFolder& folder, const Selection& selection) {
  sqlite::Connection connection = open_catalogue(folder, sqlite::Access::read);
  std::vector<ArticleId> wanted = selection.ids.value_or(std::vector<ArticleId>{});
  std::sort(wanted.begin(), wanted.end());
  wanted.erase(std::unique(wanted.begin(), wanted.end()), wanted.end());
  if (selection.ids && !selection.source && !selection.before) return wanted;
  const auto before = selection.before ? std::optional(to_iso(*selection.before)) : std::nullopt;
  sqlite::Statement rows = connection.prepare(
      "SELECT article.id FROM article JOIN version ON version.id = version_id "
      "LEFT JOIN source ON source.id = source_id "
      "WHERE (?1 IS NULL OR source.name = ?1) "
      "AND (?2 IS NULL OR (date < ?2 AND date <> substr(?2, 1, length(date)))) ORDER BY article.id");
  rows.with(selection.source, before);
  std::vector<ArticleId> found;
  while (rows.step()) found.emplace_back(rows.id<ArticleId>(0));
  if (!selection.ids) return found;
  std::vector<ArticleId> both;
  std::set_intersection(wanted.begin(), wanted.end(), found.begin(), found.end(), std::back_inserter(both));
  return both;
}

std::uint64_t count_current(const ArchiveFolder& folder, const std::vector<ArticleId>& articles) {
  sqlite::Connection connection = open_catalogue(folder, sqlite::Access::read);
  sqlite::Statement row = connection.prepare("SELECT 1 FROM article WHERE id = ?1 AND version_id IS NOT NULL");
  std::uint64_t count = 0;
  for (const ArticleId id : articles) count += row.with(static_cast<std::uint32_t>(id)).step() ? 1U : 0U;
  return count;
}

void list_current(const ArchiveFolder& folder, const std::vector<ArticleId>& articles,
                  const std::function<void(const ListedArticle&)>& tell) {
  sqlite::Connection connection = open_catalogue(folder, sqlite::Access::read);
  sqlite::Statement row = connection.prepare(
      "SELECT coalesce(date, ''), coalesce(source, ''), replace(title, char(10), ' ') FROM articles WHERE id = ?1");
  for (const ArticleId id : articles)
    if (row.with(static_cast<std::uint32_t>(id)).step()) tell({id, row.text(0), row.text(1), row.text(2)});
}

}  // namespace hemero
