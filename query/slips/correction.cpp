#include "query/slips/correction.h"

#include <algorithm>
#include <cmath>
#include <vector>

#include "common/text/characters/unicode.h"
#include "common/text/fold.h"
#include "common/text/lexicon.h"
#include "query/slips/glued_words.h"
#include "query/slips/slip_cost.h"
#include "query/words/edit_distance.h"
#include "query/words/phonetic_key.h"

namespace hemero {

namespace {

constexpr double occurrences_for_a_slip = 50;  ///< one more slip is believed for a word that is so much more frequent

constexpr std::size_t shortest = 4;        ///< characters of a word that may be mistyped
constexpr std::size_t two_edits_from = 6;  ///< characters
constexpr std::size_t one_sound_from = 5;  ///< sounds of a word of which one may be another
constexpr std::size_t unheard = 3;         ///< characters by which words that sound alike may be longer

// What must be so for a word that is printed to be taken for a misprint.
constexpr std::size_t shortest_misprint = 5;  ///< characters
constexpr double most_slips_when_printed = 1;
constexpr std::int64_t more_for_several = 4;  ///< times as often for words that were typed together

constexpr double within_word = 4;  ///< what a slip counts between singular, plural and feminine

// Of the slips between words that sound alike only a part counts: who writes by ear makes them all at once.
constexpr double by_ear = 0.3;
constexpr double by_ear_each = 0.1;
constexpr double nearly_by_ear = 1;
constexpr double nearly_by_ear_each = 0.3;

// A word of grammar is more frequent than what it is mistaken for.
constexpr double most_slips_of_grammar = 0.75;
constexpr std::int64_t grammar = 7;  ///< times as frequent

bool has_digit(std::string_view word) { return word.find_first_of("0123456789") != std::string_view::npos; }

/// A typed word, and how near words of the archive are to it.
class Typed {
 public:
  explicit Typed(std::string_view word)
      : folded_(fold(word)),
        lower_(to_lower(word)),
        size_(code_point_count(folded_)),
        key_(phonetic_key(folded_)),
        letters_(folded_, size_ >= two_edits_from ? 2 : 1),
        sounds_(key_, key_.size() >= one_sound_from ? 1 : 0) {}

  const std::string& folded() const { return folded_; }
  bool may_be_mistyped() const { return size_ >= shortest && !has_digit(folded_); }

  /// The folded words of the archive that are near, with the same first letter or any.
  std::vector<std::string> similar(FormFinder& forms, bool same_first) {
    std::vector<std::string> found;
    const std::string_view first = std::string_view(folded_).substr(0, same_first ? code_point_at(folded_, 0).size : 0);
    forms.each_folded(size_ - std::min(size_, unheard), size_ + unheard, first, [&](std::string_view form) {
      if (is_near(form)) found.emplace_back(form);
    });
    std::erase_if(found, [&](const std::string& form) { return form == folded_ || has_digit(form); });
    return found;
  }

  double slips(const VocabularyEntry& meant) const {
    const bool accents = lower_ != folded_ && !is_compound(meant.surface);
    const double letters = accents ? slip_cost(lower_, to_lower(meant.surface)) : slip_cost(folded_, meant.folded);
    const std::string key = phonetic_key(meant.folded);
    if (key == key_) return std::min(letters, by_ear + by_ear_each * letters);
    if (key_.size() >= one_sound_from && within_edits(key, key_, 1))
      return std::min(letters, nearly_by_ear + nearly_by_ear_each * letters);
    return letters;
  }

 private:
  static bool is_compound(std::string_view surface) { return surface.find('-') != std::string_view::npos; }

  bool is_near(std::string_view form) {
    if (letters_.matches(form)) return true;
    return !key_.empty() && first_sound(form) == key_.front() && may_sound(form, key_) &&
           sounds_.matches(phonetic_key(form));
  }

  std::string folded_;
  std::string lower_;
  std::size_t size_;  ///< characters
  std::string key_;
  EditMatcher letters_;
  EditMatcher sounds_;
};

/// A word of the archive that may be meant.
struct Candidate {
  Correction correction;
  std::string bare;  ///< without the endings of plural and feminine
};

/// A word without the endings of plural and feminine: sexuelles, sexuel.
std::string without_ending(std::string folded) {
  if (folded.ends_with('s') || folded.ends_with('x')) folded.pop_back();
  if (folded.ends_with('e')) folded.pop_back();
  if (folded.size() > 1 && folded.back() == folded[folded.size() - 2]) folded.pop_back();
  return folded;
}

std::vector<Candidate> similar_words(Typed& typed, FormFinder& forms, bool same_first) {
  std::vector<Candidate> candidates;
  for (const std::string& form : typed.similar(forms, same_first)) {
    const std::vector<VocabularyEntry>& printed = forms.same_fold(form);
    if (printed.empty()) continue;
    const VocabularyEntry& meant = usual(printed);
    const double slips = typed.slips(meant);
    const bool of_grammar = folds_to_stop_word(form);
    if (of_grammar && slips > most_slips_of_grammar) continue;
    const std::int64_t occurrences = occurrences_of(printed) / (of_grammar ? grammar : 1);
    Correction correction{meant.surface, occurrences, slips};
    candidates.push_back({std::move(correction), without_ending(form)});
  }
  return candidates;
}

bool is_likelier(const Candidate& a, const Candidate& b) { return a.correction.weight() > b.correction.weight(); }

/// The likeliest word, of its singular, plural and feminine the nearest to what was typed: how frequent they are tells
/// little there.
std::optional<Correction> likeliest(std::vector<Candidate> candidates) {
  if (candidates.empty()) return std::nullopt;
  const std::string bare = std::min_element(candidates.begin(), candidates.end(), is_likelier)->bare;
  std::erase_if(candidates, [&](const Candidate& candidate) { return candidate.bare != bare; });
  const auto is_nearer = [](const Candidate& a, const Candidate& b) {
    return a.correction.weight(within_word) > b.correction.weight(within_word);
  };
  return std::min_element(candidates.begin(), candidates.end(), is_nearer)->correction;
}

std::optional<Correction> best_correction(std::string_view word, FormFinder& forms, bool same_first) {
  Typed typed(word);
  if (!typed.may_be_mistyped()) return std::nullopt;
  auto whole = likeliest(similar_words(typed, forms, same_first));
  auto apart = words_apart(typed.folded(), forms);
  if (!whole || (apart && apart->weight() > whole->weight())) return apart;
  return whole;
}

}  // namespace

double Correction::weight(double each_slip) const {
  return static_cast<double>(occurrences) / std::pow(occurrences_for_a_slip, each_slip * slips);
}

const VocabularyEntry& usual(const std::vector<VocabularyEntry>& surfaces) {
  return *std::max_element(surfaces.begin(), surfaces.end(), [](const VocabularyEntry& a, const VocabularyEntry& b) {
    return a.occurrences < b.occurrences;
  });
}

const std::optional<Correction>& Corrector::nearest(std::string_view word, bool same_first) {
  const auto [known, fresh] = known_.try_emplace({std::string(word), same_first});
  if (fresh) known->second = best_correction(word, forms_, same_first);
  return known->second;
}

std::optional<Correction> Corrector::likelier(std::string_view word, std::int64_t printed, std::int64_t times) {
  if (printed > seldom || code_point_count(word) < shortest_misprint) return std::nullopt;
  const auto& meant = nearest(word, true);
  if (!meant) return std::nullopt;
  const std::int64_t needed = printed * times * (meant->apart ? more_for_several : 1);
  const bool near = meant->apart || meant->slips <= most_slips_when_printed;
  return near && meant->occurrences >= needed ? meant : std::nullopt;
}

}  // namespace hemero
