#include "query/pages/word_pages.h"

#include <algorithm>

#include <fmt/format.h>

#include "common/base/message.h"
#include "common/text/characters/one_line.h"
#include "query/markup/instruments.h"
#include "query/pages/curve_table.h"
#include "query/render/concordance.h"

namespace hemero {

namespace {

constexpr std::size_t most_words = 100;

/// The operator that finds what stands as near as words are beside each other here.
std::string near_of(const PageRequest& request) { return "PRÈS/" + request.value("window"); }

/// The head of such a page, and how much there is.
void begin_words(Html& html, const PageFrame& frame, const std::string& what, const OccurrenceTotals& totals) {
  begin_page(html, frame);
  add_instrument_head(html, frame, what, true);
  html.element("p", {{"class", "where"}}, occurrences_text(totals));
  add_notices(html, totals.notices);
}

void add_line_choices(Html& html, const PageFrame& frame, const PageRequest& request) {
  html.open("div", {{"class", "options"}});
  add_choices(html, frame, request, "lines", message("order"),
              {{"right", message("by the words behind")},
               {"left", message("by the words before")},
               {"form", message("by the words themselves")},
               {"newest", message("newest first")},
               {"oldest", message("oldest first")},
               {"source", message("by source")}});
  add_choices(html, frame, request, "context", message("words on each side"),
              {{"3", "3"}, {"7", "7"}, {"15", "15"}, {"30", "30"}, {"50", "50"}});
  html.close();
}

void add_window_choices(Html& html, const PageFrame& frame, const PageRequest& request) {
  html.open("div", {{"class", "options"}});
  add_choices(html, frame, request, "window", message("words away at most"),
              {{"1", "1"}, {"2", "2"}, {"3", "3"}, {"5", "5"}, {"10", "10"}, {"15", "15"}});
  add_choices(html, frame, request, "within", message("in the same"),
              {{"sentence", message("sentence")}, {"paragraph", message("paragraph")}});
  add_choices(html, frame, request, "order", message("order"),
              {{"likelihood", message("log-likelihood")},
               {"dice", "logDice"},
               {"occurrences", message("occurrences beside it")}});
  add_word_choices(html, frame, request);
  html.close();
}

void add_line(Html& html, const ConcordanceLine& line, const AddressParameters& words) {
  const std::string article = address_of(fmt::format("/article/{}", static_cast<std::uint32_t>(line.id)), words);
  html.open("tr").element("td", {{"class", "left"}}, one_line(line.left)).open("td");
  html.element("a", {{"href", article}, {"title", one_line(line.title)}}, one_line(line.pivot)).close();
  html.element("td", one_line(line.right)).element("td", {{"class", "where"}}, line.date.substr(0, 10)).close();
}

}  // namespace

std::string concordance_page(const PageRequest& request, const OccurrenceTotals& totals,
                             const std::vector<ConcordanceLine>& lines, std::uint64_t articles) {
  const PageFrame frame = instrument_frame(request, message("Concordance"), "/concordance", articles);
  AddressParameters words{{"q", request.asked.request.text}};
  if (!request.language.empty()) words.emplace_back("lang", request.language);
  Html html;
  begin_words(html, frame, message("Concordance"), totals);
  add_line_choices(html, frame, request);
  if (!lines.empty()) {
    const std::string heads[] = {message("before"), message("word"), message("behind"), message("date")};
    begin_table(html, message("Concordance"), "kwic", heads);
    for (const ConcordanceLine& line : lines) add_line(html, line, words);
    end_table(html);
  }
  const std::uint64_t pages = (totals.occurrences + lines_a_page - 1) / lines_a_page;
  add_pager(html, frame, request.page, request.page < pages, message("page {} of {}", request.page, pages));
  if (!lines.empty()) add_downloads(html, frame, {{"csv", message("every line (CSV)")}, {"jsonl", "JSON Lines"}});
  end_page(html, frame);
  return html.document();
}

std::string collocates_page(const PageRequest& request, const CollocateAnswer& answer, std::uint64_t articles) {
  const PageFrame frame = instrument_frame(request, message("Words beside it"), "/voisins", articles);
  Html html;
  begin_words(html, frame, message("Words beside it"), answer.totals);
  add_window_choices(html, frame, request);
  if (answer.words.empty()) {
    html.element("p", message("No word stands there often enough to be told."));
    end_page(html, frame);
    return html.document();
  }
  html.element("p", message("Words that stand beside it more often than chance would have it, five times at least."));
  const std::string heads[] = {message("word"),  message("beside it"),      message("expected"),
                               message("texts"), message("in the archive"), message("log-likelihood"),
                               "logDice"};
  begin_table(html, message("Words beside it"), "figures", heads);
  for (std::size_t i = 0; i < std::min(answer.words.size(), most_words); ++i) {
    const Collocate& word = answer.words[i];
    const std::string query = fmt::format("({}) {} {}", request.asked.request.text, near_of(request), word.word);
    html.open("tr").open("td");
    html.element("a", {{"href", address_of("/recherche", search_for(frame.search, query))}}, word.word).close();
    for (const std::string& cell :
         {number_text(word.occurrences), number_text(word.expected, 1), number_text(word.texts),
          number_text(word.archive), number_text(word.likelihood, 1), number_text(word.dice, 2)})
      add_number(html, cell);
    html.close();
  }
  end_table(html);
  add_downloads(html, frame, {{"csv", message("every word (CSV)")}, {"json", "JSON"}});
  end_page(html, frame);
  return html.document();
}

}  // namespace hemero
