#include "query/plan/loose_query.h"

#include <string>
#include <vector>

#include "common/text/tokenizer.h"
#include "query/language/parser.h"

namespace hemero {

namespace {

using Kind = QueryNode::Kind;

/// The parts of a word written with hyphens; none of another.
std::vector<std::string> hyphenated_parts(const QueryNode& node) {
  if (!is_plain_word(node)) return {};
  Tokenizer tokenizer;
  TokenList list;
  tokenizer.tokenize(node.text, list);
  std::vector<std::string> parts;
  std::size_t next = 0;  // the token behind the parts of a compound
  for (std::size_t i = 0; i < list.tokens().size(); ++i) {
    const Token& token = list.tokens()[i];
    if (i < next) parts.emplace_back(list.surface(token));
    if (list.surface(token).find('-') != std::string_view::npos) next = i + 1 + token.parts;
  }
  return parts;
}

/// True for what the archive often prints closed up: "weekend" beside "week-end".
bool is_often_closed(const std::vector<std::string>& parts, FormFinder& forms) {
  constexpr std::int64_t seldom = 20;  // times less often than with its hyphen
  std::string closed;
  for (const std::string& part : parts) closed += part;
  std::vector<VocabularyEntry> printed = forms.same_word(closed).surfaces;
  const std::int64_t all = occurrences_of(printed);
  std::erase_if(printed, [](const VocabularyEntry& entry) { return is_compound_surface(entry.surface); });
  return occurrences_of(printed) * seldom > all;
}

}  // namespace

QueryNode loosened(const QueryNode& tree, FormFinder& forms) {
  constexpr std::size_t fewest_beside_phrase = 3;
  if (tree.kind != Kind::words || tree.children.size() < 2) return tree;
  QueryNode loose = tree;
  loose.children.clear();
  for (const QueryNode& child : tree.children) {
    const bool phrase = child.kind == Kind::phrase && child.at_least == 1 && !child.field;
    const std::vector<std::string> parts = hyphenated_parts(child);
    if (phrase && tree.children.size() >= fewest_beside_phrase)
      for (QueryNode& word : parse_query(child.text).tree.children) loose.children.push_back(std::move(word));
    else if (!parts.empty() && !is_often_closed(parts, forms))
      for (const std::string& part : parts) loose.children.push_back(plain_word(part));
    else
      loose.children.push_back(child);
  }
  return loose;
}

}  // namespace hemero
