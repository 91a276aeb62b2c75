#include "query/render/line_parts.h"

#include <fmt/format.h>

#include "common/text/characters/unicode.h"

namespace hemero {

void write_text_or_null(JsonWriter& json, std::string_view name, std::string_view text) {
  json.key(name);
  text.empty() ? json.null() : json.value(text);
}

void write_highlights(JsonWriter& json, std::string_view text, const std::vector<Range>& highlights) {
  json.key("highlights").begin_array();
  for (const Range& range : highlights) {
    const std::uint64_t begin = code_point_count(text.substr(0, range.begin));
    const std::uint64_t length = code_point_count(text.substr(range.begin, range.end - range.begin));
    json.begin_array().value(begin).value(begin + length).end_array();
  }
  json.end_array();
}

std::string number_and_source(ArticleId id, std::string_view date, std::string_view source) {
  constexpr std::size_t day = 10;  // characters of a date
  std::string text = fmt::format("[{}]", static_cast<std::uint32_t>(id));
  if (!date.empty()) text += fmt::format(" {}", date.substr(0, day));
  if (!source.empty()) text += (date.empty() ? " " : " · ") + std::string(source);
  return text;
}

}  // namespace hemero
