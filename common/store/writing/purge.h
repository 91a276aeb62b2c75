#pragma once

#include <cstdint>
#include <optional>

#include "common/store/writing/run.h"

namespace hemero {

struct PurgeOutcome {
  std::uint64_t articles = 0;  ///< erased
  bool complete = true;        ///< false when a reader still holds the log, and what was erased is in it
};

/// Erases what is left of removed articles: their versions and keys, words that no current article prints, dictionaries
/// that may hold pieces of their texts, their token streams and terms, and the bytes they had in the files.
class Purge {
 public:
  explicit Purge(OpenArchive& archive);

  /// In which more articles may be removed, to be erased as well.
  Run& run() { return *run_; }

  /// Finishes the run and erases. When it is cut short before the end, the next writer goes on.
  PurgeOutcome finish(const RunCounts& counts);

 private:
  OpenArchive& archive_;
  std::optional<Run> run_;
};

}  // namespace hemero
