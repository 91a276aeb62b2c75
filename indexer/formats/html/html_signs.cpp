#include "indexer/formats/html/html_signs.h"

#include <algorithm>
#include <array>
#include <string>

#include "common/base/dates/text_cursor.h"
#include "indexer/formats/html/html_fragment.h"
#include "indexer/formats/html/html_parser.h"
#include "indexer/formats/html/html_references.h"
#include "indexer/prose/paragraphs.h"

namespace hemero {

namespace {

constexpr auto nowhere = std::string_view::npos;
constexpr std::size_t longest_reference = 32;  ///< bytes between & and ;

bool is_of_name(char c) { return is_ascii_letter(c) || (c >= '1' && c <= '6'); }  // of a tag

/// What stands between the & and the ; of a reference at the front of the text: "eacute", "#8217"; empty for none.
std::string_view reference_at(std::string_view text) {
  const std::size_t end = text.substr(0, longest_reference).find(';');
  if (end == nowhere) return {};
  const std::string_view name = text.substr(1, end - 1);
  return referred_character(name) ? name : std::string_view();
}

/// & < > must be written so in HTML, and may be in a text about it.
bool is_of_markup(std::string_view reference) {
  constexpr std::array<std::string_view, 8> signs{"amp", "lt", "gt", "AMP", "LT", "GT", "#38", "#60"};
  return reference == "#62" || std::find(signs.begin(), signs.end(), reference) != signs.end();
}

template <typename Is>
bool has_reference_that(std::string_view text, const Is& is) {
  for (std::size_t at = text.find('&'); at != nowhere; at = text.find('&', at + 1))
    if (const auto name = reference_at(text.substr(at)); !name.empty() && is(name)) return true;
  return false;
}

/// The name of a tag at the front of the text, with the sign of an end tag: "/p", "br"; empty for what is no tag.
std::string tag_at(std::string_view text) {
  std::size_t at = text.substr(1, 1) == "/" ? 2 : 1;
  while (at < text.size() && is_of_name(text[at])) ++at;
  if (at == text.size() || std::string_view(" \t\r\n/>").find(text[at]) == nowhere) return {};
  std::string name(text.substr(1, at - 1));
  std::transform(name.begin(), name.end(), name.begin(), [](char c) { return static_cast<char>(c | 32); });
  return name;
}

template <std::size_t Size>
bool has_tag(std::string_view text, const std::array<std::string_view, Size>& names) {
  constexpr std::size_t longest_tag = 16;
  for (std::size_t at = text.find('<'); at != nowhere; at = text.find('<', at + 1))
    if (std::find(names.begin(), names.end(), tag_at(text.substr(at, longest_tag))) != names.end()) return true;
  return false;
}

bool has_tags(std::string_view text) {
  constexpr std::array tags = std::to_array<std::string_view>(
      {"/html", "/body", "p",   "br",   "img",         "/p",      "/a",     "/b",       "/i",    "/em",   "/strong",
       "/span", "/div",  "/h1", "/h2",  "/h3",         "/h4",     "/h5",    "/h6",      "/ul",   "/ol",   "/li",
       "/u",    "/s",    "/q",  "/sup", "/blockquote", "/figure", "/table", "/section", "/cite", "/small"});
  return has_tag(text, tags);
}

bool has_paragraphs(std::string_view text) {
  constexpr std::array<std::string_view, 3> tags{"p", "br", "div"};
  return has_tag(text, tags);
}

/// True for a text without any sign of HTML, as most are.
bool is_plain(std::string_view text) { return text.find('&') == nowhere && text.find('<') == nowhere; }

/// The text of HTML whose lines are what they are in plain text.
std::string text_of_lines(std::string_view text) {
  std::string markup;
  for (const std::string_view line : trimmed_lines(text)) markup.append(line).append("<br>");
  return text_of_fragment(markup);
}

}  // namespace

bool has_reference(std::string_view text) {
  return has_reference_that(text, [](std::string_view) { return true; });
}

bool is_markup(std::string_view text) {
  return has_tags(text) || has_reference_that(text, [](std::string_view name) { return !is_of_markup(name); });
}

std::string line_of_markup(std::string_view printed) {
  if (is_plain(printed)) return std::string(printed);
  std::string text = with_references_unescaped(printed);
  if (has_reference(text) || has_tags(text)) text = plain_text(text);
  return text;
}

std::string list_of_markup(std::string_view printed) {
  if (is_plain(printed)) return std::string(printed);
  std::string text = with_references_unescaped(printed);
  if (has_reference(text) || has_tags(text)) text = text_of_lines(text);
  return text;
}

std::string text_of_markup(std::string_view printed) {
  if (is_plain(printed)) return std::string(printed);
  std::string text = with_references_unescaped(printed);
  if (is_markup(text)) text = has_paragraphs(text) ? text_of_fragment(text) : text_of_lines(text);
  return text;
}

}  // namespace hemero
