#pragma once

#include <cstdint>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "common/text/analyzer.h"
#include "query/words/archive_words.h"
#include "query/words/regular_verbs.h"

namespace hemero {

/// The family of one typed word in an archive: which of its surfaces are forms of the same word. What endings allow is
/// decided by what the archive shows (ArchiveWords).
class WordFamily {
 public:
  WordFamily(ArchiveWords& words, Analyzer& analyzer, std::string_view typed);

  /// In no order, some perhaps twice.
  std::vector<VocabularyEntry> find();

 private:
  using Entries = std::vector<VocabularyEntry>;

  bool is_inhabitant(const Entries& same_fold);
  bool is_printed_bare();
  Entries without_names(Entries same_fold);
  std::vector<std::string> meant_spellings();

  std::set<std::string> terms();
  void add(Entries entries);
  void add_listed(const std::vector<std::string>& forms);
  void add_forms();
  void add_plural();
  void add_inner_plurals();
  void add_regular_verbs();
  bool is_form(const VerbReading& reading);
  bool takes(const std::string& stem, const VerbEnding& ending);
  void add_verb(const VerbReading& reading);
  void add_verb_form(const std::string& stem, const VerbEnding& ending);
  void add_inflections(const std::string& term);
  void add_kept(const std::string& folded, Entries entries);
  bool is_other_noun(const std::string& folded);
  bool inflects(const VocabularyEntry& entry);
  void drop_other_accents(Entries& same_fold);

  ArchiveWords& words_;
  Analyzer& analyzer_;
  std::string typed_;
  std::string folded_;
  std::string lower_;
  std::vector<std::string> spellings_;  ///< that are meant, lower case; empty: accents tell nothing
  std::set<std::string> endings_;       ///< the same as ending_spelling gives them; never empty
  std::optional<std::string> noun_;     ///< written like a verb, that it is a form of; empty for verbs; nothing: either
  Entries found_;
};

}  // namespace hemero
