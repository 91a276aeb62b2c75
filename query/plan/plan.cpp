#include "query/plan/plan.h"

#include <algorithm>
#include <utility>

#include "common/base/message.h"
#include "common/model/ranking.h"
#include "common/store/index/index_format.h"
#include "common/text/characters/unicode.h"
#include "common/text/fold.h"
#include "common/text/lexicon.h"
#include "common/text/names.h"
#include "common/text/tokenizer.h"
#include "query/language/named_time.h"
#include "query/language/parser.h"
#include "query/plan/date_terms.h"
#include "query/plan/loose_query.h"
#include "query/plan/meaning.h"
#include "query/writings/neighbours.h"

namespace hemero {

namespace {

using Kind = QueryNode::Kind;
using Query = CandidateQuery;

constexpr std::size_t shortest_slip = 4;  ///< characters of a word that may be a slip of another

bool is_soft(const QueryNode& node) { return is_plain_word(node) && is_stop_word(to_lower(node.text)); }

/// True for a word of nearly every article, what is elided before it included: "de", "d'un", "jusqu'à".
bool is_weak(const QueryNode& node) {
  if (!is_plain_word(node)) return false;
  Tokenizer tokenizer;
  TokenList list;
  tokenizer.tokenize(node.text, list);
  const auto& tokens = list.tokens();
  return !tokens.empty() && std::all_of(tokens.begin(), tokens.end(), [&](const Token& token) {
    const bool elided = token.kind == TokenKind::particle && tokens.size() > 1;
    return elided || is_weak_word(to_lower(list.surface(token)));
  });
}

/// True when something beside words of grammar is asked for.
bool asks_more(const QueryNode& group) {
  return std::any_of(group.children.begin(), group.children.end(), [](const QueryNode& child) {
    return child.kind != Kind::exclude && child.kind != Kind::date && !is_weak(child);
  });
}

/// True for words and phrases with nothing special about them.
bool is_word_list(const QueryNode& group) {
  return std::all_of(group.children.begin(), group.children.end(), [](const QueryNode& child) {
    return (child.kind == Kind::word || child.kind == Kind::phrase) && child.at_least == 1 && !child.field;
  });
}

/// Words of grammar count for less.
Query softened(const QueryNode& node, Query query) {
  return is_soft(node) ? Query::scaled(ranking::soft_word, std::move(query)) : query;
}

/// What the children of a group ask for.
struct Parts {
  std::vector<Query> wanted;
  std::vector<Query> bonus;    ///< add to the score of what is wanted
  std::vector<Query> filters;  ///< restrict, without a score
  std::vector<Query> excluded;
};

/// The same matches, some of which score more.
Query with_bonus(Query query, std::vector<Query> bonus) {
  if (bonus.empty()) return query;
  bonus.insert(bonus.begin(), std::move(query));
  return Query::group(Query::Kind::maybe, std::move(bonus));
}

/// What is wanted, among what the filters match, less what is excluded; only exclusions: everything less that.
Query combine(Query::Kind kind, Parts parts) {
  Query query;
  if (parts.wanted.size() == 1)
    query = std::move(parts.wanted.front());
  else if (!parts.wanted.empty())
    query = Query::group(kind, std::move(parts.wanted));
  else if (!parts.filters.empty() || !parts.excluded.empty())
    query = Query::everything();
  query = with_bonus(std::move(query), std::move(parts.bonus));
  const auto around = [&query](Query::Kind outer, std::vector<Query>& others) {
    if (others.empty()) return;
    others.insert(others.begin(), std::move(query));
    query = Query::group(outer, std::move(others));
  };
  around(Query::Kind::filter, parts.filters);
  around(Query::Kind::except, parts.excluded);
  return query;
}

/// A word or phrase in a field of names: all of its words, or the whole value closed up.
Query name_query(const QueryNode& node, Field field) {
  const std::string_view prefix = info(field).prefix;
  if (info(field).kind == FieldKind::site) return Query::of_term(name_term(prefix, to_lower(node.text)));
  const std::vector<std::string> words = name_words(node.text);
  if (words.empty()) return {};
  std::vector<Query> each;
  for (const std::string& word : words) each.push_back(Query::of_term(name_word_term(prefix, word)));
  Query all = Query::group(Query::Kind::all, std::move(each));
  return Query::group(Query::Kind::any, {std::move(all), Query::of_term(name_term(prefix, words))});
}

/// The slot of a word as it was typed, of which the other ways to print it stand behind; nothing for several words.
std::optional<std::uint32_t> typed_slot(const Pattern& pattern) {
  if (pattern.kind == Pattern::Kind::slot) return pattern.slot;
  if (pattern.kind != Pattern::Kind::any || pattern.parts.empty()) return std::nullopt;
  return typed_slot(pattern.parts.front());
}

class Planner {
 public:
  Planner(PlanOptions options, FormFinder& forms, Corrector& corrector)
      : options_(options), forms_(forms), corrector_(corrector), interpreter_(forms, plan_) {}

  QueryPlan plan(const QueryNode& tree) {
    plan_.query = plan_node(options_.mode == MatchMode::any ? loosened(tree, forms_) : tree, std::nullopt);
    note_names();
    return std::move(plan_);
  }

 private:
  Query plan_node(const QueryNode& node, std::optional<Field> field) {
    if (node.field) field = node.field;
    switch (node.kind) {
      case Kind::words:
        return plan_group(node, field, options_.mode == MatchMode::any ? Query::Kind::any : Query::Kind::all);
      case Kind::all:
        return plan_group(node, field, Query::Kind::all);
      case Kind::any:
        return plan_group(node, field, Query::Kind::any);
      case Kind::exclude:
        return combine(Query::Kind::all, {{}, {}, {}, {plan_excluded(node, field)}});
      case Kind::date:
        return date_query(node.from, node.to);
      default:
        return plan_leaf(node, field);
    }
  }

  Query plan_group(const QueryNode& node, std::optional<Field> field, Query::Kind kind) {
    if (kind == Query::Kind::any && !field && is_word_list(node)) return plan_word_list(node);
    Parts parts;
    const bool drop_weak = node.kind == Kind::words && kind == Query::Kind::all && asks_more(node);
    auto shared = shared_meanings(node);
    for (std::size_t i = 0; i < node.children.size(); ++i) {
      const QueryNode& child = node.children[i];
      if (child.kind == Kind::exclude)
        parts.excluded.push_back(plan_excluded(child, field));
      else if (child.kind == Kind::date && node.kind != Kind::any)
        parts.filters.push_back(plan_node(child, field));
      else if (drop_weak && is_weak(child))
        note_weak(child);
      else
        plan_wanted(node, i, field, kind, parts, std::move(shared[i]));
    }
    return combine(kind, std::move(parts));
  }

  /// The articles that were published when a child of a group says, beside what else is asked for: another way to meet
  /// the word, which was planned last.
  std::optional<Query> published(const QueryNode& group, std::size_t at) {
    if (!options_.times || excluding_ || group.kind != Kind::words || !names_more_than_time(group.children))
      return std::nullopt;
    const auto time = named_time(group.children, at);
    if (!time) return std::nullopt;
    plan_.words.back().published = date_value(time->date);
    if (at == 0 || !named_time(group.children, at - 1))
      plan_.notices.push_back(
          message("“{}” is also met by the articles published then; in quotation marks it is not", time->text));
    return Query::fixed(ranking::published, date_query(time->date, time->date));
  }

  void plan_wanted(const QueryNode& group, std::size_t at, std::optional<Field> field, Query::Kind kind, Parts& parts,
                   std::vector<Meaning> shared) {
    const QueryNode& child = group.children[at];
    parts.wanted.push_back(shared.empty() ? plan_node(child, field) : plan_leaf(child, field, std::move(shared)));
    auto then = field ? std::nullopt : published(group, at);
    if (!then) return;
    if (kind == Query::Kind::any)
      parts.bonus.push_back(std::move(*then));
    else
      parts.wanted.back() = Query::group(Query::Kind::any, {std::move(parts.wanted.back()), std::move(*then)});
  }

  /// What a word or phrase means. Where texts were misread, words one letter away are taken for a plain word too.
  Meaning mean(const QueryNode& node) {
    Meaning meaning = interpreter_.mean(node);
    if (!options_.misread || !is_plain_word(node) || code_point_count(node.text) < shortest_slip) return meaning;
    Meaning near = interpreter_.mean_forms(forms_.one_edit_away(node.text));
    if (near.candidates.kind == Query::Kind::nothing) return meaning;
    if (meaning.candidates.kind == Query::Kind::nothing) return near;
    return either(std::move(meaning), std::move(near), ranking::misread);
  }

  /// The same where any of the words will do. One that no article prints is taken for those one letter away: it would
  /// count for nothing. One that is hardly ever printed may be a misprint, and what it is likelier meant for counts
  /// too.
  Meaning mean_loosely(const QueryNode& node) {
    Meaning meaning = mean(node);
    if (!is_plain_word(node) || code_point_count(node.text) < shortest_slip) return meaning;
    if (meaning.candidates.kind != Query::Kind::nothing) return with_likelier(node, std::move(meaning));
    WordForms similar = forms_.one_edit_away(node.text);
    if (similar.surfaces.empty()) return meaning;
    plan_.notices.push_back(message("no article prints “{}”: words one letter away were looked for", node.text));
    return interpreter_.mean_forms(std::move(similar));
  }

  Meaning with_likelier(const QueryNode& node, Meaning meaning) {
    const auto slot = typed_slot(meaning.pattern);
    const std::int64_t printed = slot ? occurrences_of(plan_.slots[*slot]) : 0;
    const auto likelier = printed > 0 ? corrector_.likelier(node.text, printed, much_more) : std::nullopt;
    if (!likelier || likelier->apart) return meaning;
    plan_.notices.push_back(message("“{}” is hardly ever printed: “{}” was looked for too", node.text, likelier->text));
    return either(std::move(meaning), interpreter_.mean(plain_word(likelier->text)), 1);
  }

  /// The one or the other, whose score counts so much.
  static Meaning either(Meaning one, Meaning other, double factor) {
    if (factor != 1) other.candidates = Query::scaled(factor, std::move(other.candidates));
    return {Query::group(Query::Kind::any, {std::move(one.candidates), std::move(other.candidates)}),
            Pattern::group(Pattern::Kind::any, {std::move(one.pattern), std::move(other.pattern)}),
            one.exact && other.exact};
  }

  /// Any of several words and phrases: they are ranked by their families, and one check at the end sees to it that one
  /// of them is really meant. (A check for each would have to be made on every candidate.)
  Query plan_word_list(const QueryNode& node) {
    std::vector<Query> candidates;
    Meaning whole;
    whole.pattern.kind = Pattern::Kind::any;
    std::vector<Query> bonus;
    const bool drop_weak = node.kind == Kind::words && asks_more(node);
    auto shared = shared_meanings(node);
    for (std::size_t i = 0; i < node.children.size(); ++i) {
      const QueryNode& child = node.children[i];
      if (drop_weak && is_weak(child)) {
        note_weak(child);
        continue;
      }
      Meaning meaning = with_shared(mean_loosely(child), std::move(shared[i]));
      whole.exact = whole.exact && meaning.exact;
      whole.pattern.parts.push_back(meaning.pattern);
      candidates.push_back(softened(child, meaning.candidates));
      note_word(child, std::move(meaning.pattern), std::move(meaning.candidates));
      if (auto then = published(node, i)) bonus.push_back(std::move(*then));
    }
    whole.candidates = Query::group(Query::Kind::any, std::move(candidates));
    return with_bonus(interpreter_.ask(std::move(whole)), std::move(bonus));
  }

  /// Keeps what a word or phrase reached, for explanations and highlights.
  void note_word(const QueryNode& node, Pattern pattern, Query candidates) {
    PlannedWord word;
    word.node = node;
    word.pattern = std::move(pattern);
    word.candidates = std::move(candidates);
    word.soft = is_soft(node);
    word.excluded = excluding_;
    if (node.kind == Kind::word) add_forms(word.pattern, false, word.forms);
    if (node.kind == Kind::word && word.forms.empty()) add_forms(word.pattern, true, word.forms);
    note_typed(word);
    plan_.words.push_back(std::move(word));
  }

  /// Adds the surfaces that stand for a word alone, or those too that do so side by side.
  void add_forms(const Pattern& pattern, bool side_by_side, std::vector<VocabularyEntry>& forms) const {
    if (pattern.kind == Pattern::Kind::slot)
      forms.insert(forms.end(), plan_.slots[pattern.slot].begin(), plan_.slots[pattern.slot].end());
    if (pattern.kind == Pattern::Kind::any || side_by_side)
      for (const Pattern& part : pattern.parts) add_forms(part, side_by_side, forms);
  }

  /// Tells the surfaces of an inflected word that are the typed one, but for accents and case, from the others.
  void note_typed(PlannedWord& word) {
    const auto slot = typed_slot(word.pattern);
    const bool inflected = word.node.kind == Kind::word && word.node.mode == WordMode::family;
    if (!inflected || !slot) return;
    const std::string folded = fold(word.node.text);
    const std::vector<VocabularyEntry>& forms = plan_.slots[*slot];
    const std::int64_t all = occurrences_of(forms);
    std::vector<VocabularyEntry> typed;
    std::copy_if(forms.begin(), forms.end(), std::back_inserter(typed),
                 [&](const VocabularyEntry& entry) { return entry.folded == folded; });
    word.typed_share = static_cast<double>(occurrences_of(typed)) / static_cast<double>(std::max<std::int64_t>(1, all));
    word.as_typed = Pattern::of_slot(static_cast<std::uint32_t>(plan_.slots.size()));
    plan_.slots.push_back(std::move(typed));
  }

  Query plan_excluded(const QueryNode& node, std::optional<Field> field) {
    const bool outside = std::exchange(excluding_, true);
    interpreter_.enter_exclusion();
    Query query = plan_node(node.children.front(), field);
    interpreter_.leave_exclusion();
    excluding_ = outside;
    return query;
  }

  Meaning with_shared(Meaning meaning, std::vector<Meaning> shared) {
    return interpreter_.with_writings(std::move(meaning), std::move(shared), ranking::other_writing);
  }

  Query plan_leaf(const QueryNode& node, std::optional<Field> field, std::vector<Meaning> shared = {}) {
    if (field && info(*field).kind != FieldKind::text) return name_query(node, *field);
    Meaning meaning = with_shared(mean(node), std::move(shared));
    Pattern pattern = meaning.pattern;
    Query query = softened(node, interpreter_.ask(std::move(meaning), node.at_least, field));
    note_word(node, std::move(pattern), query);
    return query;
  }

  /// Tells which words are parts of a name that the archive prints with a hyphen.
  void note_names() {
    for (std::size_t i = 0; i + 1 < plan_.words.size(); ++i) {
      PlannedWord& left = plan_.words[i];
      PlannedWord& right = plan_.words[i + 1];
      if (!is_plain_word(left.node) || !is_plain_word(right.node) || left.soft || right.soft) continue;
      const std::vector<VocabularyEntry>& joined = forms_.same_fold(fold(left.node.text) + fold(right.node.text));
      const auto is_compound = [](const VocabularyEntry& entry) { return is_compound_surface(entry.surface); };
      if (std::any_of(joined.begin(), joined.end(), is_compound)) left.in_name = right.in_name = true;
    }
  }

  void note_weak(const QueryNode& node) {
    PlannedWord word;
    word.node = node;
    word.weak = true;
    plan_.words.push_back(std::move(word));
  }

  /// What the words of a group mean by other writings that reach over several of them. Such a writing stands for each
  /// of its words.
  std::vector<std::vector<Meaning>> shared_meanings(const QueryNode& group) {
    const auto& children = group.children;
    std::vector<std::vector<Meaning>> shared(children.size());
    if (group.kind != Kind::words) return shared;
    for (auto first = children.begin(); first != children.end();) {
      first = std::find_if(first, children.end(), is_plain_word);
      const auto last = std::find_if_not(first, children.end(), is_plain_word);
      if (last - first > 1) share({first, last}, first - children.begin(), shared);
      first = last;
    }
    return shared;
  }

  /// The same for words that stand side by side, the first of which is number `first` of the group.
  void share(const std::vector<QueryNode>& words, std::ptrdiff_t first, std::vector<std::vector<Meaning>>& shared) {
    for (const SharedWriting& writing : shared_writings(words, forms_)) {
      Meaning meaning = interpreter_.mean_written(writing.words);
      meaning.candidates = interpreter_.ask(Meaning(meaning));
      meaning.exact = true;
      for (std::size_t word = writing.first; word <= writing.last; ++word)
        shared[static_cast<std::size_t>(first) + word].push_back(meaning);
    }
  }

  PlanOptions options_;
  FormFinder& forms_;
  Corrector& corrector_;
  QueryPlan plan_;
  Interpreter interpreter_;
  bool excluding_ = false;
};

}  // namespace

QueryPlan plan_query(const QueryNode& tree, PlanOptions options, FormFinder& forms, Corrector& corrector) {
  return Planner(options, forms, corrector).plan(tree);
}

}  // namespace hemero
