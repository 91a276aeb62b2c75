#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace hemero {

/// How a restriction to names of a field is spoken of.
struct NameWording {
  std::string (*option)(const std::string& typed);
  std::string (*other_option)(const std::string& typed);
  std::string (*unknown)(const std::string& typed, const std::vector<std::string>& names);
  std::string (*several)(const std::string& typed, const std::string& names);
};

/// Of one of restricted_fields (common/model/search_request.h), by its name.
const NameWording& wording_of(std::string_view field);

}  // namespace hemero
