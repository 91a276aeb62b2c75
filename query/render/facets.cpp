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

/// A line of a facet: a value and its articles, or how many values are not told.
struct Line {
  std::string text;
  std::string number;
};

/// The lines of the first values and, indented, of those below them.
void add_lines(std::vector<Line>& lines, const std::vector<FacetValue>& values, std::size_t limit,
               std::string_view told_by, std::size_t level) {
  const std::string indent(4 * level, ' ');
  for (std::size_t i = 0; i < std::min(limit, values.size()); ++i) {
    lines.push_back({indent + shown_value(values[i]), number_text(values[i].articles)});
    add_lines(lines, values[i].below, limit, told_by, level + 1);
  }
  if (values.size() > limit)
    lines.push_back({indent + message("… {} more ({})", number_text(values.size() - limit), told_by), ""});
}

std::string text_of(const Facet& facet, std::size_t limit, std::string_view told_by) {
  std::vector<Line> lines;
  add_lines(lines, facet.values, told(facet, limit), told_by, 1);
  std::size_t widest = 0;
  for (const Line& line : lines)
    if (!line.number.empty()) widest = std::max(widest, display_width(line.text));
  std::string text = fmt::format("\n{}\n", translated(facet_name(facet.field)));
  for (const Line& line : lines)
    text += line.number.empty() ? line.text + "\n"
                                : fmt::format("{}{}  {:>7}\n", line.text,
                                              std::string(widest - display_width(line.text), ' '), line.number);
  return text;
}

void write_values(JsonWriter& json, const std::vector<FacetValue>& values, std::size_t limit) {
  json.begin_array();
  for (std::size_t i = 0; i < std::min(limit, values.size()); ++i) {
    json.begin_object().member("value", values[i].value).member("articles", values[i].articles);
    if (!values[i].below.empty()) {
      json.member("distinct", std::uint64_t{values[i].below.size()}).key("values");
      write_values(json, values[i].below, limit);
    }
    json.end_object();
  }
  json.end_array();
}

void add_rows(CsvWriter& csv, FacetField field, const std::vector<FacetValue>& values, std::size_t limit,
              std::uint64_t level) {
  for (std::size_t i = 0; i < std::min(limit, values.size()); ++i) {
    csv.cell(facet_name(field)).cell(values[i].value).cell(values[i].articles).cell(level).end_row();
    add_rows(csv, field, values[i].below, limit, level + 1);
  }
}

}  // namespace

std::string render_facets_json(const FacetAnswer& answer, std::size_t limit) {
  std::string out;
  JsonWriter json(out);
  json.begin_object().member("version", 1).member("query", answer.query);
  json.member("restrictions", answer.restrictions).key("notices").begin_array();
  for (const std::string& notice : answer.notices) json.value(notice);
  json.end_array().member("total", answer.total).member("texts", answer.texts).member("complete", answer.complete);
  json.key("facets");
  write_facets(json, answer.facets, limit);
  json.end_object();
  return out;
}

std::string render_facets_csv(const FacetAnswer& answer, std::size_t limit) {
  std::string out;
  CsvWriter csv(out);
  csv.cell("field").cell("value").cell("articles").cell("level").end_row();
  for (const Facet& facet : answer.facets) add_rows(csv, facet.field, facet.values, told(facet, limit), 1);
  return out;
}

std::string render_facets_text(const FacetAnswer& answer, std::size_t limit) {
  return totals_text(answer.total, answer.complete, DistinctTexts{answer.texts, answer.complete}) + "\n" +
         render_facets_text(answer.facets, limit, "--limit");
}

std::string render_facets_text(const std::vector<Facet>& facets, std::size_t limit, std::string_view told_by) {
  std::string text;
  for (const Facet& facet : facets)
    if (!facet.values.empty()) text += text_of(facet, limit, told_by);
  return text;
}

void write_facets(JsonWriter& json, const std::vector<Facet>& facets, std::size_t limit) {
  json.begin_array();
  for (const Facet& facet : facets) {
    json.begin_object().member("field", facet_name(facet.field));
    json.member("distinct", std::uint64_t{facet.values.size()}).key("values");
    write_values(json, facet.values, told(facet, limit));
    json.end_object();
  }
  json.end_array();
}

}  // namespace hemero
