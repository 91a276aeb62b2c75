#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "common/model/article.h"

namespace hemero {

/// Versions that have copies, each with the first version of its cluster.
using CopyClusters = std::map<VersionId, VersionId>;

/// The clusters as the index carries them: for each version of one, ascending, the distance from the version before and
/// the first version, both varints.
std::string encode_clusters(const CopyClusters& clusters);

/// The same as a file holds it: behind a line that names it, and before a hash.
std::string seal_clusters(std::string_view clusters);

/// What such a file holds, or one of an older program, which is not sealed; nothing when it is damaged.
std::optional<std::string_view> sealed_clusters(std::string_view bytes);

/// The clusters of one state of the archive, for looking up. Thread-safe.
class CopyTable {
 public:
  /// From encode_clusters(); bytes that end too early are read as far as they go.
  explicit CopyTable(std::string_view bytes);

  struct Cluster {
    VersionId first{};       ///< the one that was published first
    std::uint32_t size = 0;  ///< versions
  };

  /// The cluster of a version; none when it has no copies.
  const Cluster* cluster(VersionId version) const;

  /// The versions of its cluster, ascending, that one among them; none when it has no copies.
  std::vector<VersionId> versions(VersionId version) const;

  /// The first version of its cluster; the version itself when it has no copies.
  VersionId first(VersionId version) const;

 private:
  struct Member {
    VersionId version{};
    std::uint32_t cluster = 0;
  };

  std::vector<Member> members_;  ///< ascending
  std::vector<Cluster> clusters_;
};

}  // namespace hemero
