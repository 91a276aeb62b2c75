#pragma once

#include <chrono>
#include <functional>
#include <optional>

#include "common/store/checking/finding.h"
#include "common/store/folder/archive_folder.h"

namespace hemero {

/// How far a check of articles goes.
struct ArticleCheckLimits {
  std::optional<std::chrono::steady_clock::time_point> end = {};  ///< it is over then, wherever it has come to
  VersionId first = {};  ///< it begins behind this version, and comes to those before it last
};

/// Reads every version, and of the current ones makes anew what is derived of them, to hold it against what is there:
/// token streams, counts of words, numbers of addresses and signatures. What the parts of the index should hold is
/// summed up for check_part(), when all were looked at. `progress` is told of the versions looked at.
void check_articles(const ArchiveFolder& folder, const ArticleCheckLimits& limits, const FindingSender& sender,
                    const std::function<void(std::uint64_t done, std::uint64_t total)>& progress);

/// The id of the last version; 0 without one.
VersionId last_version_of(const ArchiveFolder& folder);

}  // namespace hemero
