#include "query/render/facets.h"

#include <algorithm>

#include <fmt/format.h>

#include "common/base/csv_writer.h"
#include "common/base/json_writer.h"
#include "common/base/message.h"
#include "common/text/characters/one_line.h"
#include "common/text/characters/unicode.h"
#include "query/render/totals.h"

namespace hemero {

namespace {

std::size_t told(const Facet& facet, std::size_t limit) {
  return is_time(facet.field) ? facet.values.size() : std::min(limit, facet.values.size());
}

std::string shown_value(const FacetValue& value) {
  return value.value.empty() ? message("(none)") : one_line(value.value);
}

std::string text_of(const Facet& facet, std::size_t limit) {
  std::size_t widest = 0;
  for (std::size_t i = 0; i < told(facet, limit); ++i)
    widest = std::max(widest, display_width(shown_value(facet.values[i])));
  std::string text = fmt::format("\n{}\n", translated(facet_name(facet.field)));
  for (std::size_t i = 0; i < told(facet, limit); ++i) {
    const std::string value = shown_value(facet.values[i]);
    text += fmt::format("    {}{}  {:>7}\n", value, std::string(widest - display_width(value), ' '),
                        number_text(facet.values[i].articles));
  }
  const std::size_t others = facet.values.size() - told(facet, limit);
  if (others > 0) text += "    " + message("… {} more (--limit)", number_text(others)) + "\n";
  return text;
}

}  // namespace

std::string render_facets_json(const FacetAnswer& answer, std::size_t limit) {
  std::string out;
  JsonWriter json(out);
  json.begin_object().member("version", 1).member("query", answer.query);
  json.member("restrictions", answer.restrictions).key("notices").begin_array();
  for (const std::string& notice : answer.notices) json.value(notice);
  json.end_array().member("total", answer.total).member("texts", answer.texts).member("complete", answer.complete);
  json.key("facets").begin_array();
  for (const Facet& facet : answer.facets) {
    json.begin_object().member("field", facet_name(facet.field));
    json.member("distinct", std::uint64_t{facet.values.size()}).key("values").begin_array();
    for (std::size_t i = 0; i < told(facet, limit); ++i)
      json.begin_object()
          .member("value", facet.values[i].value)
          .member("articles", facet.values[i].articles)
          .end_object();
    json.end_array().end_object();
  }
  json.end_array().end_object();
  return out;
}

std::string render_facets_csv(const FacetAnswer& answer, std::size_t limit) {
  std::string out;
  CsvWriter csv(out);
  csv.cell("field").cell("value").cell("articles").end_row();
  for (const Facet& facet : answer.facets)
    for (std::size_t i = 0; i < told(facet, limit); ++i)
      csv.cell(facet_name(facet.field)).cell(facet.values[i].value).cell(facet.values[i].articles).end_row();
  return out;
}

std::string render_facets_text(const FacetAnswer& answer, std::size_t limit) {
  std::string text = totals_text(answer.total, answer.complete, DistinctTexts{answer.texts, answer.complete}) + "\n";
  for (const Facet& facet : answer.facets)
    if (!facet.values.empty()) text += text_of(facet, limit);
  return text;
}

}  // namespace hemero
