#include "query/answer/facets.h"
#include "query/answer/timeline.h"
#include "query/pages/error_page.h"
#include "query/pages/results_page.h"
#include "query/plan/reached_forms.h"
#include "query/render/timeline.h"
#include "query/serve/export.h"
#include "query/serve/routes.h"

namespace hemero {

namespace {

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

}  // namespace hemero
