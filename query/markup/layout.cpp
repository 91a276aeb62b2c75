#include "query/markup/layout.h"

#include <algorithm>

#include <fmt/format.h>

#include "query/markup/page_files.h"

namespace hemero {

namespace {

/// A link to a page of this server, in the language of this one.
void add_place(Html& html, const PageFrame& frame, std::string_view path, const std::string& name) {
  AddressParameters parameters;
  for (const auto& each : frame.parameters)
    if (each.first == "lang") parameters.push_back(each);
  html.element("a", {{"href", address_of(path, parameters)}, {"aria-current", frame.path == path ? "page" : ""}}, name);
}

void add_navigation(Html& html, const PageFrame& frame) {
  struct Place {
    std::string_view path;
    std::string name;
  };
  const Place places[] = {{"/recherche", message("Search")}, {"/courbe", message("Compare")},
                          {"/sources", message("Sources")},  {"/vocabulaire", message("Vocabulary")},
                          {"/recherches", message("Saved")}, {"/aide", message("Help")},
                          {"/etat", message("State")}};
  html.open("nav", {{"aria-label", message("Pages")}}).open("ul");
  for (const Place& place : places) {
    html.open("li");
    add_place(html, frame, place.path, place.name);
    html.close();
  }
  html.close().close();
}

/// True for what Open Graph names, which is RDFa.
bool is_property(std::string_view name) { return name.starts_with("og:") || name.starts_with("article:"); }

/// The field, and what of the search stays as it is when other words are sent.
void add_form(Html& html, const PageFrame& frame) {
  const auto words = std::ranges::find(frame.search, std::string("q"), &AddressParameters::value_type::first);
  html.open("form", {{"class", "search"}, {"role", "search"}, {"action", "/recherche"}});
  html.element("label", {{"for", "q"}}, message("Words, « phrases », -word, titre:word, date:2021 …"));
  html.single("input", {{"id", "q"},
                        {"name", "q"},
                        {"type", "search"},
                        {"value", words == frame.search.end() ? "" : words->second},
                        {"autocomplete", "off"},
                        {"spellcheck", "false"},
                        {"enterkeyhint", "search"}});
  for (const auto& [name, value] : without(frame.search, {"q", "page"}))
    html.single("input", {{"type", "hidden"}, {"name", name}, {"value", value}});
  html.element("button", message("Find")).close();
}

}  // namespace

void add_page_files(Html& html) {
  html.single("link", {{"rel", "stylesheet"}, {"href", style_sheet().path}});
  html.single("link", {{"rel", "icon"}, {"href", "data:,"}});
  html.element("script", {{"src", page_script().path}, {"defer", "defer"}}, {});
}

void begin_page(Html& html, const PageFrame& frame) {
  html.open("html", {{"lang", language() == Language::french ? "fr" : "en"}}).open("head");
  html.single("meta", {{"charset", "utf-8"}});
  html.single("meta", {{"name", "viewport"}, {"content", "width=device-width, initial-scale=1"}});
  html.element("title", frame.title.empty() ? "Hemero" : fmt::format("{} · Hemero", frame.title));
  add_page_files(html);
  html.single("link", {{"rel", "search"},
                       {"type", "application/opensearchdescription+xml"},
                       {"title", "Hemero"},
                       {"href", "/opensearch.xml"}});
  if (!frame.feed.empty())
    html.single("link", {{"rel", "alternate"}, {"type", "application/atom+xml"}, {"href", frame.feed}});
  html.single("link", {{"rel", "unapi-server"}, {"type", "application/xml"}, {"title", "unAPI"}, {"href", "/unapi"}});
  for (const auto& [name, content] : frame.about)
    if (!content.empty()) html.single("meta", {{is_property(name) ? "property" : "name", name}, {"content", content}});
  html.close().open("body");
  html.element("a", {{"class", "skip"}, {"href", "#page"}}, message("To the page"));
  html.open("header").open("div", {{"class", "masthead"}});
  html.element("a", {{"class", "name"}, {"href", "/"}}, "Hemero");
  html.element("p", {{"class", "of"}}, message("{} articles", number_text(frame.articles)));
  add_navigation(html, frame);
  html.close();
  add_form(html, frame);
  html.close().open("main", {{"id", "page"}, {"tabindex", "-1"}});
}

void add_pager(Html& html, const PageFrame& frame, std::size_t page, bool has_next, const std::string& told) {
  if (page == 1 && !has_next) return;
  html.open("nav", {{"class", "pager"}, {"aria-label", message("More results")}});
  const auto add = [&](std::size_t number, const char* rel, const std::string& name) {
    AddressParameters there = without(frame.parameters, {"page"});
    if (number > 1) there.emplace_back("page", std::to_string(number));
    html.element("a", {{"href", address_of(frame.path, there)}, {"rel", rel}}, name);
  };
  if (page > 1) add(page - 1, "prev", message("Previous"));
  html.element("span", told);
  if (has_next) add(page + 1, "next", message("Next"));
  html.close();
}

void end_page(Html& html, const PageFrame& frame) {
  const bool french = language() == Language::french;
  AddressParameters other = without(frame.parameters, {"lang"});
  other.emplace_back("lang", french ? "en" : "fr");
  html.close().open("footer");
  add_place(html, frame, "/accessibilite", message("Accessibility"));
  html.element(
      "a",
      {{"href", address_of(frame.path, other)}, {"hreflang", french ? "en" : "fr"}, {"lang", french ? "en" : "fr"}},
      french ? "This page in English" : "Cette page en français");
  html.close().close().close();
}

}  // namespace hemero
