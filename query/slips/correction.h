#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "query/words/forms.h"

namespace hemero {

/// What a typed word may stand for.
struct Correction {
  std::string text;              ///< as the archive prints it most often; words that were typed together stand apart
  std::int64_t occurrences = 0;  ///< of the rarest word of the text
  double slips = 0;              ///< how many must have been made (slip_cost)
  bool apart = false;            ///< several words that were typed together

  /// The occurrences, less for each slip: what makes one correction likelier than another.
  double weight(double each_slip = 1) const;
};

/// As seldom as this, a word may be a misprint of one that is printed so many times more often.
constexpr std::int64_t seldom = 30;
constexpr std::int64_t much_more = 50;

/// What words are compared with in one state of an archive, by word, and whether only words that begin alike were: kept
/// from request to request, as KnownForms is.
using KnownCorrections = std::map<std::pair<std::string, bool>, std::optional<Correction>>;

/// Finds what typed words may stand for in this archive. A word is compared with the archive's once, whoever asks.
class Corrector {
 public:
  /// Both must outlive it.
  Corrector(FormFinder& forms, KnownCorrections& known) : forms_(forms), known_(known) {}

  /// The likeliest word of the archive that is not the typed one: near in letters or in sound, and frequent, or two
  /// words and more that were typed together. Nothing when the archive has nothing near, or the word is too short or
  /// holds a digit.
  std::optional<Correction> likeliest(std::string_view word) { return nearest(word, false); }

  /// What is far likelier meant than a word of five characters or more that is printed, but only `printed` times, at
  /// most `seldom`: a word one slip away that begins with the same letter, or several that were typed together. Each
  /// must be printed `times` as often.
  std::optional<Correction> likelier(std::string_view word, std::int64_t printed, std::int64_t times);

 private:
  const std::optional<Correction>& nearest(std::string_view word, bool same_first);

  FormFinder& forms_;
  KnownCorrections& known_;
};

/// The surface that is printed most often. Requires one at least.
const VocabularyEntry& usual(const std::vector<VocabularyEntry>& surfaces);

}  // namespace hemero
