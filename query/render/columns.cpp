#include "query/render/columns.h"

#include <algorithm>
#include <array>
#include <variant>

#include <fmt/format.h>

#include "common/base/error.h"
#include "common/base/message.h"
#include "common/model/article_json.h"
#include "common/text/characters/one_line.h"
#include "query/render/render.h"

namespace hemero {

namespace {

constexpr int score_decimals = 4;

using Cell = std::variant<std::uint64_t, double, std::string>;

std::string joined_snippets(const Hit& hit) {
  std::vector<std::string> texts;
  for (const Snippet& snippet : hit.snippets) texts.push_back(one_line(snippet.text));
  return fmt::format("{}", fmt::join(texts, " … "));
}

/// What an answer says of an article, beside its fields.
struct HitColumn {
  std::string_view name;
  Cell (*cell)(const Hit& hit);
};

Cell number_of(const Hit& hit) { return static_cast<std::uint64_t>(hit.id); }

constexpr std::array hit_columns{
    HitColumn{"rank", [](const Hit& hit) { return Cell(hit.rank); }},
    HitColumn{"number", number_of},
    HitColumn{"id", number_of},
    HitColumn{"key", [](const Hit& hit) { return Cell(one_line(hit.article.key)); }},
    HitColumn{"score", [](const Hit& hit) { return Cell(hit.score); }},
    HitColumn{"snippet", [](const Hit& hit) { return Cell(joined_snippets(hit)); }},
};

Cell cell_of(const Hit& hit, const Column& column) {
  const auto* found = std::find_if(hit_columns.begin(), hit_columns.end(),
                                   [&](const HitColumn& each) { return each.name == column.name; });
  return found->cell(hit);
}

std::string all_names() {
  std::vector<std::string_view> names;
  for (const HitColumn& column : hit_columns) names.push_back(column.name);
  for (const ArticleField& field : article_fields) names.push_back(field.name);
  return fmt::format("{}", fmt::join(names, ", "));
}

Column read_column(std::string_view name) {
  for (const HitColumn& column : hit_columns)
    if (column.name == name) return {column.name};
  for (const ArticleField& field : article_fields)
    if (field.name == name) return {field.name, &field};
  throw Error(ErrorCode::usage, message("--fields: there is no field “{}”", name),
              message("these are known: {}", all_names()));
}

}  // namespace

Columns read_columns(std::string_view names) {
  Columns columns;
  while (true) {
    const std::size_t comma = std::min(names.find(','), names.size());
    columns.push_back(read_column(names.substr(0, comma)));
    if (comma == names.size()) return columns;
    names.remove_prefix(comma + 1);
  }
}

Columns default_columns() { return read_columns("number,date,source,section,authors,title,url,snippet,key"); }

void write_header(CsvWriter& csv, const Columns& columns) {
  for (const Column& column : columns) csv.cell(column.name);
  csv.end_row();
}

void write_row(CsvWriter& csv, const Hit& hit, const Columns& columns) {
  for (const Column& column : columns) {
    const Cell cell = column.field != nullptr ? one_line(field_text(hit.article, *column.field)) : cell_of(hit, column);
    if (const auto* number = std::get_if<std::uint64_t>(&cell)) csv.cell(*number);
    if (const auto* score = std::get_if<double>(&cell)) csv.cell(*score, score_decimals);
    if (const auto* text = std::get_if<std::string>(&cell)) csv.cell(*text);
  }
  csv.end_row();
}

void write_object(JsonWriter& json, const Hit& hit, const Columns& columns) {
  json.begin_object();
  for (const Column& column : columns) {
    if (column.field != nullptr) {
      write_field(json, hit.article, *column.field);
      continue;
    }
    const Cell cell = cell_of(hit, column);
    json.key(column.name);
    if (const auto* number = std::get_if<std::uint64_t>(&cell)) json.value(*number);
    if (const auto* score = std::get_if<double>(&cell)) json.value(*score, score_decimals);
    if (const auto* text = std::get_if<std::string>(&cell)) json.value(*text);
  }
  json.end_object();
}

}  // namespace hemero
