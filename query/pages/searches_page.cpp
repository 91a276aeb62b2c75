#include "query/pages/searches_page.h"

#include <algorithm>

#include <fmt/format.h>

#include "common/base/message.h"
#include "common/text/characters/one_line.h"
#include "query/markup/kept_forms.h"
#include "query/markup/layout.h"

namespace hemero {

namespace {

constexpr std::string_view path = "/recherches";
constexpr std::size_t most_shown = 200;  ///< articles of each kind

PageFrame frame_of(std::string title, const PageRequest& page, std::uint64_t articles) {
  PageFrame frame{std::move(title), articles, std::string(path), parameters_of(page)};
  frame.search = language_of(page);
  return frame;
}

/// The address at which a saved search is answered.
std::string address_of_search(const SavedSearch& saved, const AddressParameters& language) {
  AddressParameters parameters = read_parameters(saved.request);
  parameters.insert(parameters.end(), language.begin(), language.end());
  return address_of("/recherche", parameters);
}

/// "grève sncf · from 2019"
std::string search_text(const SavedSearch& saved) {
  std::string text;
  for (const auto& [name, value] : read_parameters(saved.request))
    text += (text.empty() ? "" : " · ") + (name == "q" ? one_line(value) : parameter_text(name, value));
  return text.empty() ? message("All articles") : text;
}

void add_search(Html& html, const SavedSearch& saved, const AddressParameters& language, std::size_t number) {
  const std::string here = address_of(path, language);
  html.open("li").open("h2").element("a", {{"href", address_of_search(saved, language)}}, saved.name).close();
  html.element("p", search_text(saved));
  html.element("p", {{"class", "where"}},
               message("{} articles on {}", number_text(saved.articles), saved.told.substr(0, 10)));
  html.open("div", {{"class", "actions"}});
  html.element("a", {{"href", address_of(path, with(language, "name", saved.name))}}, message("What is new"));
  html.open("details").element("summary", message("Change"));
  open_form(html, here, {{"do", "rename"}, {"name", saved.name}});
  add_line(html, {fmt::format("new-name-{}", number), "new", message("new name"), saved.name, {}, true});
  html.element("button", message("Rename")).close();
  add_button(html, here, {{"do", "delete"}, {"name", saved.name}}, message("Delete this search"));
  html.close().close().close();
}

void add_articles(Html& html, const std::string& heading, const std::vector<ReportedArticle>& articles,
                  const SearchNews& news, const AddressParameters& language) {
  if (articles.empty()) return;
  html.element("h2", message("{}: {}", heading, number_text(articles.size()))).open("ul", {{"class", "filed"}});
  for (std::size_t i = 0; i < std::min(articles.size(), most_shown); ++i) {
    const ReportedArticle& article = articles[i];
    const ArticleNote note = news.note_of(article);
    const std::string title = note.title.empty() ? one_line(article.key) : one_line(note.title);
    html.open("li").open("p").element(
        "a", {{"href", address_of(fmt::format("/article/{}", static_cast<std::uint32_t>(article.id)), language)}},
        title);
    html.close().element(
        "p", {{"class", "where"}},
        fmt::format("{}",
                    fmt::join(std::vector{article.date.substr(0, 10), one_line(article.source), note.note}, " ")));
    html.close();
  }
  html.close();
  if (articles.size() > most_shown)
    html.element("p", message("… and {} more", number_text(articles.size() - most_shown)));
}

}  // namespace

std::string searches_page(const std::vector<SavedSearch>& saved, const PageRequest& page, std::uint64_t articles) {
  const PageFrame frame = frame_of(message("Saved searches"), page, articles);
  const AddressParameters language = language_of(page);
  Html html;
  begin_page(html, frame);
  html.open("div", {{"class", "reading"}}).element("h1", message("Saved searches"));
  html.open("p").element("a", {{"href", address_of("/dossiers", language)}}, message("Dossiers")).close();
  if (saved.empty()) html.element("p", message("No search is saved. The page of each search has “Save this search”."));
  html.open("ul", {{"class", "kept"}});
  for (std::size_t i = 0; i < saved.size(); ++i) add_search(html, saved[i], language, i + 1);
  html.close().close();
  end_page(html, frame);
  return html.document();
}

std::string news_page(const SavedSearch& saved, const SearchNews& news, const PageRequest& page,
                      std::uint64_t articles) {
  const PageFrame frame = frame_of(message("What is new of {}", saved.name), page, articles);
  const AddressParameters language = language_of(page);
  Html html;
  begin_page(html, frame);
  html.open("div", {{"class", "reading"}}).element("h1", message("What is new of {}", saved.name));
  html.element("p", {{"class", "where"}}, message("since {}", news.since));
  html.open("p");
  html.element("a", {{"href", address_of_search(saved, language)}}, message("all that it finds")).text(" · ");
  html.element("a", {{"href", address_of(path, language)}}, message("Saved searches")).close();
  if (news.changes.other_archive)
    html.element("p", {{"class", "notice"}}, message("The archive is another one than at that time."));
  if (news.changes.none()) html.element("p", message("Nothing is new."));
  add_articles(html, message("new articles"), news.changes.added, news, language);
  add_articles(html, message("changed since"), news.changes.changed, news, language);
  add_articles(html, message("found no longer"), news.changes.gone, news, language);
  if (!news.changes.none())
    add_button(html, address_of(path, language), {{"do", "told"}, {"name", saved.name}}, message("I have seen this"));
  html.close();
  end_page(html, frame);
  return html.document();
}

}  // namespace hemero
