#include "indexer/places/prune.h"

#include <algorithm>
#include <map>

#include <fmt/format.h>

#include "common/base/message.h"
#include "common/base/stop_signal.h"
#include "common/store/writing/archive_writer.h"
#include "indexer/places/place_files.h"

namespace hemero {

namespace {

/// The articles of places that are reachable, by their numbers; places may lie in one another.
std::map<ArticleId, ReadArticle> gone_articles(const ArchiveFolder& archive) {
  std::map<ArticleId, ReadArticle> gone;
  for (const PlaceFiles& files : look_at_places(archive))
    for (const ReadArticle& article : files.gone)
      if (files.reachable) gone.emplace(article.id, article);
  return gone;
}

/// The files, in the order of their first articles.
std::vector<std::string> files_of(const std::map<ArticleId, ReadArticle>& articles) {
  std::vector<std::string> files;
  for (const auto& [id, article] : articles)
    if (std::find(files.begin(), files.end(), article.file.string()) == files.end())
      files.push_back(article.file.string());
  return files;
}

void tell(const std::map<ArticleId, ReadArticle>& articles) {
  constexpr std::size_t most_named = 10;
  std::vector<std::string> files = files_of(articles);
  const std::size_t count = files.size();
  files.resize(std::min(count, most_named));
  if (count > most_named) files.emplace_back("…");
  const std::string names = fmt::format("{}", fmt::join(files, ", "));
  fmt::print(stderr, "{}\n",
             count == 1 ? message("1 file is no longer there: {}", names)
                        : message("{} files are no longer there: {}", count, names));
}

}  // namespace

bool look_after_gone(const ArchiveFolder& archive, bool prune,
                     const std::function<bool(const std::vector<ArticleId>& articles)>& agreed) {
  const auto articles = gone_articles(archive);
  if (articles.empty()) return true;
  tell(articles);
  if (!prune) {
    fmt::print(stderr, "{}\n",
               articles.size() == 1 ? message("its article stays; --prune removes it")
                                    : message("their {} articles stay; --prune removes them", articles.size()));
    return true;
  }
  std::vector<ArticleId> ids;
  for (const auto& [id, article] : articles) ids.push_back(id);
  if (!agreed(ids)) return false;
  ArchiveWriter writer(archive, {.create = false});
  Run run = writer.begin("add --prune");
  RunCounts counts;
  for (const auto& [id, article] : articles) {
    if (stop_requested()) break;
    const Removal removal{fmt::format("no longer at {}", article.file.string()), false};
    if (run.remove(id, removal) == RemoveOutcome::removed && ++counts.removed % articles_per_commit == 0) run.commit();
  }
  run.finish(counts);
  for (const std::string& file : files_of(articles)) writer.forget(file);  // a place of its own, perhaps
  fmt::print(stderr, "{}\n",
             counts.removed == 1 ? message("1 article removed") : message("{} articles removed", counts.removed));
  return true;
}

}  // namespace hemero
