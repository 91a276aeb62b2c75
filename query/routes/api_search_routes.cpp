#include <algorithm>
#include <iterator>

#include "common/base/error.h"
#include "query/answer/explain.h"
#include "query/answer/facets.h"
#include "query/answer/time_limit.h"
#include "query/answer/timeline.h"
#include "query/render/explanation.h"
#include "query/render/facets.h"
#include "query/render/render.h"
#include "query/render/timeline.h"
#include "query/report/report_json.h"
#include "query/report/report_maker.h"
#include "query/request/shown_parameters.h"
#include "query/routes/api_routes.h"
#include "query/routes/cursor.h"
#include "query/routes/routes.h"

namespace hemero {

namespace {

/// So many hits from the offset of a request on; whether there are more behind them.
struct Hits {
  Page page;
  bool more = false;
};

/// One hit more than wanted is looked for, to know whether there is one.
Hits find_hits(SearchRequest request, Searcher& searcher) {
  const std::size_t end = request.end();
  ++request.limit;
  Hits found{searcher.search(request)};
  Page& page = found.page;
  found.more = page.ranked > end && page.complete;
  std::erase_if(page.hits, [&](const Hit& hit) { return hit.rank > end; });
  if (page.partial_from > end) page.partial_from.reset();
  return found;
}

/// The fields that are asked for by their names, else the usual ones.
std::vector<FacetField> fields_of(const PageRequest& request) {
  std::vector<FacetField> fields;
  for (const auto& [name, value] : request.own)
    if (name == "fields")
      fields.push_back(static_cast<FacetField>(std::ranges::find(facet_names, value) - std::begin(facet_names)));
  if (!fields.empty()) return fields;
  return {FacetField::source, FacetField::year, FacetField::section, FacetField::author};
}

std::optional<TimeStep> step_of(const PageRequest& request) {
  for (const TimeStep step : {TimeStep::day, TimeStep::week, TimeStep::month, TimeStep::year})
    if (request.own_value("step") == step_name(step)) return step;
  return std::nullopt;
}

}  // namespace

HttpResponse read_search_json(PageReading& reading) {
  const auto begin = beginning(reading);
  if (const auto* refusal = std::get_if<Refusal>(&begin)) return error_json(*refusal);
  SearchRequest request = reading.search();
  request.offset = std::get<std::size_t>(begin);
  request.limit = reading.page.number("limit");
  request.snippets = reading.page.number("snippets");
  const Hits found = find_hits(request, reading.searcher());
  const auto next = found.more ? std::optional(request.end()) : std::nullopt;
  return until_complete(found.page.complete, json_page(render_json(found.page), reading, next));
}

HttpResponse read_facets_json(PageReading& reading) {
  const FacetAnswer answer =
      count_facets(fields_of(reading.page), reading.search(), reading.reader.archive, reading.searcher());
  return until_complete(answer.complete, json(render_facets_json(answer, reading.page.number("limit"))));
}

HttpResponse read_timeline_json(PageReading& reading) {
  const SearchRequest request = reading.search();
  const bool occurrences = reading.page.own_value("unit") == "occurrences";
  const TimelineAnswer answer = timeline({{request.text}, step_of(reading.page), occurrences}, request,
                                         reading.reader.archive, reading.searcher());
  return until_complete(answer.complete, json(render_timeline_json(answer)));
}

HttpResponse read_explanation_json(PageReading& reading) {
  return json(render_explanation_json(explain(reading.search(), reading.reader.archive, reading.searcher())));
}

HttpResponse read_report_json(PageReading& reading) {
  AskedSearch asked = reading.page.asked;
  asked.request = reading.search();
  const auto report = make_report(asked, reading.reader.archive, reading.searcher());
  if (!report) throw Error(ErrorCode::locked, time_notice(asked.request.deadline));
  return {200, "application/json", report_json(*report)};
}

}  // namespace hemero
