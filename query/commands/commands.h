#pragma once

#include "query/commands/options.h"

namespace hemero {

// The commands of hemero-query. Each returns the exit status; each throws Error when it cannot go on, and IndexChanged
// when a writer has replaced the index: then it has printed nothing and is called again.

/// The synonyms a search is to know: none unless they are asked for.
SynonymTable synonyms_of(const QueryOptions& options);

int run_search(const QueryOptions& options);
int run_show(const QueryOptions& options);
int run_similar(const QueryOptions& options);
int run_explain(const QueryOptions& options);
int run_terms(const QueryOptions& options);
int run_batch(const QueryOptions& options);

}  // namespace hemero
