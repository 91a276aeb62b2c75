#pragma once

#include <string>
#include <string_view>

namespace hemero {

/// True for a text that seems to be the address of a page: it has a scheme (http, https) or a host with a dot and a
/// path, and no blank.
bool is_address(std::string_view text);

/// True for one that has a scheme, or a host that begins with "www.": it can be nothing else.
bool is_surely_address(std::string_view text);

/// The form under which the ways to write one address meet: without scheme, "www.", fragment and slash at the end, its
/// host in lower case, %XX undone.
std::string comparable_address(std::string_view address);

}  // namespace hemero
