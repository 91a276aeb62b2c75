#pragma once

#include <string>
#include <vector>

#include "common/model/article.h"
#include "common/store/folder/archive_folder.h"

namespace hemero {

/// The articles that a query finds, as `hemero-query search --ids` prints them: all that match, copies included. Runs
/// that program, the one in this program's folder or else the one on the PATH; it prints its notes on the query on
/// standard error. Throws Error when it cannot be run, or with its exit status when it fails; and, unless `all`, when
/// the query only excludes.
std::vector<ArticleId> matching_ids(const ArchiveFolder& archive, const std::string& query, bool all);

}  // namespace hemero
