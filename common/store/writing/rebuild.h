#pragma once

#include <string>
#include <vector>

#include "common/store/writing/open_archive.h"

namespace hemero {

/// Makes a new index, new token streams and exact vocabulary counts from the catalogue alone, in one transaction with
/// what is changed in the catalogue meanwhile. Unless it is finished, nothing has changed.
class Rebuild {
 public:
  explicit Rebuild(OpenArchive& archive);

  /// Replaces the lines that were learnt for a site.
  void learn_lines(const std::string& site, const std::vector<std::string>& lines);

  /// Commits and publishes. Where a purge is pending, makes the catalogue's files anew too; false when a reader still
  /// holds the log, and what was erased is in it.
  bool finish();

 private:
  OpenArchive& archive_;
  sqlite::Transaction change_;
};

}  // namespace hemero
