#pragma once

#include <cstddef>
#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "common/store/vocabulary/vocabulary.h"
#include "query/words/regular_verbs.h"

namespace hemero {

/// True when these surfaces of one fold are a name: almost always capitalised inside sentences.
bool is_name(const std::vector<VocabularyEntry>& same_fold);

/// What an archive teaches about its words: a verb shows its endings, a noun its plural, a name its capital. Words are
/// looked up once.
class ArchiveWords {
 public:
  using Entries = std::vector<VocabularyEntry>;

  explicit ArchiveWords(Vocabulary& vocabulary) : vocabulary_(vocabulary) {}

  /// The surfaces of one fold; the reference is valid until forget().
  const Entries& printed(const std::string& folded);

  /// The surfaces of one stem; the reference is valid until forget().
  const Entries& of_term(const std::string& term);

  /// Those with this ending, in capitals perhaps without its accents.
  Entries printed_so(const std::string& stem, const VerbEnding& ending);

  /// How often they are printed.
  std::int64_t count(const std::string& folded) { return occurrences_of(printed(folded)); }

  /// True for a name, but for inhabitants and members of parties: the archive prints such a word in small letters too,
  /// in another form (« Mahorais », « mahoraise »; « Républicains », « républicain »).
  bool is_proper(const Entries& same_fold);

  /// The noun or adjective that a word is a form of and that is written like a form of a verb ("étudiantes": etudiant),
  /// empty when it is none. Participles in -ant and third persons in -ent take no -s: where the archive prints one
  /// often, it is a noun. Others are listed.
  std::string noun_like_verb(const std::string& folded);

  /// True for a noun in -ant that is as often the participle of its verb: it is no more than a tenth as frequent as the
  /// verb's other forms, beside which a news corpus prints a twentieth of participles.
  bool is_mostly_participle(const std::string& noun);

  /// True for a noun (« accord », « accords ») and what looks like its feminine but is a verb (« accorde »): a feminine
  /// has a plural, « tu accordes » is hardly ever printed, the infinitive is. A few occurrences tell nothing.
  bool are_noun_and_verb(std::string_view noun, const std::string& verb);

  /// True when the archive shows a verb: its infinitive and three endings that only verbs have, or five; or infinitives
  /// and participles that are not few beside what may be a noun's; or too little to tell.
  bool may_be_verb(const VerbReading& reading);

  /// How many lookups and surfaces are kept.
  std::size_t size() const { return size_; }

  void forget();

 private:
  struct Evidence;

  using Known = std::map<std::string, Entries>;

  const Entries& keep(Known& known, const std::string& shape, Entries entries);
  std::int64_t count_bare(const std::string& folded);
  Evidence evidence(const VerbReading& reading);

  Vocabulary& vocabulary_;
  Known printed_;  ///< by folded form
  Known of_term_;
  std::size_t size_ = 0;
};

}  // namespace hemero
