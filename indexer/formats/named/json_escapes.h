#pragma once

#include <string>
#include <string_view>

namespace hemero {

/// JSON with the characters beyond ASCII as they are that it has as escapes: « \u00e9 ». Halves of characters stay.
std::string with_escapes_read(std::string_view json);

}  // namespace hemero
