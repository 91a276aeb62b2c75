#pragma once

#include <string_view>

#include "common/model/search_request.h"
#include "common/store/archive_reader.h"
#include "query/match/restriction.h"

namespace hemero {

/// Adds what the filter of one of restricted_fields leaves, by the field's name. A name is typed as readers do: where
/// it is part of several, all of these are meant, of which a notice tells; a section and a site mean all that is below
/// them too. The archive has its columns, unless the field is the source.
void add_names(Restrictions& restrictions, std::string_view field, const NameFilter& filter, ArchiveReader& archive);

}  // namespace hemero
