#pragma once

#include <optional>
#include <string>
#include <vector>

#include "common/model/timeline.h"
#include "query/markup/html.h"
#include "query/markup/page_request.h"
#include "query/render/timeline.h"

namespace hemero {

/// The queries whose curves are asked for: the search's own, then those that it is compared with.
std::vector<std::string> curve_queries(const PageRequest& request);

/// The step that is asked for; none where the dates choose it.
std::optional<TimeStep> curve_step(const PageRequest& request);

/// What is drawn. Of every article, which has no share of others, their number.
TimelineUnit curve_unit(const PageRequest& request);

/// A search over time, beside others: its picture, its table, and what stands at both ends. `articles` are the
/// archive's.
std::string curve_page(const PageRequest& request, const TimelineAnswer& answer, std::uint64_t articles);

/// The picture of the page: a wide one, and another one for small screens. `told` is for those who do not see it.
void add_curve_picture(Html& html, const AddressParameters& parameters, const std::string& told);

}  // namespace hemero
