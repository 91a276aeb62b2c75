#pragma once

#include <string>
#include <vector>

namespace hemero {

/// Names in a message, in the quotation marks of its language: the first eight, and how many more there are.
std::string quoted_names(const std::vector<std::string>& names);

}  // namespace hemero
