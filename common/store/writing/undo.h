#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include "common/store/catalogue/run_log.h"
#include "common/store/writing/run.h"

namespace hemero {

/// How many articles an undo has changed, or left.
struct UndoCounts {
  std::uint64_t removed = 0;
  std::uint64_t put_back = 0;
  std::uint64_t left = 0;  ///< because a later run changed them
};

/// Takes back what a run did, an article at a time, in a run of its own. When it is cut short after its first commit,
/// the next writer goes on.
class Undo {
 public:
  Undo(OpenArchive& archive, std::int64_t run);

  /// How many articles there are to look at.
  std::size_t steps() const { return steps_.size(); }

  /// Takes back what became of the next article; false when there is none.
  bool next();

  /// Commits what was taken back and publishes it.
  void finish();

  const UndoCounts& counts() const { return counts_; }

 private:
  void put_back(VersionId version);

  sqlite::Connection& connection_;
  Run run_;
  ArticleReader reader_;
  SiteLines lines_;  ///< which are stored, and not searched
  ArticleAnalyzer analyzer_;
  std::vector<UndoStep> steps_;
  std::size_t done_ = 0;
  std::string reason_;
  UndoCounts counts_;
};

}  // namespace hemero
