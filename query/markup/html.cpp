#include "query/markup/html.h"

#include <stdexcept>

#include "query/render/xml_escaped.h"

namespace hemero {

Html& Html::open(std::string_view element, Attributes attributes) {
  begin(element, attributes);
  open_.emplace_back(element);
  return *this;
}

Html& Html::close() {
  if (open_.empty()) throw std::logic_error("no element is open");
  markup_ += "</" + open_.back() + ">";
  open_.pop_back();
  return *this;
}

Html& Html::single(std::string_view element, Attributes attributes) {
  begin(element, attributes);
  return *this;
}

Html& Html::text(std::string_view text) {
  markup_ += xml_escaped(text);
  return *this;
}

std::string Html::document() const {
  if (!open_.empty()) throw std::logic_error("an element is open: " + open_.back());
  return "<!doctype html>\n" + markup_ + "\n";
}

void Html::begin(std::string_view element, Attributes attributes) {
  markup_ += "<";
  markup_ += element;
  for (const auto& [name, value] : attributes) {
    if (value.empty()) continue;
    markup_ += " ";
    markup_ += name;
    markup_ += "=\"" + xml_escaped(value) + "\"";
  }
  markup_ += ">";
}

}  // namespace hemero
