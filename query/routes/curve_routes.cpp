#include "query/answer/timeline.h"
#include "query/markup/error_page.h"
#include "query/pages/curve_page.h"
#include "query/routes/routes.h"

namespace hemero {

namespace {

TimelineAnswer curve(PageReading& reading) {
  const TimelineQuestion question{curve_queries(reading.page), curve_step(reading.page),
                                  curve_unit(reading.page) == TimelineUnit::occurrences};
  return timeline(question, reading.search(), reading.reader.archive, reading.searcher());
}

HttpResponse picture(std::string svg) { return {200, "image/svg+xml", std::move(svg)}; }

}  // namespace

HttpResponse read_curve(PageReading& reading) {
  return html(curve_page(reading.page, curve(reading), reading.articles()));
}

HttpResponse read_curve_picture(PageReading& reading) {
  const bool narrow = reading.rest == "etroite.svg";
  if (!narrow && reading.rest != "large.svg") return error_page({404});
  return picture(render_timeline_curves_svg(curve(reading), curve_unit(reading.page), narrow));
}

HttpResponse read_curve_export(PageReading& reading) {
  if (reading.rest == "svg") return picture(render_timeline_svg(curve(reading), curve_unit(reading.page)));
  if (reading.rest == "csv") return csv(render_timeline_csv(curve(reading)), "hemero-courbe.csv");
  if (reading.rest == "json") return json(render_timeline_json(curve(reading)));
  return error_page({404});
}

}  // namespace hemero
