#include "indexer/formats/xml/xml_element.h"

#include <algorithm>

#include "indexer/formats/html/html_tree.h"

namespace hemero {

void append_escaped(std::string& markup, std::string_view text) {
  const auto is_sign = [](char byte) { return byte == '&' || byte == '<' || byte == '"'; };
  for (auto at = text.begin(); at != text.end();) {
    const auto sign = std::find_if(at, text.end(), is_sign);
    markup.append(at, sign);
    if (sign == text.end()) break;
    markup += *sign == '&' ? "&amp;" : *sign == '<' ? "&lt;" : "&quot;";
    at = sign + 1;
  }
}

namespace {

void append_text(std::string& text, const XmlElement& element) {
  text += element.text;
  for (const XmlElement& child : element.children) append_text(text, child);
}

std::string_view local_name(std::string_view name) { return name.substr(name.find(':') + 1); }

void append_markup(std::string& markup, const XmlElement& element) {
  for (const XmlElement& child : element.children) {
    if (child.name.empty()) {
      append_escaped(markup, child.text);
      continue;
    }
    (markup += '<') += local_name(child.name);
    for (const XmlAttribute& attribute : child.attributes) {
      ((markup += ' ') += attribute.name) += "=\"";
      append_escaped(markup, attribute.value);
      markup += '"';
    }
    markup += '>';
    append_markup(markup, child);
    if (local_name(child.name) != "br") ((markup += "</") += local_name(child.name)) += '>';
  }
}

}  // namespace

const XmlElement* XmlElement::child(std::string_view child_name) const {
  const auto found =
      std::find_if(children.begin(), children.end(), [&](const XmlElement& child) { return child.name == child_name; });
  return found == children.end() ? nullptr : &*found;
}

const XmlElement* XmlElement::at(std::initializer_list<std::string_view> path) const {
  const XmlElement* element = this;
  for (const std::string_view step : path)
    if (element != nullptr) element = element->child(step);
  return element;
}

const XmlElement* XmlElement::find(std::string_view wanted) const {
  for (const XmlElement& child : children) {
    if (child.name == wanted) return &child;
    if (const XmlElement* inside = child.find(wanted)) return inside;
  }
  return nullptr;
}

std::string_view XmlElement::attribute(std::string_view wanted) const {
  const auto found = std::find_if(attributes.begin(), attributes.end(),
                                  [&](const XmlAttribute& attribute) { return attribute.name == wanted; });
  return found == attributes.end() ? std::string_view() : std::string_view(found->value);
}

std::string text_of(const XmlElement& element) {
  std::string text;
  append_text(text, element);
  return text;
}

std::string line_of(const XmlElement* element) {
  std::string line;
  if (element != nullptr) append_collapsed(line, text_of(*element));
  while (line.ends_with(' ')) line.pop_back();
  return line;
}

std::string markup_of(const XmlElement& element) {
  std::string markup;
  append_markup(markup, element);
  return markup;
}

}  // namespace hemero
