#pragma once

#include <cstdint>
#include <functional>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <tuple>
#include <vector>

#include "common/base/deadline.h"
#include "common/model/query_tree.h"
#include "common/store/vocabulary/vocabulary.h"
#include "query/words/folded_words.h"
#include "query/words/known_forms.h"

namespace hemero {

/// Finds what typed words mean in this archive. Every linguistic decision about a query is made here, on the
/// vocabulary: which surfaces fold alike, which belong to the family, which are names that only look like it. It is
/// made for one request, and looks nothing up twice, however often a query is read anew to relax it; of the words that
/// earlier requests had, KnownForms knows the families.
class FormFinder {
 public:
  /// Both must outlive it. When the time is over, fewer words are found that begin so or are similar.
  explicit FormFinder(KnownForms& known, const Deadline& deadline = Deadline::never())
      : known_(known), deadline_(deadline), folded_words_(known.vocabulary(), deadline) {}

  /// A word with its inflected forms, blind to accents, but for the words whose bare form is a word of grammar. The
  /// reference stays valid.
  const WordForms& family(std::string_view typed) { return known_.family(typed); }

  /// A word in a phrase: blind to accents and case, no inflection. The reference stays valid.
  const WordForms& same_word(std::string_view typed) { return known_.same_word(typed); }

  /// Exactly this form: its accents, and its capitals where capitals are typed.
  WordForms exact(std::string_view typed);

  /// Words that start so, the most frequent 200. The reference stays valid, and so do the next two.
  const WordForms& prefix(std::string_view typed);

  /// Words that start so, all of them.
  WordForms every_prefixed(std::string_view typed);

  /// Words one edit away (two from eight characters on), or one more when they sound alike; the most frequent 200.
  const WordForms& fuzzy(std::string_view typed);

  /// Words one edit away, the most frequent 200.
  const WordForms& one_edit_away(std::string_view typed);

  /// True when the index can tell these surfaces by their families alone: no family has members that are not meant.
  bool is_whole(const WordForms& forms);

  /// The surface printed exactly so; nothing when no current article does.
  std::optional<VocabularyEntry> printed(std::string_view surface);

  /// The surfaces that fold to this, no other spelling; the reference stays valid.
  const std::vector<VocabularyEntry>& same_fold(const std::string& folded) { return words().printed(folded); }

  /// Calls `take` with the folded words of so many characters that begin so, as FoldedWords::each does.
  void each_folded(std::size_t shortest, std::size_t longest, std::string_view prefix,
                   const std::function<void(std::string_view folded)>& take) {
    folded_words_.each(shortest, longest, prefix, take);
  }

  /// True when some article prints a word that folds to this.
  bool is_known(const std::string& folded) { return !words().printed(folded).empty(); }

 private:
  ArchiveWords& words() { return known_.words(); }
  WordForms starting(std::string_view folded, std::size_t most);
  const WordForms& similar(std::string_view typed, std::size_t edits, std::size_t edits_when_alike);
  WordForms find_similar(const std::string& folded, std::size_t edits, std::size_t edits_when_alike);

  KnownForms& known_;
  const Deadline& deadline_;
  FoldedWords folded_words_;
  std::map<std::string, WordForms, std::less<>> prefixes_;                          ///< by folded form
  std::map<std::tuple<std::string, std::size_t, std::size_t>, WordForms> similar_;  ///< and the edits
};

}  // namespace hemero
