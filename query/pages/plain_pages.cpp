#include "query/pages/plain_pages.h"

#include <utility>
#include <vector>

#include "common/base/message.h"
#include "query/markup/layout.h"

namespace hemero {

namespace {

PageFrame frame_of(std::string title, std::string path, std::uint64_t articles, const std::string& language) {
  PageFrame frame{std::move(title), articles, std::move(path)};
  if (!language.empty()) frame.parameters.emplace_back("lang", language);
  frame.search = frame.parameters;
  return frame;
}

/// What the script adds; where there is none it is not told. Keys can be turned off (WCAG 2.2, 2.1.4), for programs by
/// which one speaks or that read aloud may have other uses for them.
void add_keys(Html& html) {
  html.open("section", {{"class", "keys"}, {"hidden", "hidden"}}).element("h2", message("Keys"));
  html.open("dl", {{"class", "examples"}});
  const std::pair<std::string_view, std::string> keys[] = {
      {"/", message("to the field")},
      {"j", message("to the next article or passage")},
      {"k", message("to the one before")},
  };
  for (const auto& [key, what] : keys) html.open("dt").element("kbd", key).close().element("dd", what);
  html.close().open("p").open("label");
  html.single("input", {{"type", "checkbox"}}).text(" " + message("heed these keys")).close().close().close();
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
  html.close();
  add_keys(html);
  html.open("p").text(message("Programs get the same in JSON:") + " ");
  html.element("a", {{"href", "/api/v1/openapi.json"}}, "/api/v1/openapi.json").close().close();
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

std::string accessibility_page(std::uint64_t articles, const std::string& language) {
  struct Chapter {
    std::string heading;
    std::vector<std::string> told;
  };
  const Chapter chapters[] = {
      {message("What is aimed at"),
       {message("The Web Content Accessibility Guidelines 2.2, level AA: all of it can be read and used by keyboard "
                "alone, enlarged, in light or dark colours, on a narrow screen and without script."),
        message("Nobody from outside has audited these pages: this is no declaration that they conform.")}},
      {message("How it is tested"),
       {message("Programs look at every page before a version is published, in the browser Chromium: by the rules of "
                "axe-core for the levels A and AA, in light and dark colours, 1,280, 375 and 320 pixels wide."),
        message("They also go through the pages by keyboard alone and without script, and see that the focus is always "
                "in sight.")}},
      {message("What is known to be wanting"),
       {message("Nobody who depends on a screen reader, a braille display or voice control has tried these pages yet; "
                "nor were browsers other than Chromium tried."),
        message("The curve over time is a picture. How many articles each year has stands in the list of years beside "
                "what was found."),
        message("Tables may be wider than a narrow screen; they are scrolled by themselves, by the arrow keys too."),
        message("Articles are shown as their sources have them, with words in other languages that are not marked as "
                "such.")}},
      {message("Whom to tell"),
       {message("Whoever gave you the address of this archive runs it, or knows who does: tell them what hinders you, "
                "and on which page.")}},
  };
  const PageFrame frame = frame_of(message("Accessibility"), "/accessibilite", articles, language);
  Html html;
  begin_page(html, frame);
  html.open("div", {{"class", "reading"}}).element("h1", message("Accessibility"));
  for (const Chapter& chapter : chapters) {
    html.element("h2", chapter.heading);
    for (const std::string& told : chapter.told) html.element("p", told);
  }
  html.close();
  end_page(html, frame);
  return html.document();
}

}  // namespace hemero
