#include "query/match/copies.h"

namespace hemero {

std::optional<Copies> copies_of(VersionId version, ArchiveReader& archive) {
  const auto* cluster = archive.index().copies().cluster(version);
  if (cluster == nullptr) return std::nullopt;
  auto first = archive.articles().names(cluster->first);
  if (!first) return std::nullopt;
  return Copies{cluster->size, first->id, first->article.date, std::move(first->article.source)};
}

}  // namespace hemero
