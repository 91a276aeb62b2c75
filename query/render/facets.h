#pragma once

#include <cstddef>
#include <string>

#include "common/model/facet.h"

namespace hemero {

// Of names and the like the first `limit` values are told, of times all.

/// As one JSON object (docs/json-output.md), without a line feed.
std::string render_facets_json(const FacetAnswer& answer, std::size_t limit);

/// As rows of a field, a value and its articles.
std::string render_facets_csv(const FacetAnswer& answer, std::size_t limit);

/// For people.
std::string render_facets_text(const FacetAnswer& answer, std::size_t limit);

}  // namespace hemero
