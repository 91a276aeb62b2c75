#include "query/parser.h"

#include "common/base/message.h"
#include "query/elements.h"

namespace hemero {

namespace {

using Kind = QueryNode::Kind;
using Element = QueryElement::Kind;

constexpr std::size_t deepest = 16;

/// Recursive descent over elements: query → either → both → side by side → near → one. Recursion is bounded by the depth
/// of brackets, which is capped.
class Parser {
 public:
  explicit Parser(QueryElements cut) : elements_(std::move(cut.elements)), notices_(std::move(cut.notices)) {
    balance_brackets();
  }

  ParsedQuery parse() {
    QueryNode tree = parse_any();
    if (tree.kind != Kind::words && tree.kind != Kind::all && tree.kind != Kind::any) tree = group(Kind::words, {tree});
    return {std::move(tree), std::move(notices_)};
  }

 private:
  /// Drops brackets without a partner and those nested too deep, so that the descent finds them in pairs.
  void balance_brackets() {
    std::vector<std::size_t> open;
    std::vector<bool> dropped(elements_.size());
    bool unbalanced = false;
    bool deep = false;
    for (std::size_t i = 0; i < elements_.size(); ++i) {
      if (elements_[i].kind == Element::open) open.push_back(i);
      if (elements_[i].kind != Element::close) continue;
      if (open.empty()) {
        dropped[i] = unbalanced = true;
        continue;
      }
      if (open.size() > deepest) dropped[i] = dropped[open.back()] = deep = true;
      open.pop_back();
    }
    for (const std::size_t i : open) dropped[i] = unbalanced = true;
    std::vector<QueryElement> kept;
    for (std::size_t i = 0; i < elements_.size(); ++i)
      if (!dropped[i]) kept.push_back(std::move(elements_[i]));
    elements_ = std::move(kept);
    if (unbalanced) notices_.push_back(message("a bracket has no partner: it was ignored"));
    if (deep) notices_.push_back(message("brackets nest more than {} deep: the inner ones were ignored", deepest));
  }

  QueryNode parse_any() { return parse_chain(Kind::any, Element::any_of, &Parser::parse_all); }
  QueryNode parse_all() { return parse_chain(Kind::all, Element::all_of, &Parser::parse_words); }

  /// operand (operator operand)*: a lone operand stays itself.
  QueryNode parse_chain(Kind kind, Element between, QueryNode (Parser::*operand)()) {
    std::vector<QueryNode> children;
    bool dangling = false;
    while (true) {
      QueryNode child = (this->*operand)();
      const bool empty = child.kind == Kind::words && child.children.empty();
      if (!empty) children.push_back(std::move(child));
      if (!take(between)) {
        dangling = dangling || (empty && saw_operator_);
        break;
      }
      saw_operator_ = true;
      dangling = dangling || empty;
    }
    saw_operator_ = false;
    if (dangling) notices_.push_back(message("an operator lacks a word beside it: it was ignored"));
    if (children.size() == 1) return std::move(children.front());
    return group(children.empty() ? Kind::words : kind, std::move(children));
  }

  /// Words side by side; SAUF and - exclude what follows them.
  QueryNode parse_words() {
    std::vector<QueryNode> children;
    while (at_ < elements_.size()) {
      const Element kind = elements_[at_].kind;
      if (kind == Element::any_of || kind == Element::all_of || kind == Element::close) break;
      if (kind == Element::except || kind == Element::minus) {
        ++at_;
        auto excluded = parse_near();
        if (excluded) children.push_back(group(Kind::exclude, {std::move(*excluded)}));
        if (!excluded) notices_.push_back(message("an operator lacks a word beside it: it was ignored"));
      } else if (auto child = parse_near()) {
        children.push_back(std::move(*child));
      }
    }
    if (children.size() == 1 && children.front().kind != Kind::exclude) return std::move(children.front());
    return group(Kind::words, std::move(children));
  }

  std::optional<QueryNode> parse_near() {
    auto left = parse_one();
    while (at_ < elements_.size() && (is(Element::near) || is(Element::before))) {
      const QueryElement element = elements_[at_++];
      auto right = parse_one();
      if (!left || !right) {
        notices_.push_back(message("an operator lacks a word beside it: it was ignored"));
        if (!left) left = std::move(right);
        continue;
      }
      QueryNode near = group(Kind::near, {std::move(*left), std::move(*right)});
      near.distance = element.number;
      near.ordered = element.kind == Element::before;
      left = std::move(near);
    }
    return left;
  }

  /// A word, a phrase, a date, a bracket or a field before one of them; nothing when none stands here.
  std::optional<QueryNode> parse_one() {
    if (at_ >= elements_.size()) return std::nullopt;
    const QueryElement element = elements_[at_];
    switch (element.kind) {
      case Element::word:
      case Element::phrase:
      case Element::date:
        ++at_;
        return leaf(element);
      case Element::open:
        ++at_;
        return parse_bracket();
      case Element::field: {
        ++at_;
        auto inside = parse_one();
        if (inside && !inside->field) inside->field = element.field;
        return inside;
      }
      case Element::sentence:
      case Element::paragraph: {
        ++at_;
        auto inside = parse_one();
        if (!inside) return std::nullopt;
        const Kind kind = element.kind == Element::sentence ? Kind::sentence : Kind::paragraph;
        if (inside->kind == Kind::words || inside->kind == Kind::all) return group(kind, std::move(inside->children));
        return group(kind, {std::move(*inside)});
      }
      default:
        return std::nullopt;
    }
  }

  std::optional<QueryNode> parse_bracket() {
    QueryNode inside = parse_any();
    take(Element::close);
    if (inside.kind == Kind::words && inside.children.empty()) return std::nullopt;
    return inside;
  }

  static QueryNode leaf(const QueryElement& element) {
    QueryNode node;
    node.kind = element.kind == Element::word     ? Kind::word
                : element.kind == Element::phrase ? Kind::phrase
                                                  : Kind::date;
    node.text = element.text;
    node.mode = element.mode;
    node.at_least = element.number;
    node.from = element.from;
    node.to = element.to;
    return node;
  }

  static QueryNode group(Kind kind, std::vector<QueryNode> children) {
    QueryNode node;
    node.kind = kind;
    node.children = std::move(children);
    return node;
  }

  bool is(Element kind) const { return elements_[at_].kind == kind; }

  bool take(Element kind) {
    if (at_ >= elements_.size() || !is(kind)) return false;
    ++at_;
    return true;
  }

  std::vector<QueryElement> elements_;
  std::vector<std::string> notices_;
  std::size_t at_ = 0;
  bool saw_operator_ = false;
};

}  // namespace

ParsedQuery parse_query(std::string_view text) { return Parser(cut_query(text)).parse(); }

}  // namespace hemero
