#pragma once

#include <string>
#include <string_view>

namespace hemero {

/// A line as it is compared with others to tell what pages repeat: folded words with single spaces, digits and
/// punctuation left out. Empty for signs and numbers.
std::string line_shape(std::string_view line);

}  // namespace hemero
