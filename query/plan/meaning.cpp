#include "query/plan/meaning.h"

#include <algorithm>
#include <array>
#include <utility>

#include "common/base/message.h"
#include "common/model/ranking.h"
#include "common/store/index/index_format.h"
#include "common/text/characters/unicode.h"
#include "common/text/fold.h"
#include "common/text/tokenizer.h"

namespace hemero {

namespace {

using Kind = QueryNode::Kind;
using Query = CandidateQuery;

/// True for the pattern of a word: its surfaces, or other ways to print it.
bool is_word(const Pattern& pattern) {
  if (pattern.kind == Pattern::Kind::any && !pattern.parts.empty()) return is_word(pattern.parts.front());
  return pattern.kind == Pattern::Kind::slot;
}

/// The word behind what is elided before it: "attent" of "l’attent".
std::string_view without_elision(std::string_view word) {
  Tokenizer tokenizer;
  TokenList list;
  tokenizer.tokenize(word, list);
  const auto& tokens = list.tokens();
  std::size_t first = 0;
  while (first + 1 < tokens.size() && tokens[first].kind == TokenKind::particle) ++first;
  return first == 0 ? word : word.substr(tokens[first].begin);
}

bool is_terms(const Query& query) { return query.kind == Query::Kind::term || query.kind == Query::Kind::synonym; }

}  // namespace

Meaning Interpreter::mean(const QueryNode& node) {
  switch (node.kind) {
    case Kind::word:
      return mean_word(node);
    case Kind::phrase:
      return mean_tokens(node.text, Reading::same_word);
    case Kind::near:
      return mean_place(node, Pattern::Kind::near);
    case Kind::sentence:
      return mean_place(node, Pattern::Kind::sentence);
    case Kind::paragraph:
      return mean_place(node, Pattern::Kind::paragraph);
    case Kind::words:
    case Kind::all:
      return mean_together(node);
    default:
      return mean_group(node, Pattern::Kind::any, Query::Kind::any);
  }
}

Meaning Interpreter::mean_word(const QueryNode& node) {
  for (const std::string& form : node.dropped)
    for (const VocabularyEntry& entry : forms_.exact(form).surfaces) dropped_.insert(entry.id);
  Meaning meaning = mean_mode(node);
  dropped_.clear();
  return meaning;
}

Meaning Interpreter::mean_mode(const QueryNode& node) {
  switch (node.mode) {
    case WordMode::family:
      return mean_tokens(node.text, Reading::family);
    case WordMode::exact:
      return mean_tokens(node.text, Reading::exact);
    case WordMode::prefix:
      return mean_expanded(forms_.prefix(without_elision(node.text)), node);
    case WordMode::fuzzy:
      return mean_expanded(forms_.fuzzy(without_elision(node.text)), node);
  }
  return {};
}

Meaning Interpreter::mean_group(const QueryNode& node, Pattern::Kind pattern_kind, Query::Kind query_kind) {
  std::vector<Pattern> patterns;
  std::vector<Query> queries;
  for (const QueryNode& child : node.children) {
    Meaning meaning = mean(child);
    patterns.push_back(std::move(meaning.pattern));
    queries.push_back(std::move(meaning.candidates));
  }
  return {Query::group(query_kind, std::move(queries)),
          Pattern::group(pattern_kind, std::move(patterns), node.nearness), false};
}

/// A near, sentence or paragraph node. The parser leaves in it only what has a place in a text.
Meaning Interpreter::mean_place(const QueryNode& node, Pattern::Kind kind) {
  const auto outside = std::exchange(place_, Place{kind, node.nearness});
  Meaning meaning = mean_group(node, kind, Query::Kind::all);
  place_ = outside;
  return meaning;
}

/// What stands side by side inside a place must all be there: in that sentence or paragraph, or that near to each
/// other.
Meaning Interpreter::mean_together(const QueryNode& node) {
  if (place_->kind != Pattern::Kind::near) return mean_group(node, place_->kind, Query::Kind::all);
  const Nearness nearness{place_->nearness.distance, false};
  Meaning whole = mean(node.children.front());
  for (std::size_t i = 1; i < node.children.size(); ++i) {
    Meaning next = mean(node.children[i]);
    whole.pattern = Pattern::group(Pattern::Kind::near, {std::move(whole.pattern), std::move(next.pattern)}, nearness);
    whole.candidates = Query::group(Query::Kind::all, {std::move(whole.candidates), std::move(next.candidates)});
    whole.exact = false;
  }
  return whole;
}

/// A text without blanks, or a phrase: its one word, or its words side by side.
Meaning Interpreter::mean_tokens(std::string_view text, Reading reading) {
  Tokenizer tokenizer;
  TokenList list;
  tokenizer.tokenize(text, list);
  const auto& tokens = list.tokens();
  std::vector<Meaning> sequence;
  for (std::size_t i = 0; i < tokens.size();) {
    const std::string_view surface = list.surface(tokens[i]);
    std::vector<Meaning> parts;
    for (std::size_t part = 1; part <= tokens[i].parts; ++part)
      parts.push_back(mean_forms(read(list.surface(tokens[i + part]), reading)));
    i += 1 + parts.size();
    sequence.push_back(parts.empty() ? mean_forms(read(surface, reading))
                                     : mean_compound(surface, std::move(parts), reading));
  }
  // An elided word at the start is an article or a conjunction: only a phrase asks for it.
  const bool elided = !tokens.empty() && tokens.front().kind == TokenKind::particle;
  if (elided && sequence.size() > 1 && reading != Reading::same_word) sequence.erase(sequence.begin());
  if (sequence.empty()) return mean_forms({});
  Meaning typed = in_sequence(std::move(sequence));
  if (reading == Reading::exact) return typed;
  return with_writings(std::move(typed), writings_of(text, reading));
}

/// The other ways to print a text.
std::vector<Meaning> Interpreter::writings_of(std::string_view text, Reading reading) {
  std::vector<Meaning> ways;
  std::vector<TypedWord> typed = typed_words(text);
  if (reading == Reading::family && typed.size() > 1 && is_elided(typed.front().surface)) typed.erase(typed.begin());
  for (const auto& words : written_paths(typed, other_writings(typed, forms_, reading == Reading::same_word)))
    ways.push_back(words.size() == 1 ? mean_written(words.front(), reading) : mean_written(words));
  return ways;
}

Meaning Interpreter::with_writings(Meaning typed, std::vector<Meaning> writings, double several) {
  const bool word = is_word(typed.pattern) && typed.candidates.kind != Query::Kind::nothing;
  if (!word || writings.empty()) {
    writings.insert(writings.begin(), std::move(typed));
    return either(std::move(writings));
  }
  Meaning meaning;
  std::vector<Pattern> patterns{typed.pattern};
  std::vector<Query> same{ask(std::move(typed))};  // scored as one term
  std::vector<Query> others;                       // of all the best one counts
  for (Meaning& writing : writings) {
    patterns.push_back(writing.pattern);
    const double factor = writing.pattern.kind == Pattern::Kind::sequence ? several : ranking::other_writing;
    Query query = ask(std::move(writing));
    if (is_terms(same.front()) && is_terms(query))
      same.push_back(std::move(query));
    else
      others.push_back(Query::scaled(factor, std::move(query)));
  }
  others.insert(others.begin(),
                same.size() == 1 ? std::move(same.front()) : Query::group(Query::Kind::synonym, std::move(same)));
  meaning.candidates = Query::group(Query::Kind::best, std::move(others));
  meaning.pattern = Pattern::group(Pattern::Kind::any, std::move(patterns));
  return meaning;
}

Meaning Interpreter::mean_written(const WrittenWord& word, Reading reading) {
  WordForms forms;
  for (const std::string& text : word.texts) {
    WordForms found = word.exact ? forms_.exact(text) : read(text, reading);
    std::move(found.surfaces.begin(), found.surfaces.end(), std::back_inserter(forms.surfaces));
  }
  keep_writings(word, forms.surfaces);
  keep_distinct(forms.surfaces);
  return mean_forms(std::move(forms));
}

Meaning Interpreter::mean_written(const std::vector<WrittenWord>& words) {
  if (words.size() == 1) return mean_written(words.front(), Reading::family);
  std::vector<Meaning> sequence;
  for (const WrittenWord& word : words) sequence.push_back(mean_written(word, Reading::same_word));
  return in_sequence(std::move(sequence));
}

WordForms Interpreter::read(std::string_view surface, Reading reading) {
  switch (reading) {
    case Reading::family:
      return forms_.family(surface);
    case Reading::same_word:
      return forms_.same_word(surface);
    case Reading::exact:
      return forms_.exact(surface);
  }
  return {};
}

/// "week-end": printed with a hyphen or closed, or its parts side by side. Exactly so only with its hyphen.
Meaning Interpreter::mean_compound(std::string_view surface, std::vector<Meaning> parts, Reading reading) {
  std::vector<Meaning> ways;
  ways.push_back(mean_forms(read(surface, reading)));
  if (reading != Reading::exact) ways.push_back(in_sequence(std::move(parts)));
  return either(std::move(ways));
}

Meaning Interpreter::mean_expanded(WordForms forms, const QueryNode& node) {
  if (forms.cut)
    plan_.notices.push_back(
        message("“{}” reaches more than 200 words: the 200 most frequent were taken", to_query(node)));
  return mean_forms(std::move(forms));
}

/// Candidates hold one of the surfaces' families, or all parts of a compound surface. An elided word is in no term:
/// where one is meant (the l’ beside the letter L), any article may hold it. A check is needed then, and where a family
/// has members that are not meant.
Meaning Interpreter::mean_forms(WordForms forms) {
  std::erase_if(forms.surfaces, [this](const VocabularyEntry& entry) { return dropped_.contains(entry.id); });
  std::vector<Query> queries;
  std::set<std::uint32_t> families;
  bool all_indexed = true;
  bool elided = false;
  for (const VocabularyEntry& entry : forms.surfaces) {
    const bool indexed = is_indexed(entry.surface);
    const bool compound = is_compound_surface(entry.surface);
    if (indexed) families.insert(entry.family);
    if (compound) queries.push_back(parts_query(entry.surface));
    elided = elided || (!indexed && !compound);
    all_indexed = all_indexed && indexed;
  }
  for (const std::uint32_t family : families) queries.push_back(Query::of_term(family_term(family)));
  Meaning meaning;
  if (elided)
    meaning.candidates = Query::everything();
  else if (!queries.empty())
    meaning.candidates = Query::group(Query::Kind::synonym, std::move(queries));
  meaning.exact = all_indexed && forms_.is_whole(forms);
  meaning.pattern = Pattern::of_slot(static_cast<std::uint32_t>(plan_.slots.size()));
  plan_.slots.push_back(std::move(forms.surfaces));
  return meaning;
}

/// The articles that hold all parts of a compound surface, in whatever order.
Query Interpreter::parts_query(std::string_view compound) {
  Tokenizer tokenizer;
  TokenList list;
  tokenizer.tokenize(compound, list);
  std::vector<Query> parts;
  for (const Token& token : list)
    if (token.kind == TokenKind::word)
      if (const auto entry = forms_.printed(list.surface(token)))
        parts.push_back(Query::of_term(family_term(entry->family)));
  return parts.empty() ? Query::everything() : Query::group(Query::Kind::all, std::move(parts));
}

Meaning Interpreter::in_sequence(std::vector<Meaning> parts) {
  if (parts.size() == 1) return std::move(parts.front());
  std::vector<Query> queries;
  std::vector<Pattern> patterns;
  for (Meaning& part : parts) {
    queries.push_back(std::move(part.candidates));
    patterns.push_back(std::move(part.pattern));
  }
  return {Query::group(Query::Kind::all, std::move(queries)),
          Pattern::group(Pattern::Kind::sequence, std::move(patterns)), false};
}

/// Any of several ways; each is checked for itself, those that need it.
Meaning Interpreter::either(std::vector<Meaning> ways) {
  if (ways.size() == 1) return std::move(ways.front());
  std::vector<Query> queries;
  std::vector<Pattern> patterns;
  for (Meaning& way : ways) {
    patterns.push_back(way.pattern);
    if (way.candidates.kind != Query::Kind::nothing) queries.push_back(ask(std::move(way)));
  }
  Meaning meaning;
  meaning.pattern = Pattern::group(Pattern::Kind::any, std::move(patterns));
  if (!queries.empty()) meaning.candidates = Query::group(Query::Kind::best, std::move(queries));
  return meaning;
}

Query Interpreter::ask(Meaning meaning, std::uint32_t at_least, std::optional<Field> field) {
  if (meaning.exact && at_least == 1 && !field) return std::move(meaning.candidates);
  plan_.checks.push_back({std::move(meaning.pattern), at_least, field, exclusions_ > 0, exclusions_ % 2 != 0});
  return Query::checked(static_cast<std::uint32_t>(plan_.checks.size() - 1), std::move(meaning.candidates));
}

}  // namespace hemero
