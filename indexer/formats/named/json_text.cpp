#include "indexer/formats/named/json_text.h"

#include <algorithm>
#include <charconv>

#include "indexer/prose/paragraphs.h"

namespace hemero {

namespace {

using simdjson::dom::array;
using simdjson::dom::element;

void append_line(std::string& text, std::string_view line) {
  if (!text.empty() && !line.empty()) text += '\n';
  text += line;
}

void append_at(element value, std::string_view path, std::string& text);

/// `path` begins with "[number]".
void append_indexed(element value, std::string_view path, std::string& text) {
  std::size_t index = 0;
  const auto [end, error] = std::from_chars(path.data() + 1, path.data() + path.size(), index);
  const std::string_view rest = path.substr(static_cast<std::size_t>(end - path.data()));
  element part;
  if (error == std::errc() && rest.starts_with(']') &&
      value.at_pointer("/" + std::to_string(index)).get(part) == simdjson::SUCCESS)
    append_at(part, rest.substr(1), text);
}

void append_at(element value, std::string_view path, std::string& text) {
  if (path.starts_with('.')) path.remove_prefix(1);
  if (path.empty()) return append_line(text, text_of(value));
  if (path.starts_with('[')) {
    if (value.is_array()) append_indexed(value, path, text);
    return;
  }
  if (value.is_array()) {
    for (const element part : array(value)) append_at(part, path, text);
    return;
  }
  const std::size_t end = std::min(path.find_first_of(".["), path.size());
  element part;
  if (value.is_object() && value.at_key(path.substr(0, end)).get(part) == simdjson::SUCCESS)
    append_at(part, path.substr(end), text);
}

}  // namespace

std::string text_of(element value) {
  switch (value.type()) {
    case simdjson::dom::element_type::STRING:
      return std::string(std::string_view(value));
    case simdjson::dom::element_type::ARRAY: {
      std::string text;
      for (const element part : array(value)) {
        if (!text.empty()) text += '\n';
        text += text_of(part);
      }
      return text;
    }
    case simdjson::dom::element_type::OBJECT: {
      element name;
      return value["name"].get(name) == simdjson::SUCCESS ? text_of(name) : std::string();
    }
    case simdjson::dom::element_type::NULL_VALUE:
      return {};
    default:
      return simdjson::minify(value);
  }
}

bool says_nothing(element value) {
  if (value.is_string()) return trimmed(std::string_view(value)).empty();
  return trimmed(text_of(value)).empty();
}

std::string text_at(simdjson::dom::object content, std::string_view path) {
  element value;
  if (content.at_key(path).get(value) == simdjson::SUCCESS) return text_of(value);
  std::string text;
  const std::size_t end = std::min(path.find_first_of(".["), path.size());
  if (content.at_key(path.substr(0, end)).get(value) == simdjson::SUCCESS) append_at(value, path.substr(end), text);
  return text;
}

}  // namespace hemero
