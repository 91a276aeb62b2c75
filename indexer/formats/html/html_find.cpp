#include "indexer/formats/html/html_find.h"

#include <algorithm>

#include "indexer/prose/paragraphs.h"

namespace hemero {

bool has_class(const HtmlTree& tree, const HtmlNode& node, std::string_view name) {
  constexpr std::string_view blanks = " \t\r\n";
  std::string_view classes = tree.attribute(node, "class");
  while (!classes.empty()) {
    const std::size_t end = std::min(classes.find_first_of(blanks), classes.size());
    if (classes.substr(0, end) == name) return true;
    classes.remove_prefix(std::min(end + 1, classes.size()));
  }
  return false;
}

std::optional<std::uint32_t> find_class(const HtmlTree& tree, std::initializer_list<std::string_view> names) {
  for (const std::string_view name : names)
    for (std::uint32_t i = 0; i < tree.size(); ++i)
      if (has_class(tree, tree.node(i), name)) return i;
  return std::nullopt;
}

std::string line_of_class(const HtmlTree& tree, std::initializer_list<std::string_view> names) {
  const auto found = find_class(tree, names);
  return found ? tree.line_of(*found) : std::string();
}

std::string link_to(const HtmlTree& tree, std::string_view relation) {
  for (std::uint32_t i = 0; i < tree.size(); ++i)
    if (tree.node(i).tag == "link" && tree.attribute(tree.node(i), "rel") == relation)
      return std::string(trimmed(tree.attribute(tree.node(i), "href")));
  return {};
}

}  // namespace hemero
