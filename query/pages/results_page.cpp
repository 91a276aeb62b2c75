#include "query/pages/results_page.h"

#include <algorithm>

#include <fmt/format.h>

#include "common/base/message.h"
#include "query/markup/instruments.h"
#include "query/markup/marked_text.h"
#include "query/pages/curve_page.h"
#include "query/pages/curve_table.h"
#include "query/pages/hit_list.h"
#include "query/pages/understood.h"
#include "query/render/totals.h"

namespace hemero {

namespace {

constexpr std::string_view path = "/recherche";
constexpr std::size_t most_values = 8;  ///< of a facet

/// Writes one page of results; its parts in the order in which they stand there.
class ResultsWriter {
 public:
  ResultsWriter(const PageRequest& request, const Results& results)
      : request_(request), page_(results.page), results_(results), parameters_(without_own(parameters_of(request))) {}

  std::string write() {
    const std::string& words = request_.asked.request.text;
    PageFrame frame{words.empty() ? message("All articles") : words, results_.articles, std::string(path), parameters_,
                    parameters_};
    frame.feed = address_of("/recherche.atom", without(parameters_, {"page", "lang"}));
    begin_page(html_, frame);
    html_.open("div", {{"class", "results"}}).open("div", {{"class", "found"}});
    add_totals();
    add_chips();
    add_notices();
    add_understood(html_, results_, parameters_);
    if (page_.total > 0 && asks_for_words(request_)) add_curve();
    if (page_.total > 0) add_exports();
    if (results_.dossiers)
      add_search_forms(html_, to_address(request_.asked), language_of(request_), *results_.dossiers);
    add_hits();
    add_pager(html_, frame, request_.page, has_next(request_, page_), message("page {}", request_.page));
    html_.close();
    add_facets();
    html_.close();
    end_page(html_, frame);
    return html_.document();
  }

 private:
  std::string to(const AddressParameters& parameters) const { return address_of(path, parameters); }

  void add_totals() {
    const bool none = page_.total == 0;
    html_.element("h1", none ? message("No article") : totals_text(page_.total, page_.exact, page_.texts));
    html_.open("ul", {{"class", "tools orders"}, {"aria-label", message("Order")}});
    const SortOrder order = request_.asked.request.order;
    add_tool(message("by relevance"), "", order == SortOrder::relevance);
    add_tool(message("newest first"), "newest", order == SortOrder::newest);
    add_tool(message("oldest first"), "oldest", order == SortOrder::oldest);
    AddressParameters copies = without(parameters_, {"copies", "page"});
    const bool collapse = request_.asked.request.collapse;
    if (collapse) copies.emplace_back("copies", "all");
    html_.open("li").element("a", {{"href", to(copies)}}, collapse ? message("every copy") : message("each text once"));
    html_.close();
    html_.close();
    if (page_.total > 0) add_instruments();
  }

  void add_instruments() {
    html_.open("ul", {{"class", "tools"}, {"aria-label", message("Of this search")}});
    add_instrument_links(html_, without(parameters_, {"sort", "page"}), asks_for_words(request_), path);
    if (!page_.facets.empty())
      html_.open("li", {{"class", "narrow"}})
          .element("a", {{"href", "#affiner"}}, message("Narrow the search"))
          .close();
    html_.close();
  }

  /// The search alone, with its order.
  AddressParameters searched() const { return parameters_of(PageRequest{request_.asked}); }

  void add_tool(const std::string& name, const std::string& sort, bool chosen) {
    AddressParameters there = without(parameters_, {"sort", "page"});
    if (!sort.empty()) there.emplace_back("sort", sort);
    html_.open("li").element("a", {{"href", to(there)}, {"aria-current", chosen ? "true" : ""}}, name).close();
  }

  /// All that is found, for other programs.
  void add_exports() {
    struct Form {
      std::string_view ending;
      std::string name;
    };
    const Form forms[] = {{"excel.csv", message("CSV for a French spreadsheet")},
                          {"csv", "CSV"},
                          {"ris", message("RIS, for Zotero")},
                          {"bib", "BibTeX"},
                          {"csl.json", "CSL-JSON"},
                          {"jsonl", "JSON Lines"},
                          {"txm.zip", "TXM"},
                          {"iramuteq.txt", "Iramuteq"},
                          {"atom", "Atom"}};
    const AddressParameters shown = without(parameters_, {"page", "lang"});
    html_.open("details", {{"class", "exports"}}).element("summary", message("Take all of it along")).open("ul");
    for (const auto& [ending, name] : forms)
      html_.open("li").element("a", {{"href", address_of(fmt::format("{}.{}", path, ending), shown)}}, name).close();
    html_.open("li").element("a", {{"href", address_of("/api/v1/search", searched())}}, "JSON");
    html_.close().close().close();
  }

  /// What narrows the search, each to be taken away by a click.
  void add_chips() {
    const AddressParameters narrowing = without(parameters_, {"q", "sort", "copies", "page", "lang"});
    if (narrowing.empty()) return;
    html_.open("ul", {{"class", "chips"}, {"aria-label", message("Only")}});
    for (const auto& chip : narrowing) {
      AddressParameters left = without(parameters_, {"page"});
      std::erase(left, chip);
      const std::string name = parameter_text(chip.first, chip.second);
      html_.open("li").open("a", {{"href", to(left)}, {"aria-label", message("take away: {}", name)}});
      html_.text(name + " ").element("span", {{"aria-hidden", "true"}}, "×").close().close();
    }
    html_.close();
  }

  void add_notices() {
    for (const std::string& notice : page_.notices) html_.element("p", {{"class", "notice"}}, notice);
    if (page_.suggestion) {
      html_.open("p", {{"class", "notice"}});
      add_other_words(*page_.suggestion, message("Did you mean: {}", *page_.suggestion));
      html_.close();
    }
    if (page_.relaxations.empty()) return;
    html_.open("ul", {{"class", "relaxations"}});
    for (const Relaxation& relaxation : page_.relaxations) {
      const std::string told =
          message("{}: {}", relaxation.change, totals_text(relaxation.total, relaxation.exact, std::nullopt));
      html_.open("li");
      if (relaxation.query != page_.query)
        add_other_words(relaxation.query, told);
      else
        html_.text(told);
      html_.close();
    }
    html_.close();
  }

  /// A link to the same search of other words.
  void add_other_words(const std::string& words, const std::string& told) {
    html_.element("a", {{"href", to(search_for(parameters_, words))}}, told);
  }

  void add_curve() {
    const AddressParameters shown = without(parameters_, {"sort", "copies", "page"});
    html_.open("details", {{"class", "curve"}}).element("summary", message("Over time"));
    add_curve_picture(html_, shown, message("How many of 1,000 texts match, over time"));
    html_.open("p").element("a", {{"href", address_of("/courbe", shown)}},
                            message("with its table, and beside others"));
    html_.close().close();
  }

  void add_hits() {
    if (page_.total == 0 && !page_.hits.empty()) html_.element("p", message("The best of those with some of them:"));
    if (page_.hits.empty()) return;
    html_.open("ol", {{"class", "hits"}, {"start", std::to_string(page_.hits.front().rank)}});
    AddressParameters kept;
    if (!page_.query.empty()) kept.emplace_back("q", page_.query);
    if (!request_.language.empty()) kept.emplace_back("lang", request_.language);
    for (const Hit& hit : page_.hits) add_hit(html_, hit, kept);
    html_.close();
  }

  void add_facets() {
    html_.open("aside", {{"class", "facets"}, {"id", "affiner"}, {"aria-label", message("Narrow the search")}});
    for (const Facet& facet : page_.facets) {
      if (facet.values.empty() || (facet.values.size() == 1 && facet.values.front().value.empty())) continue;
      html_.open("section").element("h2", translated(facet_name(facet.field))).open("ul");
      std::size_t told = 0;
      for (const FacetValue& value : facet.values)
        if (!value.value.empty() && told++ < (is_time(facet.field) ? facet.values.size() : most_values))
          add_value(facet.field, value);
      html_.close().close();
    }
    html_.close();
  }

  void add_value(FacetField field, const FacetValue& value) {
    const std::string name(facet_name(field));
    AddressParameters only = parameters_;
    AddressParameters none = parameters_;
    if (is_time(field)) {
      only = with(with(without(only, {"from", "to"}), "from", value.value), "to", value.value);
    } else {
      only = with(std::move(only), name, value.value);
      none = with(std::move(none), "not-" + name, value.value);
    }
    html_.open("li").element("a", {{"href", to(only)}}, value.value);
    html_.element("span", {{"class", "number"}}, number_text(value.articles));
    if (!is_time(field))
      html_.element("a", {{"class", "without"}, {"href", to(none)}, {"aria-label", message("without {}", value.value)}},
                    message("without"));
    html_.close();
  }

  const PageRequest& request_;
  const Page& page_;
  const Results& results_;
  AddressParameters parameters_;
  Html html_;
};

}  // namespace

bool has_next(const PageRequest& request, const Page& page) {
  const std::size_t shown = request.asked.request.offset + page.hits.size();
  return page.hits.size() == hits_a_page && (shown < page.total || !page.exact);
}

std::string results_page(const PageRequest& request, const Results& results) {
  return ResultsWriter(request, results).write();
}

}  // namespace hemero
