#pragma once

#include <cstdint>
#include <limits>
#include <string>
#include <string_view>
#include <vector>

namespace hemero {

/// How an element stands among others.
enum class HtmlFlow : std::uint8_t {
  text,        ///< a run of characters, no element
  inside,      ///< part of a line: a, b, span, time
  block,       ///< begins and ends a block of text
  line_break,  ///< br
  beside,      ///< beside what the page is about: nav, aside, footer, form
  silent,      ///< shows no text: script, svg, select
};

/// A node of a page: an element or a run of text. Nodes stand in the order of the page, so that a subtree is the range
/// from a node to its `end`.
struct HtmlNode {
  std::string_view tag;  ///< in small letters; empty for text and for elements that HTML does not have
  HtmlFlow flow = HtmlFlow::text;
  std::uint32_t parent = 0;
  std::uint32_t end = 0;  ///< index behind the last node inside
  std::uint32_t begin_attributes = 0;
  std::uint32_t end_attributes = 0;
  std::uint32_t begin_text = 0;
  std::uint32_t end_text = 0;
};

/// A page as a tree. Node 0 is the root, an element without a tag.
class HtmlTree {
 public:
  HtmlTree() { nodes_.push_back({{}, HtmlFlow::block, 0, 1, 0, 0, 0, 0}); }

  std::uint32_t size() const { return static_cast<std::uint32_t>(nodes_.size()); }
  const HtmlNode& node(std::uint32_t index) const { return nodes_[index]; }
  std::string_view text(const HtmlNode& node) const {
    return std::string_view(text_).substr(node.begin_text, node.end_text - node.begin_text);
  }

  /// The value of an attribute of an element; empty when it has none.
  std::string_view attribute(const HtmlNode& node, std::string_view name) const;
  bool has_attribute(const HtmlNode& node, std::string_view name) const;

  /// True when the element itself says that browsers do not show it.
  bool is_hidden(const HtmlNode& node) const;

  /// The text of a subtree on one line, blanks as single spaces. Of what is longer than any title only the beginning.
  std::string line_of(std::uint32_t index) const;

  /// True when the page went deeper or held more than is read: elements are missing, or the end is.
  bool truncated() const { return truncated_; }

  // For the parser alone: elements are opened and closed in the order of the page.
  std::uint32_t open(std::string_view tag, std::uint32_t parent);
  void close(std::uint32_t index) { nodes_[index].end = size(); }
  void add_attribute(std::string_view name, std::string_view value);
  void add_text(std::string_view text, std::uint32_t parent);
  void set_truncated() { truncated_ = true; }

 private:
  struct Attribute {
    std::string_view name;
    std::string value;
  };

  std::vector<HtmlNode> nodes_;
  std::vector<Attribute> attributes_;
  std::string text_;
  bool truncated_ = false;
};

/// True for h1 to h6.
inline bool is_heading(std::string_view tag) {
  return tag.size() == 2 && tag[0] == 'h' && tag[1] >= '1' && tag[1] <= '6';
}

/// Appends text with every row of blanks as one space, none at the beginning. No-break spaces stay.
void append_collapsed(std::string& line, std::string_view text);

}  // namespace hemero
