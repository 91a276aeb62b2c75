#include "query/pages/plain_pages.h"

#include "common/base/message.h"
#include "query/pages/layout.h"

namespace hemero {

namespace {

PageFrame frame_of(std::string title, std::string path, std::uint64_t articles, const std::string& language) {
  PageFrame frame{std::move(title), articles, std::move(path)};
  if (!language.empty()) frame.parameters.emplace_back("lang", language);
  frame.search = frame.parameters;
  return frame;
}

}  // namespace

std::string help_page(std::uint64_t articles, const std::string& language) {
  struct Example {
    std::string_view query;
    std::string what;
  };
  const Example examples[] = {
      {"etats unis talibans", message("all of the words, whatever the accents and the plural")},
      {"« gilets jaunes »", message("words side by side, in quotation marks")},
      {"grève -sncf", message("without a word")},
      {"grève OU manifestation", message("one of several")},
      {"titre:ministre", message("in the title")},
      {"date:2019 incendie", message("published in a year")},
      {"maire PRÈS/5 démission", message("near each other, five words apart at most")},
      {"ensauvag*", message("words that begin so")},
      {"=Paris", message("exactly as it is printed")},
  };
  const PageFrame frame = frame_of(message("Help"), "/aide", articles, language);
  Html html;
  begin_page(html, frame);
  html.open("div", {{"class", "reading"}}).element("h1", message("How to search"));
  html.element("p", message("Type the words that the article has. These examples are links: try them."));
  html.open("dl", {{"class", "examples"}});
  for (const auto& [query, what] : examples) {
    AddressParameters there{{"q", std::string(query)}};
    there.insert(there.end(), frame.parameters.begin(), frame.parameters.end());
    html.open("dt").open("a", {{"href", address_of("/recherche", there)}}).element("code", query).close().close();
    html.element("dd", what);
  }
  html.close().close();
  end_page(html, frame);
  return html.document();
}

std::string state_page(const ArchiveStatus& status, std::uint64_t articles, const std::string& language) {
  const PageFrame frame = frame_of(message("State"), "/etat", articles, language);
  Html html;
  begin_page(html, frame);
  html.open("div", {{"class", "reading"}})
      .element("h1", message("State of the archive"))
      .open("dl", {{"class", "facts"}});
  const auto add = [&](const std::string& name, const std::string& value) {
    if (!value.empty()) html.element("dt", name).element("dd", value);
  };
  add(message("articles"), number_text(articles));
  add(message("sources"), number_text(static_cast<std::uint64_t>(status.sources)));
  add(message("first date"), status.first_date);
  add(message("last date"), status.last_date);
  add(message("last run"), status.last_run);
  html.close();
  for (const std::string& problem : status.problems) html.element("p", {{"class", "notice"}}, problem);
  html.close();
  end_page(html, frame);
  return html.document();
}

}  // namespace hemero
