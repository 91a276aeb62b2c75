#include "common/text/addresses/url_hosts.h"

namespace hemero {

std::string_view host_of(std::string_view url) {
  const auto scheme = url.find("://");
  if (scheme != std::string_view::npos) url.remove_prefix(scheme + 3);
  return url.substr(0, url.find_first_of("/:?#"));
}

std::vector<std::string> url_hosts(std::string_view url) {
  const std::string_view printed = host_of(url);
  if (printed.size() > longest_host) return {};
  std::string host;
  for (const char c : printed) host += static_cast<char>(c >= 'A' && c <= 'Z' ? c + 32 : c);
  std::vector<std::string> hosts;
  while (host.find('.') != std::string::npos) {
    hosts.push_back(host);
    host.erase(0, host.find('.') + 1);
  }
  return hosts;
}

std::string site_of(std::string_view url) {
  const std::vector<std::string> hosts = url_hosts(url);
  if (hosts.empty()) return {};
  return hosts.size() > 1 && hosts.front().starts_with("www.") ? hosts[1] : hosts.front();
}

}  // namespace hemero
