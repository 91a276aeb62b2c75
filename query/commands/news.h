#pragma once

#include <vector>

#include "common/store/user/saved_searches.h"
#include "query/commands/search.h"

namespace hemero {

/// Tells what is new of saved searches since they were told last, in the form that `shown` asks for, and notes that it
/// was told once all of it is written; nobody else can tell the same meanwhile. Returns the exit status.
int tell_news(const SearchOptions& shown, const std::vector<SavedSearch>& saved, SavedSearches& searches);

}  // namespace hemero
