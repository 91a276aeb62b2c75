#include "indexer/formats/named/json_text.h"

#include <algorithm>
#include <array>
#include <charconv>

#include "indexer/prose/paragraphs.h"

namespace hemero {

namespace {

using simdjson::dom::array;
using simdjson::dom::element;
using simdjson::dom::object;

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

constexpr std::array whole_names = std::to_array<std::string_view>(
    {"$date",    "$oid",      "$numberLong", "$numberInt", "$numberDouble", "$numberDecimal",
     "$uuid",                                       // MongoDB
     "@value",   "#text",     "_text",       "$t",  // XML made JSON
     "fr",                                          // of languages
     "rendered", "processed", "value",       "name",       "display_name",  "label",
     "term",     "title",     "literal",     "raw",  // services
     "main",     "original",  "content",     "html",       "text",          "tag",
     "href",     "@id"});

constexpr std::array<std::string_view, 5> given_names{"given", "givenName", "first_name", "firstName", "prenom"};
constexpr std::array<std::string_view, 5> family_names{"family", "familyName", "last_name", "lastName", "nom"};
constexpr std::array<std::string_view, 4> particles{"non-dropping-particle", "dropping-particle", "particle",
                                                    "particule"};

/// The parts of what is kept in pieces, in the order in which they are read; JSON:API has objects in these.
constexpr std::array text_parts =
    std::to_array<std::string_view>({"summary", "headline", "paragraphs", "sections", "blocks", "data", "attributes"});

/// The first of these members that says something.
template <std::size_t Size>
std::string first_of(object content, const std::array<std::string_view, Size>& names) {
  element value;
  for (const std::string_view name : names)
    if (content.at_key(name).get(value) == simdjson::SUCCESS)
      if (std::string text = text_of(value); !trimmed(text).empty()) return text;
  return {};
}

/// "Jean de la Ville" of {"family": "Ville", "given": "Jean", "non-dropping-particle": "de la"}.
std::string person_name(object content) {
  const std::string family = first_of(content, family_names);
  if (family.empty()) return {};
  std::string name;
  for (const std::string& part : {first_of(content, given_names), first_of(content, particles), family})
    if (!part.empty()) (name += name.empty() ? "" : " ") += part;
  return name;
}

/// "2021-08-11" of {"date-parts": [[2021, 8, 11]]}, whose numbers may be strings.
std::string date_in_parts(object content) {
  array parts;
  std::string date;
  if (content.at_key("date-parts").at(0).get(parts) != simdjson::SUCCESS) return date;
  for (const element part : parts) {
    const std::string number = text_of(part);
    if (number.empty()) break;
    (date += date.empty() ? "" : number.size() == 1 ? "-0" : "-") += number;
  }
  return date;
}

std::string joined_parts(object content) {
  element value;
  std::string text;
  for (const std::string_view name : text_parts)
    if (content.at_key(name).get(value) == simdjson::SUCCESS) append_line(text, text_of(value));
  return text;
}

std::string text_in(object content) {
  for (const auto read : {person_name, date_in_parts})
    if (std::string text = read(content); !text.empty()) return text;
  std::string text = first_of(content, whole_names);
  return text.empty() ? joined_parts(content) : text;
}

}  // namespace

std::string text_of(element value) {
  switch (value.type()) {
    case simdjson::dom::element_type::STRING:
      return std::string(std::string_view(value));
    case simdjson::dom::element_type::ARRAY: {
      std::string text;
      for (const element part : array(value)) append_line(text, text_of(part));
      return text;
    }
    case simdjson::dom::element_type::OBJECT:
      return text_in(value);
    case simdjson::dom::element_type::NULL_VALUE:
      return {};
    default:
      return simdjson::minify(value);
  }
}

std::string text_at(object content, std::string_view path) {
  element value;
  if (content.at_key(path).get(value) == simdjson::SUCCESS) return text_of(value);
  std::string text;
  const std::size_t end = std::min(path.find_first_of(".["), path.size());
  if (content.at_key(path.substr(0, end)).get(value) == simdjson::SUCCESS) append_at(value, path.substr(end), text);
  return text;
}

}  // namespace hemero
