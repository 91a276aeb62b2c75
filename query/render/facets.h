#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "common/base/json_writer.h"
#include "common/model/facet.h"

namespace hemero {

// Of names and the like the first `limit` values are told, of times all.

/// How many values are told where nothing else is asked for.
inline constexpr std::size_t usual_facet_values = 10;

/// As one JSON object (docs/json-output.md), without a line feed.
std::string render_facets_json(const FacetAnswer& answer, std::size_t limit);

/// As rows of a field, a value, its articles, and its level: 1, or more for a section below the one before.
std::string render_facets_csv(const FacetAnswer& answer, std::size_t limit);

/// For people.
std::string render_facets_text(const FacetAnswer& answer, std::size_t limit);

/// The facets alone, each behind an empty line; `told_by` names what tells more values.
std::string render_facets_text(const std::vector<Facet>& facets, std::size_t limit, std::string_view told_by);

/// The facets alone, as an array.
void write_facets(JsonWriter& json, const std::vector<Facet>& facets, std::size_t limit);

}  // namespace hemero
