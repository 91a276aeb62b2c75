#pragma once

#include <string>
#include <vector>

#include "query/kept/filed_articles.h"
#include "query/render/render.h"

namespace hemero {

/// The articles of a dossier for people: number, date, title, source, tags, and notes below; those that are gone last.
std::string dossier_text(const std::vector<FiledArticle>& articles, const TextStyle& style);

/// The same as one JSON object (docs/json-output.md).
std::string dossier_json(const std::string& name, const std::vector<FiledArticle>& articles);

}  // namespace hemero
