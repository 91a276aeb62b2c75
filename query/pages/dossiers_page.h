#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "query/kept/filed_articles.h"
#include "query/markup/page_request.h"

namespace hemero {

/// The dossiers of a reader.
std::string dossiers_page(const std::vector<Dossier>& dossiers, const PageRequest& page, std::uint64_t articles);

/// What one of them has.
std::string dossier_page(const std::string& name, const std::vector<FiledArticle>& filed, const PageRequest& page,
                         std::uint64_t articles);

}  // namespace hemero
