#pragma once

#include <functional>
#include <map>
#include <string>
#include <unordered_map>
#include <utility>
#include <vector>

#include "common/base/hash.h"
#include "common/model/article.h"
#include "common/store/copies/copy_table.h"
#include "common/store/copies/shingles.h"
#include "common/store/copies/signature_store.h"
#include "common/store/streams/token_stream.h"

namespace hemero {

/// The texts that a version reaches from copy to copy, whatever the steps: nothing outside can change their clusters,
/// so these are all that has to be looked at when a text comes or goes.
class CopyComponent {
 public:
  /// Where a version was published: what sorts first came first. Unlike for any two versions.
  using Publication = std::function<std::string(VersionId)>;

  CopyComponent(SignatureStore& signatures, const TokenStreamReader& streams)
      : signatures_(signatures), streams_(streams) {}

  /// Gathers all that `version` reaches.
  void gather(VersionId version);

  /// The versions gathered.
  const std::vector<VersionId>& versions() const { return versions_; }

  /// For each version that has copies the first version of its cluster, itself if it is that one.
  CopyClusters clusters(const Publication& publication) const;

 private:
  /// A distinct text, and the versions that print it.
  struct Text {
    Shingles shingles;
    std::vector<VersionId> versions;
    TextSignature signature;
    bool reached = false;
  };

  /// A version by its publication.
  using Printing = std::pair<std::string, VersionId>;

  std::size_t text_of(VersionId version);
  void look_around(std::size_t text);
  double likeness(std::size_t a, std::size_t b) const;
  std::vector<std::size_t> firsts(const std::vector<std::vector<Printing>>& printings) const;

  SignatureStore& signatures_;
  const TokenStreamReader& streams_;
  std::vector<Text> texts_;
  std::unordered_map<std::uint32_t, std::size_t> by_version_;
  std::map<Hash128, std::size_t> by_content_;
  std::vector<std::size_t> reached_;  ///< in the order they were found
  std::vector<VersionId> versions_;
};

}  // namespace hemero
