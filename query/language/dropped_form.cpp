#include "query/language/dropped_form.h"

#include <algorithm>
#include <functional>

#include "query/language/parser.h"

namespace hemero {

namespace {

using Change = std::function<void(QueryNode& word)>;

/// Changes each such word; false where there is none.
bool change_words(QueryNode& tree, const QueryNode& word, const Change& change) {
  if (tree == word) {
    change(tree);
    return true;
  }
  bool any = false;
  for (QueryNode& child : tree.children) any = change_words(child, word, change) || any;
  return any;
}

std::optional<std::string> changed(const std::string& query, const QueryNode& word, const Change& change) {
  QueryNode tree = parse_query(query).tree;
  if (word.kind != QueryNode::Kind::word || !change_words(tree, word, change)) return std::nullopt;
  std::string text = to_query(tree);
  if (parse_query(text).tree != tree) return std::nullopt;
  return text;
}

}  // namespace

std::optional<std::string> without_form(const std::string& query, const QueryNode& word, const std::string& form) {
  return changed(query, word, [&](QueryNode& node) { node.dropped.push_back(form); });
}

std::optional<std::string> with_form(const std::string& query, const QueryNode& word, const std::string& form) {
  return changed(query, word, [&](QueryNode& node) { std::erase(node.dropped, form); });
}

std::optional<std::string> with_only_form(const std::string& query, const QueryNode& word, const std::string& form) {
  return changed(query, word, [&](QueryNode& node) {
    node.text = form;
    node.mode = WordMode::exact;
    node.dropped.clear();
  });
}

}  // namespace hemero
