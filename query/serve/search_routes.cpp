#include "query/answer/facets.h"
#include "query/answer/timeline.h"
#include "query/pages/error_page.h"
#include "query/pages/results_page.h"
#include "query/plan/reached_forms.h"
#include "query/render/facets.h"
#include "query/render/render.h"
#include "query/render/timeline.h"
#include "query/serve/export.h"
#include "query/serve/routes.h"

namespace hemero {

namespace {

constexpr std::size_t api_values = 1000;  ///< of a facet
const std::vector<FacetField> facet_fields{FacetField::source, FacetField::year, FacetField::section,
                                           FacetField::author};

TimelineAnswer curve(PageReading& reading) {
  const SearchRequest request = reading.search();
  return timeline({{request.text}, std::nullopt, false}, request, reading.reader.archive, reading.searcher());
}

}  // namespace

HttpResponse read_results(PageReading& reading) {
  const SearchRequest request = reading.search();
  Searcher& searcher = reading.searcher();
  Results results{search_and_count(facet_fields, request, reading.reader.archive, searcher),
                  {},
                  reading.articles(),
                  reading.dossier_names()};
  if (!request.everything) results.words = reached_words(searcher.plan(request));
  return html(results_page(reading.page, results));
}

HttpResponse read_export(PageReading& reading) {
  const ExportForm* form = export_form(reading.rest);
  if (form == nullptr) return error_page({404});
  return exported(*form, reading);
}

HttpResponse read_curve_svg(PageReading& reading) {
  return {200, "image/svg+xml", render_timeline_svg(curve(reading), TimelineUnit::texts)};
}

HttpResponse read_search_json(PageReading& reading) {
  return json(render_json(reading.searcher().search(reading.search())));
}

HttpResponse read_facets_json(PageReading& reading) {
  const FacetAnswer answer = count_facets(facet_fields, reading.search(), reading.reader.archive, reading.searcher());
  return json(render_facets_json(answer, api_values));
}

HttpResponse read_timeline_json(PageReading& reading) { return json(render_timeline_json(curve(reading))); }

}  // namespace hemero
