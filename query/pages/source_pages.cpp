#include "query/pages/source_pages.h"

#include <algorithm>

#include <fmt/format.h>

#include "common/base/dates/date.h"
#include "common/text/characters/one_line.h"
#include "query/markup/instruments.h"
#include "query/markup/marked_text.h"
#include "query/pages/calendar.h"
#include "query/render/timeline_parts.h"
#include "query/render/totals.h"

namespace hemero {

namespace {

constexpr std::string_view path = "/sources";
constexpr std::size_t most_values = 100;  ///< of sites

AddressParameters only_language(const PageRequest& request) {
  return request.language.empty() ? AddressParameters() : AddressParameters{{"lang", request.language}};
}

PageFrame frame_of(const PageRequest& request, const std::string& title, std::uint64_t articles) {
  PageFrame frame{title, articles, std::string(path), parameters_of(request)};
  frame.search = only_language(request);
  return frame;
}

void add_day(Html& html, const std::string& iso) {
  html.open("td");
  if (const auto date = parse_iso_date(iso)) add_date(html, *date);
  html.close();
}

void add_sources(Html& html, const PageRequest& request, const std::vector<ListedSource>& sources) {
  const std::string heads[] = {message("source"), message("articles"), message("first article"),
                               message("last article")};
  begin_table(html, message("Sources"), "figures sources", heads);
  const AddressParameters language = only_language(request);
  for (const ListedSource& source : sources) {
    html.open("tr").open("td");
    if (source.name.empty())
      html.element("a", {{"href", address_of("/recherche", with(language, "without", "source"))}},
                   message("(no source)"));
    else
      html.element("a", {{"href", address_of(path, with(language, "source", source.name))}}, one_line(source.name));
    html.close();
    add_number(html, number_text(source.articles));
    add_day(html, source.first);
    add_day(html, source.last);
    html.close();
  }
  end_table(html);
}

/// Sites, or languages, each with its articles; none where no article has any.
void add_values(Html& html, const PageRequest& request, const Facet& facet, const std::string& title) {
  const auto has_value = [](const FacetValue& value) { return !value.value.empty(); };
  if (std::ranges::none_of(facet.values, has_value)) return;
  html.element("h2", title).open("ul", {{"class", "choices"}, {"aria-label", title}});
  std::size_t told = 0;
  for (const FacetValue& value : facet.values) {
    if (value.value.empty() || told++ >= most_values) continue;
    const AddressParameters there = with(only_language(request), std::string(facet_name(facet.field)), value.value);
    html.open("li").element("a", {{"href", address_of("/recherche", there)}}, one_line(value.value)).text(" ");
    html.element("span", {{"class", "number"}}, number_text(value.articles)).close();
  }
  html.close();
}

void add_notes(Html& html, const TimelineAnswer& months) {
  const std::vector<std::string> notes = timeline_notes(months, false);
  if (notes.empty()) return;
  html.open("ul", {{"class", "notes"}});
  for (const std::string& note : notes) html.element("li", note);
  html.close();
}

}  // namespace

std::string sources_page(const PageRequest& request, const Holdings& holdings, std::uint64_t articles) {
  const PageFrame frame = frame_of(request, message("Sources"), articles);
  Html html;
  begin_page(html, frame);
  html.element("h1", message("Sources"));
  add_sources(html, request, holdings.sources);
  for (const Facet& facet : holdings.others)
    add_values(html, request, facet, facet.field == FacetField::site ? message("Sites") : message("Languages"));
  html.element("h2", message("The whole archive, month by month"));
  add_calendar(html, holdings.months, only_language(request));
  add_notes(html, holdings.months);
  end_page(html, frame);
  return html.document();
}

std::string source_page(const PageRequest& request, const TimelineAnswer& months, std::uint64_t articles) {
  const std::string name = one_line(fmt::format("{}", fmt::join(request.asked.request.sources.any, ", ")));
  const PageFrame frame = frame_of(request, name, articles);
  const AddressParameters search = without_own(parameters_of(request));
  const TimelineSeries& all = months.series.front();
  Html html;
  begin_page(html, frame);
  html.element("h1", name).open("ul", {{"class", "tools"}, {"aria-label", message("Of this source")}});
  html.open("li").element("a", {{"href", address_of("/recherche", search)}}, message("the articles")).close();
  add_instrument_links(html, search, false, path);
  html.open("li").element("a", {{"href", address_of(path, only_language(request))}}, message("all sources")).close();
  html.close()
      .open("p", {{"class", "where"}})
      .text(totals_text(all.total, months.complete, DistinctTexts{all.texts, months.complete}));
  if (all.first && all.last) {
    html.text(" · ");
    add_date(html, *parse_iso_date(all.first->date));
    html.text(" – ");
    add_date(html, *parse_iso_date(all.last->date));
  }
  html.close();
  add_notices(html, months.notices);
  add_calendar(html, months, search);
  add_notes(html, months);
  end_page(html, frame);
  return html.document();
}

}  // namespace hemero
