#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace hemero {

struct XmlAttribute {
  std::string name;  ///< with the prefix it was written with: "xml:lang"
  std::string value;
};

/// An element of an XML file with all that is inside, or a run of text between elements.
struct XmlElement {
  std::string name;  ///< "title", "dc:creator", "atom:entry"; empty for a run of text
  std::string text;  ///< of a run of text
  std::vector<XmlAttribute> attributes;
  std::vector<XmlElement> children;

  /// The first child of this name; null when there is none.
  const XmlElement* child(std::string_view child_name) const;

  /// The first element that a path of names leads to: {"contentMeta", "headline"}. Null when there is none.
  const XmlElement* at(std::initializer_list<std::string_view> path) const;

  /// The first element of this name among all inside; null when there is none.
  const XmlElement* find(std::string_view wanted) const;

  /// Empty when the element has no such attribute.
  std::string_view attribute(std::string_view wanted) const;
};

/// All text inside an element, in its order, blanks as written.
std::string text_of(const XmlElement& element);

/// The same on one line: blanks as single spaces, none at either end. Empty for null.
std::string line_of(const XmlElement* element);

/// Appends text as it stands in markup.
void append_escaped(std::string& markup, std::string_view text);

/// What is inside an element as HTML: names without prefixes, text escaped.
std::string markup_of(const XmlElement& element);

}  // namespace hemero
