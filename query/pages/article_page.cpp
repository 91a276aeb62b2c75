#include "query/pages/article_page.h"

#include <fmt/format.h>

#include "common/base/message.h"
#include "common/text/characters/one_line.h"
#include "query/exports/press_citation.h"
#include "query/pages/layout.h"
#include "query/pages/marked_text.h"

namespace hemero {

namespace {

class ArticleWriter {
 public:
  explicit ArticleWriter(const ShownArticle& shown) : shown_(shown), article_(shown.hit.article) {}

  std::string write() {
    AddressParameters parameters;
    if (!shown_.query.empty()) parameters.emplace_back("q", shown_.query);
    AddressParameters own = parameters;
    if (!shown_.language.empty()) own.emplace_back("lang", shown_.language);
    const std::string title = article_.title.empty() ? message("(no title)") : one_line(article_.title);
    PageFrame frame{title, shown_.articles, fmt::format("/article/{}", number()), own, own};
    frame.about = about(title);
    begin_page(html_, frame);
    html_.open("article", {{"class", "reading"}, {"lang", article_.language.empty() ? "fr" : article_.language}});
    html_.open("h1");
    add_marked(html_, title, marks_title() ? shown_.marks->title : std::vector<Range>(), &marked_);
    html_.close();
    add_where(html_, article_);
    add_way_between_marks();
    add_text();
    html_.close();
    add_provenance();
    if (shown_.dossiers) add_article_form(html_, number(), without(own, {"q"}), *shown_.dossiers);
    end_page(html_, frame);
    return html_.document();
  }

 private:
  std::uint32_t number() const { return static_cast<std::uint32_t>(shown_.hit.id); }
  bool marks_title() const { return shown_.marks && !article_.title.empty(); }

  /// As Zotero takes them for those of an article in a newspaper.
  AddressParameters about(const std::string& title) const {
    AddressParameters about{{"DC.type", "newspaperArticle"}, {"DC.title", title}};
    for (const std::string& author : article_.authors) about.emplace_back("DC.creator", one_line(author));
    about.emplace_back("prism.publicationName", one_line(article_.source));
    if (article_.date) about.emplace_back("DC.date", to_iso(*article_.date).substr(0, 10));
    about.emplace_back("prism.section", one_line(article_.section));
    about.emplace_back("DC.language", article_.language);
    return about;
  }

  /// Links from one passage to another one.
  void add_way_between_marks() {
    if (!shown_.marks) return;
    const std::size_t count = shown_.marks->count();
    html_.open("nav", {{"class", "marks"}, {"aria-label", message("Passages")}});
    html_.open("p").text(message("places of “{}”: {}", shown_.query, number_text(count)));
    for (std::size_t i = 1; i <= count && i <= most_links; ++i)
      html_.text(" ").element("a", {{"href", fmt::format("#m{}", i)}}, std::to_string(i));
    html_.close().close();
  }

  void add_text() {
    for (std::size_t i = 0; i < article_.zones.size(); ++i) {
      const Zone& zone = article_.zones[i];
      if (zone.kind == ZoneKind::debris) continue;
      html_.open(zone.kind == ZoneKind::heading ? "h2" : "p", {{"class", zone.kind == ZoneKind::lead ? "lead" : ""}});
      add_marked(html_, article_.zone_text(zone), shown_.marks ? shown_.marks->zones[i] : std::vector<Range>(),
                 &marked_);
      html_.close();
    }
  }

  void add_provenance() {
    html_.open("section", {{"class", "provenance"}, {"aria-labelledby", "cite"}});
    html_.element("h2", {{"id", "cite"}}, message("Cite this article"));
    html_.element("p", {{"class", "citation"}, {"lang", "fr"}}, press_citation(shown_.hit, "", ""));
    html_.open("p").element("button", {{"class", "copy"}, {"hidden", "hidden"}, {"data-done", message("Copied")}},
                            message("Copy"));
    html_.text(" ").element("span", {{"role", "status"}}, {}).close();
    html_.open("dl", {{"class", "facts"}});
    const auto add = [&](const std::string& name, const std::string& value) {
      if (!value.empty()) html_.element("dt", name).element("dd", value);
    };
    if (article_.url.starts_with("https://") || article_.url.starts_with("http://"))
      html_.element("dt", message("address"))
          .open("dd")
          .element("a", {{"href", article_.url}, {"rel", "noreferrer noopener external"}}, article_.url)
          .close();
    add(message("number"), std::to_string(number()));
    if (article_.key != article_.url) add(message("key"), one_line(article_.key));
    add(message("file"), one_line(article_.path));
    html_.close().open("p");
    html_.element("a", {{"href", fmt::format("/api/v1/articles/{}", number())}, {"type", "application/json"}}, "JSON");
    html_.close().close();
  }

  static constexpr std::size_t most_links = 100;

  const ShownArticle& shown_;
  const Article& article_;
  Html html_;
  std::size_t marked_ = 0;
};

}  // namespace

std::string article_page(const ShownArticle& shown) { return ArticleWriter(shown).write(); }

}  // namespace hemero
