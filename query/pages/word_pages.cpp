#include "query/pages/word_pages.h"

#include <algorithm>

#include <fmt/format.h>

#include "common/base/message.h"
#include "common/text/characters/one_line.h"
#include "query/pages/layout.h"
#include "query/render/concordance.h"

namespace hemero {

namespace {

constexpr std::size_t most_words = 100;

PageFrame frame_of(const PageRequest& request, std::string what, std::string path, std::uint64_t articles) {
  const AddressParameters parameters = parameters_of(request);
  PageFrame frame{fmt::format("{} · {}", request.asked.request.text, what), articles, std::move(path), parameters};
  frame.search = without(parameters, {"lines"});
  return frame;
}

/// The head of such a page, and the way back to the articles.
void begin_words(Html& html, const PageFrame& frame, const std::string& what, const OccurrenceTotals& totals) {
  begin_page(html, frame);
  html.element("h1", what).element("p", {{"class", "where"}}, occurrences_text(totals));
  html.open("p").element("a", {{"href", address_of("/recherche", without(frame.search, {"page"}))}},
                         message("the articles"));
  html.close();
  for (const std::string& notice : totals.notices) html.element("p", {{"class", "notice"}}, notice);
}

void add_orders(Html& html, const PageFrame& frame, const std::string& chosen) {
  struct Order {
    std::string_view name;
    std::string told;
  };
  const Order orders[] = {{"right", message("by the words behind")},    {"left", message("by the words before")},
                          {"form", message("by the words themselves")}, {"newest", message("newest first")},
                          {"oldest", message("oldest first")},          {"source", message("by source")}};
  html.open("ul", {{"class", "tools"}, {"aria-label", message("Order")}});
  for (const auto& [name, told] : orders) {
    const AddressParameters there = with(without(frame.parameters, {"lines"}), "lines", std::string(name));
    html.open("li").element(
        "a", {{"href", address_of(frame.path, there)}, {"aria-current", chosen == name ? "true" : ""}}, told);
    html.close();
  }
  html.close();
}

void add_line(Html& html, const ConcordanceLine& line, const AddressParameters& words) {
  const std::string article = address_of(fmt::format("/article/{}", static_cast<std::uint32_t>(line.id)), words);
  html.open("tr").element("td", {{"class", "left"}}, one_line(line.left)).open("td");
  html.element("a", {{"href", article}, {"title", one_line(line.title)}}, one_line(line.pivot)).close();
  html.element("td", one_line(line.right)).element("td", {{"class", "where"}}, line.date.substr(0, 10)).close();
}

/// A region that is scrolled by keys as well, for it may be wider than the page.
void begin_table(Html& html, const std::string& name, std::string_view kind) {
  html.open("div", {{"class", "wide"}, {"role", "region"}, {"tabindex", "0"}, {"aria-label", name}});
  html.open("table", {{"class", kind}});
}

}  // namespace

std::string concordance_page(const PageRequest& request, const OccurrenceTotals& totals,
                             const std::vector<ConcordanceLine>& lines, std::uint64_t articles) {
  const PageFrame frame = frame_of(request, message("Concordance"), "/concordance", articles);
  AddressParameters words{{"q", request.asked.request.text}};
  if (!request.language.empty()) words.emplace_back("lang", request.language);
  Html html;
  begin_words(html, frame, message("Concordance"), totals);
  const std::string order = request.own_value("lines");
  add_orders(html, frame, order.empty() ? "right" : order);
  if (!lines.empty()) {
    begin_table(html, message("Concordance"), "kwic");
    html.open("thead").open("tr");
    for (const std::string& head : {message("before"), message("word"), message("behind"), message("date")})
      html.element("th", {{"scope", "col"}}, head);
    html.close().close().open("tbody");
    for (const ConcordanceLine& line : lines) add_line(html, line, words);
    html.close().close().close();
  }
  const std::uint64_t pages = (totals.occurrences + lines_a_page - 1) / lines_a_page;
  add_pager(html, frame, request.page, request.page < pages, message("page {} of {}", request.page, pages));
  end_page(html, frame);
  return html.document();
}

std::string collocates_page(const PageRequest& request, const CollocateAnswer& answer, std::uint64_t articles) {
  const PageFrame frame = frame_of(request, message("Words beside it"), "/voisins", articles);
  Html html;
  begin_words(html, frame, message("Words beside it"), answer.totals);
  html.element("p",
               message("Words at most five words away, in the same sentence, more often than chance would have it."));
  begin_table(html, message("Words beside it"), "figures");
  html.open("thead").open("tr");
  for (const std::string& head : {message("word"), message("beside it"), message("expected"), message("texts"),
                                  message("in the archive"), message("log-likelihood")})
    html.element("th", {{"scope", "col"}}, head);
  html.close().close().open("tbody");
  for (std::size_t i = 0; i < std::min(answer.words.size(), most_words); ++i) {
    const Collocate& word = answer.words[i];
    AddressParameters there = without(frame.search, {"q", "page"});
    there.emplace(there.begin(), "q", fmt::format("({}) PRÈS/5 {}", request.asked.request.text, word.word));
    html.open("tr").open("td").element("a", {{"href", address_of("/recherche", there)}}, word.word).close();
    for (const std::string& cell :
         {number_text(word.occurrences), number_text(word.expected, 1), number_text(word.texts),
          number_text(word.archive), number_text(word.likelihood, 1)})
      html.element("td", {{"class", "number"}}, cell);
    html.close();
  }
  html.close().close().close();
  end_page(html, frame);
  return html.document();
}

}  // namespace hemero
