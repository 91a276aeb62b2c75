#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <set>
#include <string_view>
#include <vector>

#include "query/plan/plan.h"
#include "query/writings/writings.h"

namespace hemero {

/// What a word or phrase means: where its candidates are, and what must stand in them.
struct Meaning {
  CandidateQuery candidates;
  Pattern pattern;
  bool exact = true;  ///< every candidate holds the pattern: no check is needed
};

/// Finds the meaning of words, phrases and what joins them; slots, checks and notices go into the plan.
class Interpreter {
 public:
  Interpreter(FormFinder& forms, QueryPlan& plan) : forms_(forms), plan_(plan) {}

  /// The meaning of a word, phrase, near, sentence or paragraph node, or of a group inside one of them.
  Meaning mean(const QueryNode& node);

  /// The meaning of any of these surfaces.
  Meaning mean_forms(WordForms forms);

  /// Words side by side as another writing has them, in whatever form of theirs one word is found in.
  Meaning mean_written(const std::vector<WrittenWord>& words);

  /// A meaning, and other ways to print the same. A writing of one word counts as the typed one does where the index
  /// can tell, else for little; one of several words counts by the factor `several`.
  Meaning with_writings(Meaning typed, std::vector<Meaning> writings, double several = 1);

  // What is asked in between stands under one exclusion more: its checks are strict.
  void enter_exclusion() { ++exclusions_; }
  void leave_exclusion() { --exclusions_; }

  /// The same, asked of the index: with a check when one is needed, or when it must stand often or in a field.
  CandidateQuery ask(Meaning meaning, std::uint32_t at_least = 1, std::optional<Field> field = std::nullopt);

 private:
  enum class Reading : std::uint8_t { family, same_word, exact };

  /// A PRÈS or MÊME, in which what stands side by side must be near or together.
  struct Place {
    Pattern::Kind kind;
    Nearness nearness;
  };

  Meaning mean_group(const QueryNode& node, Pattern::Kind pattern_kind, CandidateQuery::Kind query_kind);
  Meaning mean_place(const QueryNode& node, Pattern::Kind kind);
  Meaning mean_together(const QueryNode& node);
  Meaning mean_tokens(std::string_view text, Reading reading);
  Meaning mean_compound(std::string_view surface, std::vector<Meaning> parts, Reading reading);
  Meaning mean_expanded(WordForms forms, const QueryNode& node);
  Meaning mean_written(const WrittenWord& word, Reading reading);
  std::vector<Meaning> writings_of(std::string_view text, Reading reading);
  Meaning either(std::vector<Meaning> ways);
  static Meaning in_sequence(std::vector<Meaning> parts);
  Meaning mean_word(const QueryNode& node);
  Meaning mean_mode(const QueryNode& node);
  WordForms read(std::string_view surface, Reading reading);
  CandidateQuery parts_query(std::string_view compound);

  FormFinder& forms_;
  QueryPlan& plan_;
  std::set<std::uint32_t> dropped_;  ///< surfaces that the word being read is not to reach
  std::optional<Place> place_;       ///< the innermost one that is being read
  std::size_t exclusions_ = 0;       ///< around what is being read
};

}  // namespace hemero
