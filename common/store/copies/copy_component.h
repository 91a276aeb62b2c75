#pragma once

#include <functional>
#include <string>
#include <unordered_set>
#include <utility>
#include <vector>

#include "common/model/article.h"
#include "common/store/copies/copy_table.h"
#include "common/store/copies/known_texts.h"

namespace hemero {

/// The texts that a version reaches from copy to copy, whatever the steps: nothing outside can change their clusters,
/// so these are all that has to be looked at when a text comes or goes.
class CopyComponent {
 public:
  /// Where a version was published: what sorts first came first. Unlike for any two versions.
  using Publication = std::function<std::string(VersionId)>;

  explicit CopyComponent(KnownTexts& texts) : texts_(texts) {}

  /// Gathers all that `version` reaches, which is none of the `apart`: what these reach was gathered before.
  void gather(VersionId version, const std::unordered_set<VersionId>& apart);

  /// The versions gathered.
  const std::vector<VersionId>& versions() const { return versions_; }

  /// For each version that has copies the first version of its cluster, itself if it is that one.
  CopyClusters clusters(const Publication& publication) const;

 private:
  /// A version by its publication, and the number of its text.
  struct Printing {
    std::string publication;
    VersionId version{};
    std::size_t text = 0;

    auto operator<=>(const Printing&) const = default;
  };

  void reach(std::size_t text);

  KnownTexts& texts_;
  std::vector<std::size_t> reached_;  ///< texts, in the order they were found
  std::unordered_set<std::size_t> is_reached_;
  std::vector<VersionId> versions_;
};

}  // namespace hemero
