#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

#include "common/model/article.h"

namespace hemero {

/// What articles are counted by.
enum class ValueColumn : std::uint8_t {
  date,     ///< of publication, to the day, as precise as it is known: 2021, 2021-08, 2021-08-11
  source,   ///< as printed, like all others
  section,  //
  authors,  ///< one a line
  language,
  site,  ///< of its address (common/text/addresses/url_hosts.h)
};

/// By the order of the enumeration, as the files of columns name them.
inline constexpr std::array<std::string_view, 6> column_names{"date",    "source",   "section",
                                                              "authors", "language", "site"};

/// What an article has in each column; empty where it has nothing.
using ColumnValues = std::array<std::string, column_names.size()>;

ColumnValues column_values(const Article& article);

}  // namespace hemero
