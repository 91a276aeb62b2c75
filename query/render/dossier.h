#pragma once

#include <optional>
#include <string>
#include <vector>

#include "common/model/page.h"
#include "common/store/user/dossiers.h"
#include "query/render/render.h"

namespace hemero {

/// An article of a dossier, and what the archive has of it now.
struct FiledArticle {
  DossierArticle filed;
  std::optional<Hit> hit;  ///< none when it is no longer there
  bool updated = false;    ///< it says something else than when it was put into the dossier
  std::string why_gone;    ///< when and why it was removed; empty where that is not known
};

/// The articles of a dossier for people: number, date, title, source, tags, and notes below; those that are gone last.
std::string dossier_text(const std::vector<FiledArticle>& articles, const TextStyle& style);

/// The same as one JSON object (docs/json-output.md).
std::string dossier_json(const std::string& name, const std::vector<FiledArticle>& articles);

}  // namespace hemero
