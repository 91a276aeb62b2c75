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

/// Nothing where it is not known.
using Cell = std::variant<std::monostate, std::uint64_t, double, std::string>;

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

Cell passage_of(const Hit& hit) { return joined_snippets(hit); }

std::string iso(const std::optional<Date>& date) { return date ? to_iso(*date) : std::string(); }

std::string precision(const std::optional<Date>& date) {
  constexpr std::array names{"year", "month", "day", "minute"};  // by the order of the enumeration
  return date ? names[static_cast<std::size_t>(date->precision)] : "";
}

constexpr std::array hit_columns{
    HitColumn{"rank", [](const Hit& hit) { return Cell(hit.rank); }},
    HitColumn{"number", number_of},
    HitColumn{"id", number_of},
    HitColumn{"key", [](const Hit& hit) { return Cell(one_line(hit.article.key)); }},
    HitColumn{"score", [](const Hit& hit) { return Cell(hit.score); }},
    HitColumn{"snippet", passage_of},
    HitColumn{"passage", passage_of},
    HitColumn{"lead", [](const Hit& hit) { return Cell(one_line(joined_zones(hit.article, ZoneKind::lead))); }},
    HitColumn{"date_precision", [](const Hit& hit) { return Cell(precision(hit.article.date)); }},
    HitColumn{"matches", [](const Hit& hit) { return hit.matches ? Cell(*hit.matches) : Cell(); }},
    HitColumn{"printings", [](const Hit& hit) { return Cell(hit.copies ? hit.copies->count : 1); }},
    HitColumn{
        "first_id",
        [](const Hit& hit) { return Cell(static_cast<std::uint64_t>(hit.copies ? hit.copies->earliest : hit.id)); }},
    HitColumn{"first_date", [](const Hit& hit) { return Cell(iso(hit.copies ? hit.copies->date : hit.article.date)); }},
    HitColumn{"first_source",
              [](const Hit& hit) { return Cell(one_line(hit.copies ? hit.copies->source : hit.article.source)); }},
    HitColumn{"version", [](const Hit& hit) { return hit.state ? Cell(hit.state->version) : Cell(); }},
    HitColumn{"stored", [](const Hit& hit) { return hit.state ? Cell(hit.state->stored) : Cell(); }},
    HitColumn{"words", [](const Hit& hit) { return hit.state ? Cell(hit.state->words) : Cell(); }},
    HitColumn{"note", [](const Hit& hit) { return Cell(one_line(hit.note)); }},
    HitColumn{"content_hash", [](const Hit& hit) { return hit.state ? Cell(hash_text(hit.state->content)) : Cell(); }},
};

Cell cell_of(const Hit& hit, const Column& column) {
  const auto* found = std::find_if(hit_columns.begin(), hit_columns.end(),
                                   [&](const HitColumn& each) { return each.name == column.name; });
  return found->cell(hit);
}

/// Of a list of names each is told from the next, whatever commas they have.
Cell cell_of(const Article& article, const ArticleField& field) {
  const auto* list = std::get_if<std::vector<std::string> Article::*>(&field.member);
  return one_line(list != nullptr ? fmt::format("{}", fmt::join(article.**list, " | ")) : field_text(article, field));
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

Columns default_columns() {
  return read_columns(
      "rank,id,key,version,date,date_precision,source,section,authors,title,lead,url,language,words,matches,passage,"
      "printings,first_id,first_date,first_source,content_hash,path");
}

void write_header(CsvWriter& csv, const Columns& columns) {
  for (const Column& column : columns) csv.cell(column.name);
  csv.end_row();
}

void write_row(CsvWriter& csv, const Hit& hit, const Columns& columns) {
  for (const Column& column : columns) {
    const Cell cell = column.field != nullptr ? cell_of(hit.article, *column.field) : cell_of(hit, column);
    if (std::holds_alternative<std::monostate>(cell)) csv.cell("");
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
    if (std::holds_alternative<std::monostate>(cell)) json.null();
    if (const auto* number = std::get_if<std::uint64_t>(&cell)) json.value(*number);
    if (const auto* score = std::get_if<double>(&cell)) json.value(*score, score_decimals);
    if (const auto* text = std::get_if<std::string>(&cell)) json.value(*text);
  }
  json.end_object();
}

}  // namespace hemero
