#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace hemero {

/// What articles are counted by.
enum class FacetField : std::uint8_t { source, section, author, language, site, year, month, day };

/// "source", and so on, in the order of the enumeration.
inline constexpr std::string_view facet_names[]{"source", "section", "author", "language",
                                                "site",   "year",    "month",  "day"};

constexpr std::string_view facet_name(FacetField field) { return facet_names[static_cast<std::size_t>(field)]; }

constexpr bool is_time(FacetField field) { return field >= FacetField::year; }

/// A value, and how many articles have it.
struct FacetValue {
  std::string value;  ///< in its commonest spelling; empty: these articles have none
  std::uint64_t articles = 0;
  std::vector<FacetValue> below = {};  ///< of a section: those one step deeper, among its articles
};

struct Facet {
  FacetField field{};
  std::vector<FacetValue> values;  ///< most articles first, times in their order
};

/// What is told of all articles that match.
struct FacetAnswer {
  std::string query;         ///< as typed
  std::string restrictions;  ///< what was asked for beside the words: --from 2019; empty for nothing
  std::vector<std::string> notices;
  std::uint64_t total = 0;  ///< articles that match in full
  std::uint64_t texts = 0;  ///< of these, those that are no copies of one another
  bool complete = true;     ///< else the time was over: all numbers are lower bounds
  std::vector<Facet> facets;
};

}  // namespace hemero
