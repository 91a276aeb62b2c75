#include "query/render/value_counts.h"

#include <fmt/format.h>

#include "common/base/csv_writer.h"
#include "common/base/json_writer.h"
#include "common/text/characters/one_line.h"
#include "common/text/fold.h"

namespace hemero {

std::string render_values_json(const std::vector<ValueCount>& counts) {
  std::string text;
  JsonWriter json(text);
  json.begin_object().member("version", 1).key("values").begin_array();
  for (const ValueCount& count : counts)
    json.begin_object().member("value", count.value).member("articles", count.articles).end_object();
  json.end_array().end_object();
  return text;
}

std::string render_values_csv(const std::vector<ValueCount>& counts) {
  std::string text;
  CsvWriter csv(text);
  csv.cell("value").cell("articles").end_row();
  for (const ValueCount& count : counts) csv.cell(count.value).cell(count.articles).end_row();
  return text;
}

std::string render_values_text(const std::vector<ValueCount>& counts) {
  std::string text;
  for (const ValueCount& count : counts) text += fmt::format("{}\t{}\n", one_line(count.value), count.articles);
  return text;
}

std::vector<ValueCount> values_like(std::vector<ValueCount> counts, const std::string& like) {
  const std::string part = fold(like);
  std::erase_if(counts, [&](const ValueCount& count) { return fold(count.value).find(part) == std::string::npos; });
  return counts;
}

}  // namespace hemero
