#include "query/match/copies.h"

#include <algorithm>
#include <set>
#include <utility>

namespace hemero {

std::optional<Copies> copies_of(VersionId version, ArchiveReader& archive) {
  const auto* cluster = archive.index().copies().cluster(version);
  if (cluster == nullptr) return std::nullopt;
  auto first = archive.articles().names(cluster->first);
  if (!first) return std::nullopt;
  return Copies{cluster->size, first->id, first->article.date, std::move(first->article.source)};
}

std::vector<Hit> printings_of(VersionId version, ArchiveReader& archive) {
  std::vector<Hit> printings;
  for (const VersionId each : archive.index().copies().versions(version)) {
    auto stored = archive.articles().version(each);
    if (!stored) continue;
    stored->article.text = {};
    stored->article.zones = {};
    Hit& hit = printings.emplace_back();
    hit.id = stored->id;
    hit.article = std::move(stored->article);
  }
  const auto publication = [](const Hit& hit) {  // as clusters are ordered when they are made
    return (hit.article.date ? to_iso(*hit.article.date) : "undated") + " " + hit.article.key;
  };
  std::ranges::sort(printings, {}, publication);
  return printings;
}

std::uint64_t count_texts(const std::vector<VersionId>& versions, const CopyTable& copies) {
  std::uint64_t alone = 0;
  std::set<VersionId> clusters;
  for (const VersionId version : versions)
    if (const CopyTable::Cluster* cluster = copies.cluster(version))
      clusters.insert(cluster->first);
    else
      ++alone;
  return alone + clusters.size();
}

}  // namespace hemero
