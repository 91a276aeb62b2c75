#pragma once

#include <string_view>
#include <vector>

namespace hemero {

/// The rows of a table of data/french, each split at its tabs; comments and empty lines left out.
std::vector<std::vector<std::string_view>> table_rows(std::string_view table);

}  // namespace hemero
