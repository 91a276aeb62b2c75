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
  std::string text = fmt::format("{}{}{}", before, node.text, after);
  for (const std::string& form : node.dropped) text += "~-" + form;
  return text;
}

std::string threshold(const QueryNode& node) {
  return node.at_least > 1 ? fmt::format(">={}", node.at_least) : std::string();
}

std::string prefix_of(const QueryNode& node) {
  return node.field ? fmt::format("{}:", info(*node.field).french) : std::string();
}

/// How tightly a node holds together as it is written: brackets go around one that stands where a tighter one must.
enum Binding : std::uint8_t { either, both, side_by_side, close, single };

Binding binding_of(const QueryNode& node) {
  if (node.field) return single;
  switch (node.kind) {
    case Kind::any:
      return either;
    case Kind::all:
      return both;
    case Kind::words:
      return side_by_side;
    case Kind::near:
      return close;
    default:
      return single;
  }
}

std::string written(const QueryNode& node, Binding least);

std::string chain(const QueryNode& node, std::string_view between, Binding least) {
  std::string text;
  for (const QueryNode& child : node.children) {
    if (!text.empty()) text += between;
    text += written(child, least);
  }
  return text;
}

bool is_digit(char c) { return c >= '0' && c <= '9'; }

/// Words side by side; brackets keep two numbers from being read as one (12 (250)).
std::string words_query(const QueryNode& node) {
  std::string text;
  for (const QueryNode& child : node.children) {
    const std::string next = written(child, close);
    const bool two_numbers = !text.empty() && is_digit(text.back()) && is_digit(next.front());
    if (!text.empty()) text += ' ';
    text += two_numbers ? "(" + next + ")" : next;
  }
  return text;
}

std::string near_query(const QueryNode& node) {
  const char* name = node.nearness.ordered ? "AVANT" : "PRÈS";
  return fmt::format("{} {}/{} {}", written(node.children.front(), close), name, node.nearness.distance,
                     written(node.children.back(), single));
}

std::string together_query(const QueryNode& node, std::string_view scope) {
  const bool one = node.children.size() == 1;
  return fmt::format("MÊME:{}({})", scope, one ? written(node.children.front(), either) : words_query(node));
}

/// The node without its field.
std::string bare_query(const QueryNode& node) {
  switch (node.kind) {
    case Kind::words:
      return words_query(node);
    case Kind::all:
      return chain(node, " ET ", side_by_side);
    case Kind::any:
      return chain(node, " OU ", both);
    case Kind::exclude:
      return "-" + written(node.children.front(), close);
    case Kind::word:
      return word_query(node) + threshold(node);
    case Kind::phrase:
      return fmt::format("\"{}\"{}", node.text, threshold(node));
    case Kind::near:
      return near_query(node);
    case Kind::sentence:
      return together_query(node, "phrase");
    case Kind::paragraph:
      return together_query(node, "paragraphe");
    case Kind::date:
      return date_query(node);
  }
  return {};
}

bool is_group(Kind kind) { return kind == Kind::words || kind == Kind::all || kind == Kind::any || kind == Kind::near; }

std::string written(const QueryNode& node, Binding least) {
  const std::string text = bare_query(node);
  if (node.field) return prefix_of(node) + (is_group(node.kind) ? "(" + text + ")" : text);
  return binding_of(node) < least ? "(" + text + ")" : text;
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

bool is_plain_word(const QueryNode& node) {
  return node.kind == Kind::word && node.mode == WordMode::family && node.at_least == 1 && !node.field;
}

QueryNode plain_word(std::string text) {
  QueryNode word;
  word.kind = Kind::word;
  word.text = std::move(text);
  return word;
}

bool only_excludes(const QueryNode& node) {
  const auto& children = node.children;
  switch (node.kind) {
    case Kind::exclude:
      return !only_excludes(children.front());
    case Kind::any:
      return std::any_of(children.begin(), children.end(), only_excludes);
    case Kind::words:
    case Kind::all:
      return !children.empty() && std::all_of(children.begin(), children.end(), only_excludes);
    default:
      return false;
  }
}

std::string to_query(const QueryNode& node) { return written(node, either); }

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
  if (node.kind == Kind::near) text += fmt::format("{}{} ", node.nearness.ordered ? "<" : "", node.nearness.distance);
  for (std::size_t i = 0; i < node.children.size(); ++i) text += (i > 0 ? " " : "") + to_tree(node.children[i]);
  return text + ")";
}

}  // namespace hemero
