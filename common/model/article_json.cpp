#include "common/model/article_json.h"

#include <algorithm>

namespace hemero {

namespace {

void write(JsonWriter& json, const std::string& text) { json.value(text); }

void write(JsonWriter& json, const std::vector<std::string>& names) { json.value(names); }

void write(JsonWriter& json, const std::optional<Date>& date) { date ? json.value(to_iso(*date)) : json.null(); }

void write(JsonWriter& json, const std::optional<double>& number) {
  number ? json.value(*number, Article::decimals) : json.null();
}

}  // namespace

void write_field(JsonWriter& json, const Article& article, const ArticleField& field) {
  if (field.since > 1 && field_text(article, field).empty()) return;
  json.key(field.name);
  with_value(article, field, [&](const auto& value) { write(json, value); });
}

void write_fields_but(JsonWriter& json, const Article& article, std::initializer_list<std::string_view> names) {
  for (const ArticleField& field : article_fields)
    if (std::find(names.begin(), names.end(), field.name) == names.end()) write_field(json, article, field);
}

void write_zones(JsonWriter& json, const Article& article) {
  json.key("zones").begin_array();
  for (const Zone& zone : article.zones)
    json.begin_object().member("kind", zone_name(zone.kind)).member("text", article.zone_text(zone)).end_object();
  json.end_array();
}

}  // namespace hemero
