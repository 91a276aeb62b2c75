#pragma once

#include <string>
#include <vector>

#include "query/plan/plan.h"

namespace hemero {

/// A word or phrase of a query, and the words of the archive that it reaches.
struct ReachedWord {
  std::string word;  ///< as a query has it
  QueryNode node = {};
  bool excluded = false;
  bool weak = false;                   ///< a word of grammar: not asked for beside the others
  bool single = false;                 ///< a word, no phrase or group, whose words stand beside it
  std::vector<VocabularyEntry> forms;  ///< as printed, the most frequent first, each once; empty where it is no word
};

/// Of each word of a plan what it reaches.
std::vector<ReachedWord> reached_words(const QueryPlan& plan);

}  // namespace hemero
