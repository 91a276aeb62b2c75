#include "indexer/formats/xml/xml_fields.h"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "common/base/message.h"
#include "indexer/formats/html/html_references.h"

namespace hemero {

namespace {

bool has_text(const XmlElement& element) {
  return element.text.find_first_not_of(" \t\r\n") != std::string::npos ||
         std::any_of(element.children.begin(), element.children.end(), has_text);
}

void read_references(std::string& text) {
  if (text.find('&') != std::string::npos) text = with_references_read(text);
}

/// Fields are no markup: references that are left in them were escaped once more.
void read_references(Article& article) {
  for (std::string* field : {&article.title, &article.date_text, &article.source, &article.section})
    read_references(*field);
  for (auto* names : {&article.authors, &article.keywords})
    for (std::string& name : *names) read_references(name);
  if (article.text.find('&') == std::string::npos) return;
  const Article read = std::exchange(article, Article(article));
  article.text.clear();
  article.zones.clear();
  for (const Zone& zone : read.zones) append_zone(article, zone.kind, with_references_read(read.zone_text(zone)));
}

}  // namespace

const XmlElement* first_of(const XmlElement& element, std::initializer_list<std::string_view> names) {
  for (const std::string_view name : names)
    for (const XmlElement& child : element.children)
      if (child.name == name && has_text(child)) return &child;
  return nullptr;
}

void add_lines(std::vector<std::string>& lines, const XmlElement& element,
               std::initializer_list<std::string_view> names) {
  for (const XmlElement& child : element.children) {
    if (std::find(names.begin(), names.end(), child.name) == names.end()) continue;
    std::string line = line_of(&child);
    if (!line.empty() && std::find(lines.begin(), lines.end(), line) == lines.end()) lines.push_back(std::move(line));
  }
}

std::variant<Article, Skip> finished(Article article, const Record& record) {
  read_references(article);
  article.path = record.path;
  if (article.key.empty()) article.key = article.url;
  if (article.key.empty()) article.key = fmt::format("{}:{}", record.key, record.xml->number);
  if (!article.title.empty() || !joined_zones(article, std::nullopt).empty()) return article;
  return refuse_empty(record, markup_of(record.xml->element));
}

}  // namespace hemero
