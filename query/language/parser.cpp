#include "query/language/parser.h"

#include <algorithm>
#include <utility>

#include "common/base/message.h"
#include "query/language/elements.h"
#include "query/language/typed_text.h"

namespace hemero {

namespace {

using Kind = QueryNode::Kind;
using Element = QueryElement::Kind;

constexpr std::size_t deepest = 16;

/// A node that is being parsed; its own children are filled when all is.
struct Draft {
  QueryNode node;
  std::vector<Draft> children;
  bool lifted = false;  ///< a word or phrase that was lifted out of a place where it still stands without its count, so
                        ///< that a place around that one need not keep it again
};

using Drafts = std::vector<Draft>;

QueryNode finished(Draft draft) {
  for (Draft& child : draft.children) draft.node.children.push_back(finished(std::move(child)));
  return std::move(draft.node);
}

/// True for what means something else without the bracket behind it.
bool needs_bracket(Element kind) {
  switch (kind) {
    case Element::minus:
    case Element::except:
    case Element::near:
    case Element::before:
    case Element::field:
    case Element::sentence:
    case Element::paragraph:
      return true;
    default:
      return false;
  }
}

bool is_side_by_side(const Draft& draft) {
  return (draft.node.kind == Kind::words || draft.node.kind == Kind::all) && !draft.node.field;
}

/// Recursive descent over elements: query → either → both → side by side → near → one. Recursion is bounded by the
/// depth of brackets, which is capped, and by the number of fields before a word.
class Parser {
 public:
  explicit Parser(QueryElements cut) : elements_(std::move(cut.elements)), notices_(std::move(cut.notices)) {
    pair_brackets();
    cap_brackets();
  }

  ParsedQuery parse() {
    Draft tree = parse_any();
    const Kind kind = tree.node.kind;
    if (kind != Kind::words && kind != Kind::all && kind != Kind::any) tree = group(Kind::words, {std::move(tree)});
    return {finished(std::move(tree)), std::move(notices_)};
  }

 private:
  /// Drops closing brackets without a partner; an opening one without ends with the query, so that what it excludes
  /// stays excluded.
  void pair_brackets() {
    std::vector<QueryElement> paired;
    std::size_t depth = 0;
    bool unpaired = false;
    for (QueryElement& element : elements_) {
      if (element.kind == Element::close && depth == 0) {
        unpaired = true;
        continue;
      }
      if (element.kind == Element::open) ++depth;
      if (element.kind == Element::close) --depth;
      paired.push_back(std::move(element));
    }
    QueryElement close;
    close.kind = Element::close;
    paired.insert(paired.end(), depth, close);
    elements_ = std::move(paired);
    if (unpaired || depth > 0) tell(message("a bracket has no partner: it was ignored, or closed at the end"));
  }

  /// Drops the brackets that nest too deep; where they belong to an exclusion, a field or the like, with what they
  /// hold.
  void cap_brackets() {
    std::vector<QueryElement> kept;
    std::size_t depth = 0;
    bool capped = false;
    for (std::size_t i = 0; i < elements_.size(); ++i) {
      const Element kind = elements_[i].kind;
      if (kind == Element::open && ++depth > deepest) {
        capped = true;
        if (kept.empty() || !needs_bracket(kept.back().kind)) continue;
        while (!kept.empty() && needs_bracket(kept.back().kind)) kept.pop_back();
        i = closing(i);
        --depth;
        continue;
      }
      if (kind == Element::close && depth-- > deepest) continue;
      kept.push_back(std::move(elements_[i]));
    }
    elements_ = std::move(kept);
    if (capped) tell(message("brackets nest more than {} deep: the inner ones were ignored", deepest));
  }

  /// The index of the bracket that closes the one at `open`.
  std::size_t closing(std::size_t open) const {
    std::size_t at = open;
    for (std::size_t depth = 1; depth > 0;) {
      const Element kind = elements_[++at].kind;
      if (kind == Element::open) ++depth;
      if (kind == Element::close) --depth;
    }
    return at;
  }

  Draft parse_any() { return parse_chain(Kind::any, Element::any_of, &Parser::parse_all); }
  Draft parse_all() { return parse_chain(Kind::all, Element::all_of, &Parser::parse_words); }

  /// operand (operator operand)*: a lone operand stays itself.
  Draft parse_chain(Kind kind, Element between, Draft (Parser::*operand)()) {
    Drafts children;
    std::size_t operands = 0;
    bool lacking = false;
    do {
      Draft child = (this->*operand)();
      ++operands;
      if (is_empty(child))
        lacking = true;
      else
        children.push_back(std::move(child));
    } while (take(between));
    if (lacking && operands > 1) tell_lone_operator();
    if (children.size() == 1) return std::move(children.front());
    const Kind found = children.empty() ? Kind::words : kind;
    return group(found, std::move(children));
  }

  /// Words side by side; SAUF and - exclude what follows them.
  Draft parse_words() {
    Drafts children;
    while (at_ < elements_.size() && !is(Element::any_of) && !is(Element::all_of) && !is(Element::close)) {
      if (take(Element::except) || take(Element::minus)) {
        if (auto excluded = parse_excluded())
          children.push_back(group(Kind::exclude, {std::move(*excluded)}));
        else
          tell_lone_operator();
        continue;
      }
      if (auto child = parse_near()) children.push_back(std::move(*child));
      for (Draft& lifted : std::exchange(lifted_, {})) children.push_back(std::move(lifted));
    }
    return only_or_words(std::move(children));
  }

  /// The one node there is, or the group of all; an exclusion never stands for itself.
  static Draft only_or_words(Drafts children) {
    if (children.size() == 1 && children.front().node.kind != Kind::exclude) return std::move(children.front());
    return group(Kind::words, std::move(children));
  }

  std::optional<Draft> parse_excluded() {
    auto excluded = parse_near();
    Drafts all = std::exchange(lifted_, {});
    if (all.empty()) return excluded;
    if (excluded) all.insert(all.begin(), std::move(*excluded));
    return only_or_words(std::move(all));
  }

  std::optional<Draft> parse_near() {
    auto left = parse_one();
    while (at_ < elements_.size() && (is(Element::near) || is(Element::before))) {
      const QueryElement element = elements_[at_++];
      auto right = parse_one();
      if (!left || !right) {
        tell_lone_operator();
        if (!left) left = std::move(right);
        continue;
      }
      Draft near = group(Kind::near, {std::move(*left), std::move(*right)});
      near.node.nearness = {element.number, element.kind == Element::before};
      left.reset();
      if (keep_places(near)) left = std::move(near);
    }
    return left;
  }

  /// A word, a phrase, a date, a bracket or a field before one of them; nothing when none stands here.
  std::optional<Draft> parse_one() {
    if (at_ >= elements_.size()) return std::nullopt;
    switch (elements_[at_].kind) {
      case Element::word:
      case Element::phrase:
      case Element::date:
        return leaf(elements_[at_++]);
      case Element::open:
        ++at_;
        return parse_bracket();
      case Element::field:
        return parse_field(elements_[at_++].field);
      case Element::sentence:
        ++at_;
        return parse_together(Kind::sentence);
      case Element::paragraph:
        ++at_;
        return parse_together(Kind::paragraph);
      default:
        return std::nullopt;
    }
  }

  std::optional<Draft> parse_bracket() {
    Draft inside = parse_any();
    take(Element::close);
    if (is_empty(inside)) return std::nullopt;
    return inside;
  }

  std::optional<Draft> parse_field(Field field) {
    auto inside = parse_one();
    if (!inside) tell_lone_operator();
    if (inside && !inside->node.field && inside->node.kind != Kind::date) inside->node.field = field;
    return inside;
  }

  std::optional<Draft> parse_together(Kind kind) {
    auto inside = parse_one();
    if (!inside) {
      tell_lone_operator();
      return std::nullopt;
    }
    Draft together = group(kind, {std::move(*inside)});
    spread_only_child(together);
    if (!keep_places(together)) return std::nullopt;
    spread_only_child(together);
    return together;
  }

  /// What stands side by side in the only child are the children.
  static void spread_only_child(Draft& draft) {
    while (draft.children.size() == 1 && is_side_by_side(draft.children.front())) {
      Drafts children = std::move(draft.children.front().children);
      draft.children = std::move(children);
    }
  }

  /// Leaves in a group only what has a place in a text; exclusions, dates, fields and numbers of occurrences are lifted
  /// out of it. False when nothing is left.
  bool keep_places(Draft& draft) {
    std::erase_if(draft.children, [this](Draft& child) { return !has_place(child); });
    const bool together = draft.node.kind == Kind::sentence || draft.node.kind == Kind::paragraph;
    if (draft.children.size() == 1 && !together) draft = Draft(std::move(draft.children.front()));
    return !draft.children.empty() || is_leaf(draft);
  }

  bool has_place(Draft& draft) {
    QueryNode& node = draft.node;
    const bool placeless = draft.lifted || node.kind == Kind::exclude || node.kind == Kind::date || node.field;
    if (placeless || node.at_least > 1) {
      tell(message("exclusions, dates, fields and counts inside PRÈS, AVANT and MÊME hold for the whole article"));
      lifted_.push_back(draft);
      lifted_.back().lifted = is_leaf(draft);
      node.at_least = 1;
    }
    return !placeless && (is_leaf(draft) || keep_places(draft));
  }

  static bool is_leaf(const Draft& draft) { return draft.node.kind == Kind::word || draft.node.kind == Kind::phrase; }

  static Draft leaf(const QueryElement& element) {
    Draft draft;
    QueryNode& node = draft.node;
    node.kind = element.kind == Element::word     ? Kind::word
                : element.kind == Element::phrase ? Kind::phrase
                                                  : Kind::date;
    node.text = element.text;
    node.mode = element.mode;
    node.dropped = element.dropped;
    node.at_least = element.number;
    node.from = element.from;
    node.to = element.to;
    return draft;
  }

  static Draft group(Kind kind, Drafts children) {
    Draft draft;
    draft.node.kind = kind;
    draft.children = std::move(children);
    return draft;
  }

  static bool is_empty(const Draft& draft) { return draft.node.kind == Kind::words && draft.children.empty(); }

  bool is(Element kind) const { return elements_[at_].kind == kind; }

  bool take(Element kind) {
    if (at_ >= elements_.size() || !is(kind)) return false;
    ++at_;
    return true;
  }

  void tell_lone_operator() { tell(message("an operator lacks a word beside it: it was ignored")); }

  /// Each notice once.
  void tell(std::string notice) {
    if (std::find(notices_.begin(), notices_.end(), notice) == notices_.end()) notices_.push_back(std::move(notice));
  }

  std::vector<QueryElement> elements_;
  std::vector<std::string> notices_;
  Drafts lifted_;  ///< out of the place being parsed, to stand beside it
  std::size_t at_ = 0;
};

}  // namespace

ParsedQuery parse_query(std::string_view text) {
  return Parser(cut_query(asks_for_everything(text) ? std::string_view() : text)).parse();
}

}  // namespace hemero
