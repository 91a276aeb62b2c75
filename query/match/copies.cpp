#include "query/match/copies.h"

#include <set>

namespace hemero {

std::optional<Copies> copies_of(VersionId version, ArchiveReader& archive) {
  const auto* cluster = archive.index().copies().cluster(version);
  if (cluster == nullptr) return std::nullopt;
  auto first = archive.articles().names(cluster->first);
  if (!first) return std::nullopt;
  return Copies{cluster->size, first->id, first->article.date, std::move(first->article.source)};
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
