#pragma once

#include <string>
#include <vector>

#include "common/model/article.h"
#include "common/store/folder/archive_folder.h"

namespace hemero {

/// The articles that a query finds, as `hemero-query search --ids` prints them: all that match, copies included. Runs
/// that program, the one in this program's folder or else the one on the PATH. Throws Error when it cannot be run, or
/// with its exit status when it fails; what it has to say stands on standard error then.
std::vector<ArticleId> matching_ids(const ArchiveFolder& archive, const std::string& query);

}  // namespace hemero
