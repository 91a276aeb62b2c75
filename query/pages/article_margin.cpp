#include "query/pages/article_margin.h"

#include <algorithm>

#include <fmt/format.h>

#include "common/base/message.h"
#include "common/text/characters/one_line.h"
#include "query/exports/press_citation.h"
#include "query/markup/marked_text.h"

namespace hemero {

namespace {

constexpr std::size_t most_beside = 4;  ///< printings

void begin_section(Html& html, const char* name, const std::string& heading) {
  html.open("section", {{"aria-labelledby", name}}).element("h2", {{"id", name}}, heading);
}

void add_citation(Html& html, const ArticlePlace& place, const ShownArticle& shown) {
  begin_section(html, "cite", message("Cite this article"));
  html.element("p", {{"class", "citation"}, {"lang", "fr"}}, press_citation(shown.hit, "", ""));
  html.open("p").element("button", {{"class", "copy"}, {"hidden", "hidden"}, {"data-done", message("Copied")}},
                         message("Copy"));
  html.text(" ").element("span", {{"role", "status"}}, {}).close();
  html.open("ul", {{"class", "forms"}});
  if (shown.is_current())
    for (const auto& [ending, name] : {std::pair{".ris", "RIS"},
                                       {".bib", "BibTeX"},
                                       {".csl.json", "CSL-JSON"},
                                       {".json", "JSON"},
                                       {".txt", "TXT"}})  // clang-format keeps these in one place
      html.open("li").element("a", {{"href", article_path(place.id) + ending}}, name).close();
  html.open("li").element("a", {{"href", permanent_path(place.article)}, {"rel", "bookmark"}},
                          message("permanent link"));
  html.close().close().close();
}

void add_other_printings(Html& html, const ArticlePlace& place, const std::vector<Hit>& printings) {
  if (printings.size() < 2) return;
  begin_section(html, "printings", message("{} printings of this text", number_text(std::uint64_t{printings.size()})));
  add_printings(html, place, printings, most_beside);
  html.open("p").element("a", {{"href", place.address("/parutions")}}, message("all printings")).close();
  html.close();
}

void add_versions(Html& html, const ArticlePlace& place, const ShownArticle& shown) {
  if (shown.versions.size() < 2) return;
  begin_section(html, "versions", message("{} versions", number_text(std::uint64_t{shown.versions.size()})));
  const std::uint64_t version = shown.hit.state->version;
  html.open("p").text(message("This is version {}, read on ", version));
  add_moment(html, shown.hit.state->stored);
  html.text(".").close().open("ul");
  if (version > 1)
    html.open("li")
        .element("a", {{"href", place.address(fmt::format("/versions/{}..{}", version - 1, version))}},
                 message("what this version changed"))
        .close();
  html.open("li").element("a", {{"href", place.address("/versions")}}, message("all versions")).close();
  html.close().close();
}

void add_provenance(Html& html, const ArticlePlace& place, const ShownArticle& shown) {
  const Article& article = place.article;
  begin_section(html, "provenance", message("Where it comes from"));
  html.open("dl", {{"class", "facts"}});
  const auto add = [&](const std::string& name, const std::string& value) {
    if (!value.empty()) html.element("dt", name).element("dd", value);
  };
  if (article.url.starts_with("https://") || article.url.starts_with("http://"))
    html.element("dt", message("address"))
        .open("dd")
        .element("a", {{"href", article.url}, {"rel", "noreferrer noopener external"}}, article.url)
        .close();
  add(message("number"), std::to_string(static_cast<std::uint32_t>(place.id)));
  if (article.key != article.url) add(message("key"), one_line(article.key));
  add(message("file"), one_line(article.path));
  add(message("keywords"), one_line(fmt::format("{}", fmt::join(article.keywords, ", "))));
  html.element("dt", message("read")).open("dd");
  add_moment(html, shown.hit.state->stored);
  html.close().close().close();
}

}  // namespace

void add_margin(Html& html, const ArticlePlace& place, const ShownArticle& shown) {
  html.open("aside", {{"class", "margin"}, {"aria-label", message("About this article")}});
  add_citation(html, place, shown);
  add_other_printings(html, place, shown.printings);
  add_versions(html, place, shown);
  begin_section(html, "subject", message("On the same subject"));
  html.open("p").element("a", {{"href", place.address("/semblables")}}, message("similar articles")).close().close();
  add_provenance(html, place, shown);
  html.close();
}

void add_printings(Html& html, const ArticlePlace& place, const std::vector<Hit>& printings, std::size_t most) {
  html.open("ol", {{"class", "printings"}});
  for (std::size_t i = 0; i < std::min(printings.size(), most); ++i) {
    const Hit& printing = printings[i];
    const bool is_this = printing.id == place.id;
    html.open("li");
    add_where(html, printing.article);
    html.open("p");
    if (is_this)
      html.element("strong", shown_title(printing.article));
    else
      html.element("a", {{"href", address_of(article_path(printing.id), place.kept)}}, shown_title(printing.article));
    html.close();
    if (i == 0 || is_this)
      html.element("p", {{"class", "which"}},
                   i > 0      ? message("this article")
                   : !is_this ? message("first printing")
                              : message("first printing: this article"));
    html.close();
  }
  html.close();
}

}  // namespace hemero
