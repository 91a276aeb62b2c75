#pragma once

#include <optional>
#include <string>
#include <vector>

#include "common/model/page.h"
#include "common/store/catalogue/catalogue_reader.h"
#include "common/store/user/dossiers.h"

namespace hemero {

/// An article of a dossier, and what the archive has of it now.
struct FiledArticle {
  DossierArticle filed;
  std::optional<Hit> hit;  ///< none when it is no longer there
  bool updated = false;    ///< it says something else than when it was put into the dossier
  std::string why_gone;    ///< when and why it was removed; empty where that is not known
};

/// Those of a dossier that have all of the tags, by the dates of their publication; those without one last.
std::vector<FiledArticle> filed_articles(const std::string& dossier, const std::vector<std::string>& tags,
                                         Dossiers& dossiers, CatalogueReader& catalogue);

/// Those that the archive has, as hits: tags stand among the keywords, which every form has.
std::vector<Hit> filed_hits(const std::vector<FiledArticle>& articles);

}  // namespace hemero
