#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "common/model/article.h"
#include "query/markup/html.h"
#include "query/markup/layout.h"

namespace hemero {

/// "/article/42"
std::string article_path(ArticleId article);

/// "/a/0123456789abcdef", by the key alone: an archive that is made anew of the same sources has the article there.
std::string permanent_path(const Article& article);

/// The title in one line, or that there is none.
std::string shown_title(const Article& article);

/// What all pages around an article know.
struct ArticlePlace {
  ArticleId id{};
  const Article& article;
  AddressParameters kept;      ///< of the page's address, and of the links of the page: q, lang
  std::uint64_t articles = 0;  ///< of the archive

  /// The address of a page of this article: "/versions".
  std::string address(std::string_view page = "") const;
};

/// The frame of such a page, whose title is `what` and the article's title.
PageFrame frame_of(const ArticlePlace& place, const std::string& what, std::string_view page);

/// Begins one that is beside the article: `what` as its heading, and below it which article it is.
void begin_beside(Html& html, const ArticlePlace& place, const PageFrame& frame, const std::string& what);

}  // namespace hemero
