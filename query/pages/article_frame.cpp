#include "query/pages/article_frame.h"

#include <fmt/format.h>

#include "common/base/message.h"
#include "common/model/key_hash.h"
#include "common/text/characters/one_line.h"
#include "query/markup/marked_text.h"

namespace hemero {

std::string article_path(ArticleId article) { return fmt::format("/article/{}", static_cast<std::uint32_t>(article)); }

std::string permanent_path(const Article& article) { return "/a/" + key_hash_text(article.key); }

std::string shown_title(const Article& article) {
  return article.title.empty() ? message("(no title)") : one_line(article.title);
}

std::string ArticlePlace::address(std::string_view page) const {
  return address_of(article_path(id) + std::string(page), kept);
}

PageFrame frame_of(const ArticlePlace& place, const std::string& what, std::string_view page) {
  PageFrame frame{what.empty() ? shown_title(place.article) : fmt::format("{} · {}", what, shown_title(place.article)),
                  place.articles, article_path(place.id) + std::string(page)};
  frame.parameters = place.kept;
  frame.search = place.kept;
  return frame;
}

void begin_beside(Html& html, const ArticlePlace& place, const PageFrame& frame, const std::string& what) {
  begin_page(html, frame);
  html.open("div", {{"class", "beside"}}).element("h1", what);
  html.open("p", {{"class", "of-article"}});
  html.element("a", {{"href", place.address()}}, shown_title(place.article)).close();
  add_where(html, place.article);
}

}  // namespace hemero
