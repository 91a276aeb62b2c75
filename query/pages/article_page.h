#pragma once

#include <optional>
#include <string>
#include <vector>

#include "common/model/page.h"
#include "common/store/catalogue/catalogue_reader.h"
#include "query/markup/kept_forms.h"
#include "query/pages/article_frame.h"
#include "query/passages/article_marks.h"

namespace hemero {

/// What a page of an article shows.
struct ShownArticle {
  Hit hit;                              ///< with its text and its state
  std::string query;                    ///< whose places are marked; empty for none
  std::optional<ArticleMarks> marks;    ///< these
  std::vector<StoredVersion> versions;  ///< all of it, oldest first
  std::vector<Hit> printings;           ///< of its text, this one among them; none where it has no copies
  KeptNames dossiers = {};              ///< that its reader has

  bool is_current() const { return versions.at(hit.state->version - 1).current; }
};

/// The article to be read, and beside it what is known of it.
std::string article_page(const ArticlePlace& place, const ShownArticle& shown);

}  // namespace hemero
