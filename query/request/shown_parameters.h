#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "query/request/parameter.h"

namespace hemero {

/// How what a search finds is shown: what an address may ask for beside the search (request_address.h).
struct ShownParameter : Parameter {
  bool on_pages = false;  ///< of pages as well, not of what programs ask for alone
};

/// All of them, in the order in which addresses have them.
const std::vector<ShownParameter>& shown_parameters();

/// The one of a name; null for a name that is none.
const ShownParameter* shown_parameter(std::string_view name);

/// The help of one of these, for the option of its name.
std::string shown_help(std::string_view name);

}  // namespace hemero
