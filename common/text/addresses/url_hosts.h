#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace hemero {

/// The hosts under which a URL is found: "https://www.lemonde.fr/a/b" gives "www.lemonde.fr" and "lemonde.fr".
std::vector<std::string> url_hosts(std::string_view url);

}  // namespace hemero
