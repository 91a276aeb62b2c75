#include "indexer/formats/xml/xml_builder.h"

#include <utility>

namespace hemero {

void XmlBuilder::start(XmlElement element) {
  size_ += sizeof element + element.name.size();
  for (const XmlAttribute& attribute : element.attributes)
    size_ += sizeof attribute + attribute.name.size() + attribute.value.size();
  if (truncated() || left_out_ > 0)
    ++left_out_;
  else
    open_.push_back(std::move(element));
}

void XmlBuilder::text(std::string_view characters) {
  size_ += characters.size();
  if (truncated() || left_out_ > 0 || open_.empty()) return;
  auto& children = open_.back().children;
  if (children.empty() || !children.back().name.empty()) {
    size_ += sizeof(XmlElement);
    children.emplace_back();
  }
  children.back().text += characters;
}

void XmlBuilder::end() {
  if (left_out_ > 0)
    --left_out_;
  else if (open_.size() > 1)
    close();
}

XmlElement XmlBuilder::take() {
  while (open_.size() > 1) close();
  XmlElement element = open_.empty() ? XmlElement() : std::move(open_.front());
  open_.clear();
  size_ = left_out_ = 0;
  return element;
}

void XmlBuilder::close() {
  XmlElement inner = std::move(open_.back());
  open_.pop_back();
  open_.back().children.push_back(std::move(inner));
}

}  // namespace hemero
