#include "common/store/status_json.h"
#include "query/markup/error_page.h"
#include "query/pages/problem_page.h"
#include "query/render/value_counts.h"
#include "query/routes/api_routes.h"
#include "query/routes/openapi.h"
#include "query/routes/routes.h"

namespace hemero {

HttpResponse read_sources_json(PageReading& reading) {
  const std::vector<ValueCount> counts = count_values(reading.folder, ListedValue::source);
  return json(render_values_json(values_like(counts, reading.page.own_value("like"))));
}

HttpResponse read_status_json(PageReading& reading) {
  return fresh_each_time(json(status_json(reading.reader.archive.status(), reading.folder.path.string())));
}

HttpResponse read_description(PageReading&) { return json(openapi_json()); }

HttpResponse read_problem(PageReading& reading) {
  const ProblemKind* kind = named_problem(reading.rest);
  if (kind == nullptr) return error_json({404});
  return html(problem_page(*kind, reading.articles(), reading.page.language));
}

}  // namespace hemero
