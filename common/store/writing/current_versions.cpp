#include "common/store/writing/current_versions.h"

#include <fmt/format.h>

#include "common/store/catalogue/site_lines.h"

namespace hemero {

namespace {

std::uint64_t count_after(OpenArchive& archive, std::uint64_t after_batch) {
  sqlite::Statement count =
      archive.connection.prepare("SELECT count(*) FROM article JOIN version ON version.id = version_id WHERE seq > ?1");
  count.with(after_batch).step();
  return static_cast<std::uint64_t>(count.integer(0));
}

}  // namespace

void for_each_current(OpenArchive& archive, std::uint64_t after_batch,
                      const std::function<void(const StoredArticle&, const AnalyzedArticle&)>& visit) {
  const SiteLines lines(archive.connection);
  ArticleReader reader(archive.connection, &lines);
  ArticleAnalyzer analyzer;
  const std::uint64_t total = count_after(archive, after_batch);
  std::uint64_t done = 0;
  sqlite::Statement versions = archive.connection.prepare(
      fmt::format("SELECT {} FROM {} WHERE seq > ?1 AND version.id = version_id ORDER BY version.id",
                  ArticleReader::selection(), ArticleReader::joins));
  versions.with(after_batch);
  while (versions.step()) {
    if (archive.options.on_indexed) archive.options.on_indexed(++done, total);
    const StoredArticle stored = reader.read(versions);
    visit(stored, analyzer.analyze(stored.article));
  }
}

}  // namespace hemero
