#pragma once

#include <string>

#include "common/model/timeline.h"
#include "query/markup/html.h"
#include "query/markup/page_request.h"
#include "query/render/timeline.h"

namespace hemero {

/// The same search for other words.
AddressParameters search_for(AddressParameters search, const std::string& query);

/// The same search among what was published from a day to another one, as far as it is searched there at all.
AddressParameters search_in(AddressParameters search, const std::string& first_day, const std::string& last_day);

/// A timeline as a table: of each period a link to the articles that match. A long one is folded up.
void add_curve_table(Html& html, const TimelineAnswer& answer, TimelineUnit unit, const AddressParameters& search);

}  // namespace hemero
