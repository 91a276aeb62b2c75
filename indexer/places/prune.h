#pragma once

#include <functional>
#include <vector>

#include "common/model/article.h"
#include "common/store/folder/archive_folder.h"

namespace hemero {

/// Tells on standard error which files are gone from the known places. With `prune` their articles are removed, when
/// `agreed` says yes to them; those of a place that is not reachable stay. False when it said no.
bool look_after_gone(const ArchiveFolder& archive, bool prune,
                     const std::function<bool(const std::vector<ArticleId>& articles)>& agreed);

}  // namespace hemero
