#pragma once

#include <vector>

#include "common/store/user/saved_searches.h"
#include "query/commands/search.h"
#include "query/report/search_report.h"
#include "query/request/request_address.h"

namespace hemero {

/// The search that is saved, its articles to be shown as `shown` asks.
AskedSearch asked_of(const SavedSearch& saved, const SearchOptions& shown);

/// What is kept of a search that was looked at just now.
ToldState told_state(const SearchReport& report);

/// Tells what is new of saved searches since they were told last, in the form that `shown` asks for, and notes that it
/// was told once all of it is written; nobody else can tell the same meanwhile. Returns the exit status.
int tell_news(const SearchOptions& shown, const std::vector<SavedSearch>& saved, SavedSearches& searches);

}  // namespace hemero
