#pragma once

#include <string_view>
#include <vector>

#include "indexer/formats/xml/xml_element.h"

namespace hemero {

/// Makes a tree of the starts, texts and ends that a parser reports, up to a size; what comes behind is left out.
class XmlBuilder {
 public:
  explicit XmlBuilder(std::size_t most_bytes) : most_bytes_(most_bytes) {}

  void start(XmlElement element);
  void text(std::string_view characters);
  void end();

  std::size_t depth() const { return open_.size() + left_out_; }
  std::size_t size() const { return size_; }
  bool truncated() const { return size_ > most_bytes_; }

  /// The first element, with what was read of it; makes the builder empty.
  XmlElement take();

 private:
  void close();

  std::size_t most_bytes_;
  std::size_t size_ = 0;
  std::vector<XmlElement> open_;
  std::size_t left_out_ = 0;  ///< open elements that are not in the tree
};

}  // namespace hemero
