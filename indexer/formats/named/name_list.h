#pragma once

#include <string>
#include <vector>

namespace hemero {

/// Names of columns or keys for a message, in quotation marks: the first eight, and how many more there are.
std::string name_list(const std::vector<std::string>& names);

}  // namespace hemero
