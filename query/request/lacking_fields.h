#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "common/model/search_request.h"

namespace hemero {

/// Makes a request ask for the articles too that lack this field; false for what none needs to have or may lack.
bool ask_for_lacking(SearchRequest& request, std::string_view field);

/// The fields that articles may lack, as a request asks, the date last.
std::vector<std::string> fields_lacking(const SearchRequest& request);

/// All that may be asked for so.
std::vector<std::string_view> fields_that_may_lack();

}  // namespace hemero
