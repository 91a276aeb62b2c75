#include "query/language/relaxation.h"

#include <algorithm>
#include <utility>

#include "common/base/message.h"
#include "query/language/parser.h"

namespace hemero {

namespace {

using Kind = QueryNode::Kind;

constexpr std::size_t most_queries = 12;

bool is_wanted(const QueryNode& node) { return node.kind != Kind::exclude; }

/// The words of a phrase, a near or the like, wherever they stand.
QueryNode as_words(const QueryNode& node) {
  QueryNode words = node;
  words.kind = Kind::words;
  words.at_least = 1;
  if (node.kind == Kind::phrase) words = parse_query(node.text).tree;
  words.field = node.field;
  return words;
}

/// The changes of one node that let it match more.
std::vector<RelaxedQuery> loosened(const QueryNode& node) {
  std::vector<RelaxedQuery> found;
  const std::string shown = to_query(node);
  const auto add = [&](std::string change, QueryNode changed) {
    found.push_back({std::move(change), std::move(changed)});
  };
  QueryNode changed = node;
  if (node.field) {
    changed.field.reset();
    add(message("{} in any field", shown), changed);
  } else if (node.at_least > 1) {
    changed.at_least = 1;
    add(message("{} once at least", shown), changed);
  } else if (node.kind == Kind::word && node.mode == WordMode::exact) {
    changed.mode = WordMode::family;
    add(message("{} in all its forms", shown), changed);
  } else if (node.kind == Kind::phrase || node.kind == Kind::near || node.kind == Kind::sentence ||
             node.kind == Kind::paragraph) {
    add(message("{} as words that may stand apart", shown), as_words(node));
  }
  return found;
}

QueryNode with_child(const QueryNode& tree, std::size_t place, QueryNode child) {
  if (tree.children.size() == 1 && child.kind == Kind::words) return child;
  QueryNode changed = tree;
  changed.children[place] = std::move(child);
  return changed;
}

QueryNode without_child(const QueryNode& tree, std::size_t place) {
  QueryNode rest = tree;
  rest.children.erase(rest.children.begin() + static_cast<std::ptrdiff_t>(place));
  return rest;
}

}  // namespace

std::vector<RelaxedQuery> relaxed_queries(const QueryNode& tree) {
  std::vector<RelaxedQuery> queries;
  if (tree.kind != Kind::words && tree.kind != Kind::all) return queries;
  const auto wanted = std::count_if(tree.children.begin(), tree.children.end(), is_wanted);
  for (std::size_t i = 0; i < tree.children.size(); ++i) {
    const QueryNode& child = tree.children[i];
    for (RelaxedQuery& looser : loosened(child))
      queries.push_back({std::move(looser.change), with_child(tree, i, std::move(looser.tree))});
    if (is_wanted(child) && wanted < 2) continue;
    queries.push_back({message("without {}", to_query(child)), without_child(tree, i)});
  }
  queries.resize(std::min(queries.size(), most_queries));
  return queries;
}

}  // namespace hemero
