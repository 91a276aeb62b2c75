#include "query/pages/keywords_page.h"

#include <algorithm>

#include <fmt/format.h>

#include "common/text/characters/one_line.h"
#include "query/markup/instruments.h"
#include "query/pages/curve_table.h"
#include "query/render/word_tables.h"

namespace hemero {

namespace {

constexpr std::size_t most_words = 50;

/// Which texts are compared with: another search in a field of its own, which may be empty.
void add_against(Html& html, const PageFrame& frame, const PageRequest& request) {
  html.open("form", {{"class", "against"}, {"action", frame.path}});
  html.element("label", {{"for", "against"}}, message("compared with another search (empty: with all the rest)"));
  html.single("input", {{"id", "against"},
                        {"name", "against"},
                        {"value", request.value("against")},
                        {"autocomplete", "off"},
                        {"spellcheck", "false"}});
  add_kept_fields(html, frame, {"against"});
  html.element("button", message("Compare")).close();
}

/// The same search for articles that have this word as well.
AddressParameters with_word(const PageFrame& frame, const std::string& query, const std::string& word) {
  return search_for(frame.search, query.empty() ? word : fmt::format("({}) ET {}", query, word));
}

void add_words(Html& html, const PageFrame& frame, const KeywordAnswer& answer, const std::vector<Keyword>& words,
               const std::string& title) {
  if (words.empty()) return;
  const std::string heads[] = {message("word"),
                               message("occurrences"),
                               message("texts"),
                               message("per million"),
                               message("elsewhere"),
                               message("per million"),
                               "G²",
                               "Log Ratio"};
  html.element("h2", title);
  begin_table(html, title, "figures", heads);
  for (std::size_t i = 0; i < std::min(words.size(), most_words); ++i) {
    const Keyword& word = words[i];
    const AddressParameters there = with_word(frame, answer.totals.query, word.word);
    html.open("tr").open("td").element("a", {{"href", address_of("/recherche", there)}}, one_line(word.word)).close();
    for (const std::string& cell :
         {number_text(word.occurrences), number_text(word.texts),
          number_text(per_million(word.occurrences, answer.words), 1), number_text(word.elsewhere),
          number_text(per_million(word.elsewhere, answer.other_words), 1), number_text(word.keyness, 1),
          number_text(word.log_ratio, 2)})
      add_number(html, cell);
    html.close();
  }
  end_table(html);
  if (words.size() > most_words)
    html.element("p", {{"class", "where"}},
                 message("and {} more words", number_text(std::uint64_t{words.size() - most_words})));
}

}  // namespace

std::string keywords_page(const PageRequest& request, const KeywordAnswer& answer, std::uint64_t articles) {
  const PageFrame frame = instrument_frame(request, message("Keywords"), "/mots-cles", articles);
  Html html;
  begin_page(html, frame);
  add_instrument_head(html, frame, message("Keywords"), asks_for_words(request));
  html.element("p", {{"class", "where"}}, compared_text(answer));
  add_notices(html, answer.totals.notices);
  add_against(html, frame, request);
  html.open("div", {{"class", "options"}});
  add_word_choices(html, frame, request);
  html.close();
  if (answer.more.empty() && answer.less.empty())
    html.element("p", message("No word tells these texts from the others: search for something first."));
  add_words(html, frame, answer, answer.more, message("More frequent than elsewhere"));
  add_words(html, frame, answer, answer.less, message("Less frequent than elsewhere"));
  add_downloads(html, frame, {{"csv", message("every word (CSV)")}, {"json", "JSON"}});
  end_page(html, frame);
  return html.document();
}

}  // namespace hemero
