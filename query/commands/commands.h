#pragma once

#include <optional>
#include <variant>

#include "common/command/command_line.h"
#include "query/commands/batch.h"
#include "query/commands/cite.h"
#include "query/commands/dossiers.h"
#include "query/commands/explain.h"
#include "query/commands/facets.h"
#include "query/commands/list.h"
#include "query/commands/related.h"
#include "query/commands/report.h"
#include "query/commands/search.h"
#include "query/commands/searches.h"
#include "query/commands/serve.h"
#include "query/commands/show.h"
#include "query/commands/similar.h"
#include "query/commands/terms.h"
#include "query/commands/timeline.h"
#include "query/occurrences/occurrence_options.h"

namespace hemero {

/// What `hemero-query` may be asked to do. Each command's `declare` says how; its `run` does it, returns the exit
/// status, and throws Error when it cannot go on.
using QueryCommand =
    std::variant<SearchOptions, ShowOptions, CiteOptions, SimilarOptions, ExplainQueryOptions, TermsOptions,
                 ListOptions, FacetsOptions, TimelineOptions, KwicOptions, QuotationsOptions, AmountsOptions,
                 CollocatesOptions, KeywordsOptions, DispersionOptions, RelatedOptions, ReportOptions, SearchesOptions,
                 DossiersOptions, BatchOptions, ServeOptions>;

/// What it is asked to do, checked; nothing when help or the like was asked for, which is printed then. Throws Error
/// (usage).
std::optional<QueryCommand> read_query_command(int argc, const char* const* argv);

}  // namespace hemero
