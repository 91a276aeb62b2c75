#include "query/meaning.h"

#include <algorithm>
#include <array>

#include "common/base/message.h"
#include "common/store/index_format.h"
#include "common/text/fold.h"
#include "common/text/tokenizer.h"
#include "common/text/unicode.h"

namespace hemero {

namespace {

using Kind = QueryNode::Kind;
using Query = CandidateQuery;

bool is_digit(char c) { return c >= '0' && c <= '9'; }

/// Where letters become digits or digits letters, when that happens once; else 0.
std::size_t digit_border(std::string_view word) {
  std::size_t border = 0;
  for (std::size_t i = 1; i < word.size(); ++i) {
    if (is_digit(word[i]) == is_digit(word[i - 1])) continue;
    if (border != 0) return 0;
    border = i;
  }
  return border;
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

bool only_capitalised(const std::vector<VocabularyEntry>& entries) {
  return !entries.empty() && std::all_of(entries.begin(), entries.end(), [](const VocabularyEntry& entry) {
    return is_upper(code_point_at(entry.surface, 0).value);
  });
}

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
  Pattern pattern = Pattern::group(pattern_kind, std::move(patterns));
  pattern.distance = node.distance;
  pattern.ordered = node.ordered;
  return {Query::group(query_kind, std::move(queries)), std::move(pattern), false};
}

/// A near, sentence or paragraph node. The parser leaves in it only what has a place in a text.
Meaning Interpreter::mean_place(const QueryNode& node, Pattern::Kind kind) {
  const Pattern outside = place_;
  place_.kind = kind;
  place_.distance = node.distance;
  Meaning meaning = mean_group(node, kind, Query::Kind::all);
  place_ = outside;
  return meaning;
}

/// What stands side by side inside a place must all be there: in that sentence or paragraph, or that near to each
/// other.
Meaning Interpreter::mean_together(const QueryNode& node) {
  if (place_.kind != Pattern::Kind::near) return mean_group(node, place_.kind, Query::Kind::all);
  Meaning whole = mean(node.children.front());
  for (std::size_t i = 1; i < node.children.size(); ++i) {
    Meaning next = mean(node.children[i]);
    whole.pattern = Pattern::group(Pattern::Kind::near, {std::move(whole.pattern), std::move(next.pattern)});
    whole.pattern.distance = place_.distance;
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
    sequence.push_back(parts.empty() ? mean_token(surface, reading)
                                     : mean_compound(surface, std::move(parts), reading));
  }
  // An elided word at the start is an article or a conjunction: only a phrase asks for it.
  const bool elided = !tokens.empty() && tokens.front().kind == TokenKind::particle;
  if (elided && sequence.size() > 1 && reading != Reading::same_word) sequence.erase(sequence.begin());
  if (sequence.empty()) return mean_forms({});
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

Meaning Interpreter::mean_token(std::string_view surface, Reading reading) {
  std::vector<Meaning> ways;
  ways.push_back(mean_forms(read(surface, reading)));
  if (reading == Reading::family)
    if (auto apart = mean_apart(surface)) ways.push_back(std::move(*apart));
  return either(std::move(ways));
}

/// "week-end": printed with a hyphen or closed, or its parts side by side. Exactly so only with its hyphen.
Meaning Interpreter::mean_compound(std::string_view surface, std::vector<Meaning> parts, Reading reading) {
  std::vector<Meaning> ways;
  ways.push_back(mean_forms(read(surface, reading)));
  if (reading != Reading::exact) ways.push_back(in_sequence(std::move(parts)));
  return either(std::move(ways));
}

/// Two words that a typed one may be the closing up of: "dartagnan" d’Artagnan, "covid19" Covid 19, "100km" 100 km.
std::optional<Meaning> Interpreter::mean_apart(std::string_view surface) {
  const std::string folded = fold(surface);
  const auto side_by_side = [this](WordForms left, const std::string& right) {
    return in_sequence({mean_forms(std::move(left)), mean_forms(forms_.same_word(right))});
  };
  for (const std::string elided : {"d", "l", "m", "n", "s", "qu"}) {
    const std::string rest = folded.starts_with(elided) ? folded.substr(elided.size()) : std::string();
    if (rest.size() >= 3 && rest.find_first_of("aeiouyh") == 0 && only_capitalised(forms_.same_word(rest).surfaces))
      return side_by_side(forms_.exact(elided + "'"), rest);
  }
  const std::size_t border = digit_border(folded);
  if (border == 0) return std::nullopt;
  return side_by_side(forms_.same_word(folded.substr(0, border)), folded.substr(border));
}

Meaning Interpreter::mean_expanded(WordForms forms, const QueryNode& node) {
  if (forms.cut)
    plan_.notices.push_back(
        message("“{}” reaches more than 200 words: the 200 most frequent were taken", to_query(node)));
  return mean_forms(std::move(forms));
}

/// Candidates hold one of the surfaces' families, or all parts of a compound surface. An elided word is in no term: where
/// one is meant (the l’ beside the letter L), any article may hold it. A check is needed then, and where a family has
/// members that are not meant.
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

/// Several ways to print the same: each is checked for itself, those that need it.
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
  plan_.checks.push_back({std::move(meaning.pattern), at_least, field});
  return Query::checked(static_cast<std::uint32_t>(plan_.checks.size() - 1), std::move(meaning.candidates));
}

}  // namespace hemero
