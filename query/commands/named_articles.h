#pragma once

#include <optional>
#include <string>
#include <vector>

#include "common/model/page.h"
#include "common/store/catalogue/catalogue_reader.h"

namespace hemero {

/// The names of articles as typed, with those on the standard input, one a line, in the place of each "-".
std::vector<std::string> with_listed_names(const std::vector<std::string>& typed);

/// The articles that a name means, for a number the one that has it, else the one that has it as its key, else those
/// that have it as their address. Empty when there is none, which is told on standard error.
std::vector<StoredArticle> named_articles(CatalogueReader& catalogue, const std::string& name);

}  // namespace hemero
