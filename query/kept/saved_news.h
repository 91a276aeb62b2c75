#pragma once

#include "common/store/catalogue/catalogue_reader.h"
#include "common/store/user/saved_searches.h"
#include "query/kept/search_news.h"
#include "query/report/search_report.h"
#include "query/request/request_address.h"

namespace hemero {

/// The search that is saved; how its articles are shown is as in `shown`.
AskedSearch asked_of(const SavedSearch& saved, const SearchRequest& shown);

/// What is kept of a search that was looked at just now.
ToldState told_state(const SearchReport& report);

/// What is new of a search since it was told last. The catalogue must outlive it.
SearchNews news_of(const SavedSearch& saved, const SearchReport& then, const SearchReport& now,
                   CatalogueReader& catalogue);

}  // namespace hemero
