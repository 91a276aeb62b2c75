#include "common/store/writing/current_versions.h"

#include <cstddef>
#include <future>
#include <vector>

#include <fmt/format.h>

#include "common/base/stop_signal.h"
#include "common/store/catalogue/site_lines.h"
#include "common/store/catalogue/stored_article.h"

namespace hemero {

namespace {

std::uint64_t count_after(OpenArchive& archive, std::uint64_t after_batch) {
  sqlite::Statement count = archive.connection.prepare(
      fmt::format("SELECT count(*) FROM article WHERE version_id > {}", last_version_of_batch));
  count.with(after_batch).step();
  return count.count(0);
}

VersionId last_version(OpenArchive& archive, std::uint64_t batch) {
  sqlite::Statement last = archive.connection.prepare(fmt::format("SELECT {}", last_version_of_batch));
  last.with(batch).step();
  return last.id<VersionId>(0);
}

/// Analyzes articles in several threads, each of which remembers the words that it has met.
class ParallelAnalyzer {
 public:
  explicit ParallelAnalyzer(unsigned jobs) : analyzers_(jobs) {}

  /// How many articles keep all threads busy.
  std::size_t batch() const { return analyzers_.size() * articles_per_thread; }

  std::vector<AnalyzedArticle> analyze(const std::vector<StoredArticle>& articles) {
    std::vector<AnalyzedArticle> analyzed(articles.size());
    std::vector<std::future<void>> threads;
    for (std::size_t first = 0; first < analyzers_.size(); ++first)
      threads.push_back(std::async(std::launch::async, [&, first] {
        for (std::size_t i = first; i < articles.size(); i += analyzers_.size())
          analyzed[i] = analyzers_[first].analyze(articles[i].article);
      }));
    for (std::future<void>& thread : threads) thread.get();
    return analyzed;
  }

 private:
  static constexpr std::size_t articles_per_thread = 64;

  std::vector<ArticleAnalyzer> analyzers_;
};

}  // namespace

void for_each_current(OpenArchive& archive, std::uint64_t after_batch,
                      const std::function<void(const StoredArticle&, const AnalyzedArticle&)>& visit) {
  const SiteLines lines(archive.connection);
  ParallelAnalyzer analyzer(archive.options.jobs);
  const std::uint64_t total = count_after(archive, after_batch);
  std::uint64_t done = 0;
  StoredVersions versions(archive.connection, archive.damages, "version.id = version_id",
                          last_version(archive, after_batch), &lines);
  std::vector<StoredArticle> batch;
  const auto visit_batch = [&] {
    throw_if_stopped();
    const std::vector<AnalyzedArticle> analyzed = analyzer.analyze(batch);
    for (std::size_t i = 0; i < batch.size(); ++i) {
      if (archive.options.on_indexed) archive.options.on_indexed(++done, total);
      visit(batch[i], analyzed[i]);
    }
    batch.clear();
  };
  while (auto stored = versions.next()) {
    batch.push_back(*std::move(stored));
    if (batch.size() == analyzer.batch()) visit_batch();
  }
  visit_batch();
}

}  // namespace hemero
