#include "indexer/formats/named/ninjs_fields.h"

#include <algorithm>
#include <array>
#include <initializer_list>

#include "indexer/formats/html/html_fragment.h"
#include "indexer/formats/named/json_text.h"
#include "indexer/prose/paragraphs.h"

namespace hemero {

namespace {

using simdjson::dom::element;
using simdjson::dom::object;

struct NinjsPaths {
  std::string_view field;
  std::array<std::string_view, 4> paths;  ///< in order of preference: those of versions 1, 2 and 3
};

constexpr std::array table{
    NinjsPaths{"id", {"uri", "guid"}},
    NinjsPaths{"title", {"headline", "headlines[0].value", "title"}},
    NinjsPaths{"lead", {"description_text", "descriptions[0].value"}},
    NinjsPaths{"date", {"firstcreated", "firstCreated", "versioncreated", "versionCreated"}},
    NinjsPaths{"author", {"byline", "by", "authors"}},
    NinjsPaths{"source", {"source", "infosources.name", "infoSources.name"}},
    NinjsPaths{"keywords", {"keywords", "subject.name", "subjects.name"}},
    NinjsPaths{"language", {"language"}},
};

bool has_any(object content, std::initializer_list<std::string_view> keys) {
  return std::any_of(keys.begin(), keys.end(),
                     [&](std::string_view key) { return content.at_key(key).error() == simdjson::SUCCESS; });
}

std::string string_at(object content, std::string_view key) {
  std::string_view text;
  return content.at_key(key).get(text) == simdjson::SUCCESS ? std::string(text) : std::string();
}

/// The text of versions 2 and 3, which list bodies of several types.
std::string text_of_bodies(object content) {
  simdjson::dom::array bodies;
  if (content.at_key("bodies").get(bodies) != simdjson::SUCCESS) return {};
  std::string plain;
  for (const element part : bodies) {
    object body;
    if (part.get(body) != simdjson::SUCCESS) continue;
    const std::string type = string_at(body, "contenttype") + string_at(body, "contentType");
    const std::string value = string_at(body, "value");
    if (type.find("html") != std::string::npos && !trimmed(value).empty()) return text_of_fragment(value);
    if (plain.empty()) plain = value;
  }
  return plain;
}

std::string body_text(object content) {
  for (const char* key : {"body_xhtml", "body_html"})
    if (std::string text = text_of_fragment(string_at(content, key)); !text.empty()) return text;
  const std::string text = string_at(content, "body_text");
  return trimmed(text).empty() ? text_of_bodies(content) : text;
}

}  // namespace

bool is_ninjs(object content) {
  return has_any(content, {"versioncreated", "versionCreated", "firstcreated", "firstCreated"}) &&
         has_any(content, {"headline", "headlines", "body_text", "body_html", "body_xhtml", "bodies"});
}

std::string ninjs_text(object content, std::string_view field) {
  if (field == "text") return body_text(content);
  const auto* row =
      std::find_if(table.begin(), table.end(), [&](const NinjsPaths& paths) { return paths.field == field; });
  if (row == table.end()) return {};
  for (const std::string_view path : row->paths) {
    if (path.empty()) break;
    if (std::string text = text_at(content, path); !trimmed(text).empty()) return text;
  }
  return {};
}

}  // namespace hemero
