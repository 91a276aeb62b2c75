#pragma once

#include "common/model/search_request.h"
#include "common/store/archive_reader.h"
#include "query/match/restriction.h"

namespace hemero {

/// Adds that articles are in one of the dossiers that a request names. One that is unknown has none, as a notice tells.
void add_dossiers(Restrictions& restrictions, const SearchRequest& request, ArchiveReader& archive);

}  // namespace hemero
