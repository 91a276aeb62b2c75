#pragma once

#include <optional>
#include <string>

#include "common/store/catalogue/stored_article.h"
#include "query/pages/kept_forms.h"
#include "query/pages/page_request.h"
#include "query/passages/article_marks.h"

namespace hemero {

/// What a page of an article shows.
struct ShownArticle {
  Hit hit;                            ///< with its text and its state
  std::string query;                  ///< whose places are marked; empty for none
  std::optional<ArticleMarks> marks;  ///< these
  std::uint64_t articles = 0;         ///< of the archive
  std::string language;               ///< as the address says
  KeptNames dossiers = {};            ///< that its reader has
};

std::string article_page(const ShownArticle& shown);

}  // namespace hemero
