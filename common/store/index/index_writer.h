#pragma once

#include <memory>

#include "common/store/index/index_format.h"
#include "common/store/index/postings_writer.h"

namespace hemero {

/// Writes the derived index. A few versions go into the current generation; many are built into small databases, merged
/// by compaction into a new generation (smaller than one big writer leaves it, and parallel:
/// docs/decisions/0004-groups-of-2000-versions.md). Nothing shows before publish(). One thread calls; `jobs` threads
/// build.
class IndexWriter {
 public:
  enum class Start {
    from_current,  ///< adds to the current generation
    from_nothing,  ///< the next publish() replaces everything
  };

  IndexWriter(IndexFolder folder, Start start, unsigned jobs);
  ~IndexWriter();

  /// The marker of the current generation; an empty one when there is none.
  const IndexMarker& marker() const;

  /// Adds or replaces a version. Versions come in ascending order within a run.
  void add(IndexedVersion version);

  /// Takes a version out.
  void remove(VersionId version);

  /// Makes all changes since the last publish() visible at once, with what the index now says of itself.
  void publish(const IndexMarker& marker);

 private:
  class Implementation;
  std::unique_ptr<Implementation> implementation_;
};

}  // namespace hemero
