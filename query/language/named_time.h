#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "common/base/dates/date.h"
#include "common/model/query_tree.h"

namespace hemero {

/// A time that words of a query name.
struct NamedTime {
  Date date;
  std::string text;  ///< as typed
};

/// The time that a word names, with those that follow it: a year ("2019"), a month before its year ("juin 2019"), a day
/// before its month ("1er juin 2019"). Years from 1800 to 2099.
std::optional<NamedTime> named_time(const std::vector<QueryNode>& words, std::size_t at);

/// True when some of these are wanted and name no time.
bool names_more_than_time(const std::vector<QueryNode>& words);

}  // namespace hemero
