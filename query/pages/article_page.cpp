#include "query/pages/article_page.h"

#include <fmt/format.h>

#include "common/base/message.h"
#include "common/text/characters/one_line.h"
#include "query/markup/marked_text.h"
#include "query/pages/article_margin.h"
#include "query/pages/hit_list.h"

namespace hemero {

namespace {

constexpr std::size_t most_links = 100;

bool is_web_address(const std::string& url) { return url.starts_with("https://") || url.starts_with("http://"); }

/// As Zotero takes them for those of an article in a newspaper, and as Open Graph names them.
AddressParameters described(const Article& article) {
  const std::string title = shown_title(article);
  const std::string source = one_line(article.source);
  const std::string section = one_line(article.section);
  const std::string date = article.date ? to_iso(*article.date) : std::string();
  AddressParameters about{{"DC.type", "newspaperArticle"}, {"DC.title", title}};
  for (const std::string& author : article.authors) about.emplace_back("DC.creator", one_line(author));
  about.emplace_back("prism.publicationName", source);
  about.emplace_back("DC.date", date.substr(0, 10));
  about.emplace_back("prism.section", section);
  about.emplace_back("DC.language", article.language);
  about.emplace_back("og:type", "article");
  about.emplace_back("og:title", title);
  about.emplace_back("og:site_name", source);
  if (is_web_address(article.url)) about.emplace_back("og:url", one_line(article.url));
  about.emplace_back("article:published_time", date);
  for (const std::string& author : article.authors) about.emplace_back("article:author", one_line(author));
  about.emplace_back("article:section", section);
  return about;
}

class ArticleWriter {
 public:
  ArticleWriter(const ArticlePlace& place, const ShownArticle& shown)
      : place_(place), shown_(shown), article_(place.article) {
    if (shown.marks) numbers_.count = shown.marks->count();
  }

  std::string write() {
    const std::uint64_t version = shown_.hit.state->version;
    PageFrame frame = shown_.is_current()
                          ? frame_of(place_, "", "")
                          : frame_of(place_, message("Version {}", version), fmt::format("/version/{}", version));
    frame.about = described(article_);
    begin_page(html_, frame);
    html_.open("div", {{"class", "article"}}).open("div", {{"class", "column"}});
    if (!shown_.is_current()) add_that_it_is_older();
    add_way_between_marks();
    add_article();
    if (shown_.dossiers)
      add_article_form(html_, static_cast<std::uint32_t>(place_.id), without(place_.kept, {"q"}), *shown_.dossiers);
    html_.close();
    add_margin(html_, place_, shown_);
    html_.close();
    end_page(html_, frame);
    return html_.document();
  }

 private:
  void add_that_it_is_older() {
    const std::uint64_t version = shown_.hit.state->version;
    std::uint64_t current = version;
    for (std::size_t i = 0; i < shown_.versions.size(); ++i)
      if (shown_.versions[i].current) current = i + 1;
    html_.open("div", {{"class", "notice"}});
    html_.open("p").text(message("This is version {} of {}, which was read on ", version, shown_.versions.size()));
    add_moment(html_, shown_.hit.state->stored);
    html_.text(message(". It is not the current one.")).close().open("p");
    html_.element("a", {{"href", place_.address()}}, message("the current version")).text(" · ");
    html_.element("a", {{"href", place_.address(fmt::format("/versions/{}..{}", version, current))}},
                  message("what has changed since"));
    html_.close().close();
  }

  /// Links from one passage to another one.
  void add_way_between_marks() {
    if (!shown_.marks) return;
    html_.open("nav", {{"class", "marks"}, {"aria-label", message("Passages")}});
    html_.open("p").text(message("places of “{}”: {}", shown_.query, number_text(numbers_.count)));
    for (std::size_t i = 1; i <= numbers_.count && i <= most_links; ++i)
      html_.text(" ").element("a", {{"href", fmt::format("#m{}", i)}}, std::to_string(i));
    html_.close().close();
  }

  void add_article() {
    html_.open("article", {{"class", "reading"}, {"lang", article_.language.empty() ? "fr" : article_.language}});
    html_.open("h1");
    const bool marks_title = shown_.marks && !article_.title.empty();
    add_numbered_heading(html_, shown_title(article_), marks_title ? shown_.marks->title : std::vector<Range>(),
                         numbers_);
    html_.close();
    if (shown_.is_current()) add_reference(html_, place_.id);
    add_where(html_, article_);
    for (std::size_t i = 0; i < article_.zones.size(); ++i)
      if (article_.zones[i].kind != ZoneKind::debris) add_zone(i);
    html_.close();
  }

  void add_zone(std::size_t i) {
    const Zone& zone = article_.zones[i];
    const std::vector<Range> marks = shown_.marks ? shown_.marks->zones[i] : std::vector<Range>();
    if (zone.kind == ZoneKind::heading) {
      html_.open("h2");
      add_numbered_heading(html_, article_.zone_text(zone), marks, numbers_);
    } else {
      html_.open("p", {{"class", zone.kind == ZoneKind::lead ? "lead" : ""}});
      add_numbered(html_, article_.zone_text(zone), marks, numbers_);
    }
    html_.close();
  }

  const ArticlePlace& place_;
  const ShownArticle& shown_;
  const Article& article_;
  NumberedMarks numbers_;
  Html html_;
};

}  // namespace

std::string article_page(const ArticlePlace& place, const ShownArticle& shown) {
  return ArticleWriter(place, shown).write();
}

}  // namespace hemero
