#pragma once

#include "common/model/occurrences.h"
#include "query/concordance/occurrences.h"

namespace hemero {

/// How the occurrences of a query are spread over months, years or sources, measured by the words of all texts of each
/// under the same restrictions. Texts whose date does not tell the part are left out; spellings of a source's name
/// count together. `archive` has its columns. When the time is over before all is counted, no measure is told.
DispersionAnswer find_dispersion(PartField field, const SearchRequest& request, ArchiveReader& archive,
                                 Searcher& searcher, const Deadline& deadline);

}  // namespace hemero
