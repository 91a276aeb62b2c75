#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace hemero {

/// The longest name that a host can have, in bytes (RFC 1035).
constexpr std::size_t longest_host = 253;

/// The host of a URL as it is printed; empty when there is none.
std::string_view host_of(std::string_view url);

/// The hosts under which a URL is found: "https://www.lemonde.fr/a/b" gives "www.lemonde.fr" and "lemonde.fr". None
/// where the name is longer than one can be.
std::vector<std::string> url_hosts(std::string_view url);

/// The site of a URL: the first of its hosts, without "www."; empty when it has none.
std::string site_of(std::string_view url);

}  // namespace hemero
