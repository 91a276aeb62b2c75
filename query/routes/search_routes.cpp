#include "common/base/error.h"
#include "query/answer/facets.h"
#include "query/markup/error_page.h"
#include "query/pages/results_page.h"
#include "query/plan/reached_forms.h"
#include "query/routes/routes.h"
#include "query/serve/export.h"

namespace hemero {

namespace {

const std::vector<FacetField> facet_fields{FacetField::source, FacetField::year, FacetField::section,
                                           FacetField::author};

/// What goes with the words that are searched for in all of their forms. What was learnt may be damaged, which costs no
/// search: it is told.
std::vector<RelatedWord> related_to(Results& results, PageReading& reading) {
  constexpr std::size_t most = 10;
  std::vector<std::string> typed;
  for (const ReachedWord& word : results.words)
    if (is_plain_word(word.node) && !word.excluded && !word.weak) typed.push_back(word.node.text);
  if (typed.empty()) return {};
  try {
    const WordVectors* learnt = reading.reader.learnt_words();
    if (learnt == nullptr) return {};
    KnownForms known(reading.reader.archive.vocabulary());
    FormFinder forms(known);
    return related_words(typed, *learnt, forms, most).words;
  } catch (const Error& error) {
    results.page.notices.push_back(error.message());
    return {};
  }
}

/// Where the pages beside this one are.
void add_page_links(HttpResponse& response, const PageReading& reading, const Page& page) {
  const std::size_t number = reading.page.page;
  const auto add = [&](std::size_t to, std::string_view relation) {
    AddressParameters there = without(parameters_of(reading.page), {"page"});
    if (to > 1) there.emplace_back("page", std::to_string(to));
    add_link(response, address_of(reading.request.path(), there), relation);
  };
  if (number > 1) add(number - 1, "prev");
  if (has_next(reading.page, page)) add(number + 1, "next");
}

}  // namespace

HttpResponse read_results(PageReading& reading) {
  const SearchRequest request = reading.search();
  Searcher& searcher = reading.searcher();
  Results results{search_and_count(facet_fields, request, reading.reader.archive, searcher),
                  {},
                  {},
                  reading.articles(),
                  reading.dossier_names()};
  if (!request.everything) results.words = reached_words(searcher.plan(request));
  results.related = related_to(results, reading);
  HttpResponse response = html(results_page(reading.page, results));
  add_page_links(response, reading, results.page);
  return response;
}

HttpResponse read_export(PageReading& reading) {
  const ExportForm* form = export_form(reading.rest);
  if (form == nullptr) return error_page({404});
  return exported(*form, reading);
}

}  // namespace hemero
