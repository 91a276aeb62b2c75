#include "query/pages/hit_list.h"

#include <fmt/format.h>

#include "common/base/message.h"
#include "query/markup/marked_text.h"
#include "query/pages/article_frame.h"

namespace hemero {

namespace {

/// How many articles have the same text, and which was the first.
void add_copies(Html& html, const Hit& hit, const AddressParameters& kept) {
  const std::uint64_t others = hit.copies->others();
  html.open("p", {{"class", "copies"}});
  html.element("a", {{"href", address_of(article_path(hit.id) + "/parutions", kept)}},
               others == 1 ? message("and 1 other printing") : message("and {} other printings", number_text(others)));
  html.text(" · ");
  if (hit.copies->earliest == hit.id) {
    html.text(message("this is the first"));
  } else {
    Article earliest;
    earliest.date = hit.copies->date;
    earliest.source = hit.copies->source;
    html.text(message("the first: "));
    add_place(html, earliest);
  }
  html.close();
}

}  // namespace

void add_hit(Html& html, const Hit& hit, const AddressParameters& kept) {
  const Article& article = hit.article;
  html.open("li").open("article").open("h2");
  html.open("a", {{"href", address_of(article_path(hit.id), kept)}});
  add_marked(html, article.title.empty() ? message("(no title)") : article.title,
             article.title.empty() ? std::vector<Range>() : hit.title_highlights);
  html.close().close();
  add_reference(html, hit.id);
  add_where(html, article);
  if (!hit.missing.empty())
    html.element("p", {{"class", "missing"}}, message("without: {}", fmt::format("{}", fmt::join(hit.missing, ", "))));
  for (const Snippet& snippet : hit.snippets) {
    html.open("p", {{"class", "passage"}}).text(snippet.starts_mid ? "… " : "");
    add_marked(html, snippet.text, snippet.highlights);
    html.text(snippet.ends_mid ? " …" : "").close();
  }
  if (hit.copies && hit.copies->others() > 0) add_copies(html, hit, kept);
  html.close().close();
}

void add_reference(Html& html, ArticleId article) {
  html.element(
      "abbr",
      {{"class", "unapi-id"}, {"title", std::to_string(static_cast<std::uint32_t>(article))}, {"hidden", "hidden"}},
      "");
}

}  // namespace hemero
