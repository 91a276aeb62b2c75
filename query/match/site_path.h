#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "query/match/section_path.h"

namespace hemero {

/// True for a site itself, and for those below it: blogs.lemonde.fr of lemonde.fr.
bool is_site_within(std::string_view site, std::string_view upper);

/// A site as a path: those of an archive’s sites, which are sorted, that it is below, the uppermost first, and itself.
std::vector<PathStep> site_steps(const std::string& site, const std::vector<std::string>& sites);

}  // namespace hemero
