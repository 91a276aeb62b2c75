#include <fmt/format.h>

#include "query/answer/time_limit.h"
#include "query/concordance/collocates.h"
#include "query/concordance/dispersion.h"
#include "query/concordance/keywords.h"
#include "query/concordance/line_rows.h"
#include "query/markup/error_page.h"
#include "query/pages/dispersion_page.h"
#include "query/pages/keywords_page.h"
#include "query/pages/word_pages.h"
#include "query/render/word_tables.h"
#include "query/routes/routes.h"
#include "query/serve/export.h"

namespace hemero {

namespace {

constexpr std::size_t every_word = 1'000'000;

Concordance concordance(const PageRequest& page, const SearchRequest& request, PooledReader& reader) {
  const Deadline deadline(time_of(request.deadline));
  return {find_occurrences(request, reader.archive, reader.searcher(page.asked.synonyms), deadline),
          chosen<LineOrder>(page, "lines"), reader.archive, deadline};
}

CollocateAnswer collocates(PageReading& reading) {
  const PageRequest& page = reading.page;
  CollocateOptions options;
  options.left = options.right = page.number("window");
  options.paragraph = page.value("within") == "paragraph";
  options.stop_words = !page.value("stop-words").empty();
  options.capitals = !page.value("case").empty();
  options.order = chosen<CollocateOptions::Order>(page, "order");
  const SearchRequest request = reading.search();
  const Deadline deadline(time_of(request.deadline));
  return find_collocates(options, request, reading.reader.archive, reading.searcher(), deadline);
}

KeywordAnswer keywords(PageReading& reading) {
  const PageRequest& page = reading.page;
  KeywordOptions options;
  if (const std::string against = page.value("against"); !against.empty()) options.against = against;
  options.stop_words = !page.value("stop-words").empty();
  options.capitals = !page.value("case").empty();
  const SearchRequest request = reading.search();
  const Deadline deadline(time_of(request.deadline));
  return find_keywords(options, request, reading.reader.archive, reading.searcher(), deadline);
}

DispersionAnswer dispersion(PageReading& reading) {
  const SearchRequest request = reading.search();
  const Deadline deadline(time_of(request.deadline));
  return find_dispersion(chosen<PartField>(reading.page, "over"), request, reading.reader.archive, reading.searcher(),
                         deadline);
}

}  // namespace

HttpResponse read_concordance(PageReading& reading) {
  const PageRequest& page = reading.page;
  const Concordance lines = concordance(page, reading.search(), reading.reader);
  const std::vector<ConcordanceLine> shown =
      lines.lines((page.page - 1) * lines_a_page, lines_a_page, page.number("context"));
  return html(concordance_page(page, lines.totals(), shown, reading.articles()));
}

HttpResponse read_lines_export(PageReading& reading) {
  const bool is_csv = reading.rest == "csv";
  if (!is_csv && reading.rest != "jsonl") return error_page({404});
  SearchRequest request = reading.search();
  request.deadline = seconds_to_export;
  HttpResponse response{200, is_csv ? "text/csv; charset=utf-8" : "application/x-ndjson"};
  keep_as(fmt::format("hemero-concordance.{}", reading.rest), response);
  const auto write_lines = [request, is_csv, page = reading.page](PooledReader& reader, const PieceWriter& write) {
    const Concordance lines = concordance(page, request, reader);
    require_complete(lines.totals().complete);
    write_line_rows(lines, {0, lines.totals().occurrences, page.number("context"), is_csv}, write);
  };
  return sent_as_written(std::move(response), reading, write_lines);
}

HttpResponse read_collocates(PageReading& reading) {
  return html(collocates_page(reading.page, collocates(reading), reading.articles()));
}

HttpResponse read_collocates_export(PageReading& reading) {
  if (reading.rest == "csv") return csv(render_collocates_csv(collocates(reading), every_word), "hemero-voisins.csv");
  if (reading.rest == "json") return json(render_collocates_json(collocates(reading), every_word));
  return error_page({404});
}

HttpResponse read_keywords(PageReading& reading) {
  return html(keywords_page(reading.page, keywords(reading), reading.articles()));
}

HttpResponse read_keywords_export(PageReading& reading) {
  if (reading.rest == "csv") return csv(render_keywords_csv(keywords(reading), every_word), "hemero-mots-cles.csv");
  if (reading.rest == "json") return json(render_keywords_json(keywords(reading), every_word));
  return error_page({404});
}

HttpResponse read_dispersion(PageReading& reading) {
  return html(dispersion_page(reading.page, dispersion(reading), reading.articles()));
}

HttpResponse read_dispersion_export(PageReading& reading) {
  if (reading.rest == "csv") return csv(render_dispersion_csv(dispersion(reading)), "hemero-dispersion.csv");
  if (reading.rest == "json") return json(render_dispersion_json(dispersion(reading)));
  return error_page({404});
}

}  // namespace hemero
