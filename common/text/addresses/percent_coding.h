#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace hemero {

/// Every byte that is no printable ASCII, or is among `reserved`, as %XX (RFC 3986, section 2.1).
std::string percent_encoded(std::string_view text, std::string_view reserved);

/// The byte that the three at this place stand for: "%C3". Nothing where there is no such thing.
std::optional<char> percent_byte(std::string_view text, std::size_t at);

}  // namespace hemero
