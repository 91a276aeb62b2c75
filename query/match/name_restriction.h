#pragma once

#include "common/model/field.h"
#include "common/model/search_request.h"
#include "common/store/archive_reader.h"
#include "query/match/restriction.h"

namespace hemero {

/// Adds what a filter of sources, authors or sections leaves. A name is typed as readers do: where it is part of
/// several, all of these are meant, of which a notice tells; a section means all that is below it too.
void add_names(Restrictions& restrictions, Field field, const NameFilter& filter, ArchiveReader& archive);

}  // namespace hemero
