#pragma once

#include <vector>

#include "common/model/facet.h"
#include "common/store/archive_columns.h"
#include "query/answer/match_set.h"
#include "query/answer/searcher.h"

namespace hemero {

/// Counts articles by a field, exactly. Spellings of a name that differ in accents, capitals and signs count as one. An
/// article counts for each of its authors, for the others once. A section that is a path counts for each of its steps,
/// the first ones being the values and deeper ones below them; so does a site that is below others of the archive. Of a
/// date that is not known to the month the month is its year ("2021"), likewise of days.
Facet count_facet(FacetField field, const std::vector<VersionId>& versions, const ArchiveColumns& columns);

/// What is told of all articles that match, counted by some fields; `archive` has its columns. A facet counts the
/// articles that match under all restrictions but its own, so that it shows what else there is.
FacetAnswer count_facets(const std::vector<FacetField>& counted, const SearchRequest& request, ArchiveReader& archive,
                         Searcher& searcher);

/// A page, and what all that matches is counted by, in the time that the hits leave. What matches is counted once.
/// Without fields it is the page alone.
Page search_and_count(const std::vector<FacetField>& counted, SearchRequest request, ArchiveReader& archive,
                      Searcher& searcher);

}  // namespace hemero
