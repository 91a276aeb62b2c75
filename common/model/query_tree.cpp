#include "common/model/query_tree.h"

#include <algorithm>

#include <fmt/format.h>

namespace hemero {

namespace {

using Kind = QueryNode::Kind;

std::string date_query(const QueryNode& node) {
  const std::string from = node.from ? to_iso(*node.from) : "";
  const std::string to = node.to ? to_iso(*node.to) : "";
  return from == to ? "date:" + from : fmt::format("date:{}..{}", from, to);
}

std::string word_query(const QueryNode& node) {
  const char* before = node.mode == WordMode::exact ? "=" : "";
  const char* after = node.mode == WordMode::prefix ? "*" : node.mode == WordMode::fuzzy ? "~" : "";
  return fmt::format("{}{}{}", before, node.text, after);
}

std::string threshold(const QueryNode& node) {
  return node.at_least > 1 ? fmt::format(">={}", node.at_least) : std::string();
}

std::string prefix_of(const QueryNode& node) {
  return node.field ? fmt::format("{}:", info(*node.field).french) : std::string();
}

std::string joined(const QueryNode& node, const char* between) {
  std::string text;
  for (const QueryNode& child : node.children) {
    if (!text.empty()) text += between;
    text += to_query(child);
  }
  return text;
}

/// A group's inside, without its brackets.
std::string group_query(const QueryNode& node) {
  switch (node.kind) {
    case Kind::words:
      return joined(node, " ");
    case Kind::all:
      return joined(node, " ET ");
    case Kind::any:
      return joined(node, " OU ");
    case Kind::near:
      return joined(node, fmt::format(" {}/{} ", node.ordered ? "AVANT" : "PRÈS", node.distance).c_str());
    default:
      return {};
  }
}

std::string_view kind_name(Kind kind) {
  switch (kind) {
    case Kind::words:
      return "words";
    case Kind::all:
      return "all";
    case Kind::any:
      return "any";
    case Kind::exclude:
      return "not";
    case Kind::word:
      return "word";
    case Kind::phrase:
      return "phrase";
    case Kind::near:
      return "near";
    case Kind::sentence:
      return "sentence";
    case Kind::paragraph:
      return "paragraph";
    case Kind::date:
      return "date";
  }
  return "";
}

}  // namespace

std::string to_query(const QueryNode& node) {
  switch (node.kind) {
    case Kind::word:
      return prefix_of(node) + word_query(node) + threshold(node);
    case Kind::phrase:
      return fmt::format("{}\"{}\"{}", prefix_of(node), node.text, threshold(node));
    case Kind::date:
      return date_query(node);
    case Kind::exclude:
      return "-" + to_query(node.children.front());
    case Kind::sentence:
      return fmt::format("MÊME:phrase({})", joined(node, " "));
    case Kind::paragraph:
      return fmt::format("MÊME:paragraphe({})", joined(node, " "));
    default:
      return fmt::format("{}({})", prefix_of(node), group_query(node));
  }
}

std::string to_tree(const QueryNode& node) {
  switch (node.kind) {
    case Kind::word:
    case Kind::phrase:
    case Kind::date:
      return to_query(node);
    default:
      break;
  }
  std::string text = fmt::format("{}{}(", prefix_of(node), kind_name(node.kind));
  if (node.kind == Kind::near) text += fmt::format("{}{} ", node.ordered ? "<" : "", node.distance);
  for (std::size_t i = 0; i < node.children.size(); ++i) text += (i > 0 ? " " : "") + to_tree(node.children[i]);
  return text + ")";
}

}  // namespace hemero
