#include "indexer/commands/fields.h"

#include <algorithm>
#include <optional>

#include <fmt/format.h>

#include "common/base/json_writer.h"
#include "common/base/message.h"
#include "common/base/names/name_list.h"
#include "common/model/field.h"
#include "indexer/formats/named/field_keys.h"

namespace hemero {

namespace {

/// What a field that records name is searched by: the stretches of the text are no fields of an article, but are called
/// alike.
std::optional<Field> searched_field(std::string_view mapped) {
  for (const ArticleField& field : article_fields)
    if (field.mapped == mapped) return field.searched;
  for (const FieldInfo& searched : fields)
    if (searched.english == mapped) return searched.field;
  return std::nullopt;
}

/// The names that stand before a colon in a query, in French and English.
std::vector<std::string_view> query_names(std::string_view mapped) {
  const auto searched = searched_field(mapped);
  if (!searched) return {};
  const FieldInfo& field = info(*searched);
  if (field.french == field.english) return {field.french};
  return {field.french, field.english};
}

void print_text() {
  std::vector<NameRow> rows;
  for (const std::string_view field : mappable_fields()) {
    std::string searched;
    for (const std::string_view name : query_names(field)) searched += fmt::format("{}: ", name);
    rows.emplace_back(fmt::format("{:<9} {:<17}", field, searched), fmt::format("{}", fmt::join(keys_of(field), ", ")));
  }
  fmt::print("{}", name_list(rows));
}

void print_json() {
  std::string text;
  JsonWriter json(text);
  const auto write = [&json](std::string_view name, const std::vector<std::string_view>& values) {
    json.key(name).begin_array();
    for (const std::string_view value : values) json.value(value);
    json.end_array();
  };
  json.begin_object().member("version", 1).key("fields").begin_array();
  for (const std::string_view field : mappable_fields()) {
    json.begin_object().member("name", field);
    write("searched", query_names(field));
    write("keys", keys_of(field));
    json.end_object();
  }
  json.end_array().end_object();
  fmt::print("{}\n", text);
}

}  // namespace

Command declare(FieldsOptions& options) {
  Command command("fields", message("list the fields of records, how they are searched and which keys name them"));
  command.json_format(options.as_json);
  return command;
}

int run(const FieldsOptions& options) {
  options.as_json ? print_json() : print_text();
  return 0;
}

}  // namespace hemero
