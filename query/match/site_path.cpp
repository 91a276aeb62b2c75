#include "query/match/site_path.h"

#include <algorithm>

namespace hemero {

bool is_site_within(std::string_view site, std::string_view upper) {
  if (!site.ends_with(upper)) return false;
  return site.size() == upper.size() || site[site.size() - upper.size() - 1] == '.';
}

std::vector<PathStep> site_steps(const std::string& site, const std::vector<std::string>& sites) {
  std::vector<PathStep> steps;
  if (site.empty()) return steps;
  steps.push_back({site, site});
  for (std::size_t dot = site.find('.'); dot != std::string::npos; dot = site.find('.', dot + 1))
    if (const std::string upper = site.substr(dot + 1); std::binary_search(sites.begin(), sites.end(), upper))
      steps.push_back({upper, upper});
  std::reverse(steps.begin(), steps.end());
  return steps;
}

}  // namespace hemero
