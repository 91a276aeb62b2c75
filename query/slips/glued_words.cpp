#include "query/slips/glued_words.h"

#include <algorithm>
#include <limits>
#include <map>
#include <vector>

#include "common/text/characters/unicode.h"
#include "common/text/lexicon.h"

namespace hemero {

namespace {

constexpr std::size_t most_parts = 5;
constexpr std::size_t shortest_word = 3;     ///< characters, but for words of grammar
constexpr std::size_t shortest_grammar = 2;  ///< characters
constexpr std::size_t longest = 40;          ///< bytes of what is looked at
constexpr std::int64_t fewest = 3;           ///< occurrences of a word that is believed

// Slips.
constexpr double first_blank = 1.25;
constexpr double next_blank = 0.75;
constexpr double apostrophe = 0.9;

/// Some first letters of a text as words.
struct Split {
  std::string text;
  std::int64_t rarest =
      std::numeric_limits<std::int64_t>::max();  ///< occurrences of its rarest word that is no grammar
  double slips = 0;                              ///< blanks and apostrophes that were left out
  bool elided = false;                           ///< its last word waits for another

  /// The slip before one word more.
  double next_slip() const { return text.empty() ? 0 : elided ? apostrophe : slips == 0 ? first_blank : next_blank; }
};

/// Cuts one text into words.
class Splitter {
 public:
  Splitter(const std::string& folded, FormFinder& forms) : folded_(folded), forms_(forms) {}

  std::optional<Correction> best() {
    std::optional<Correction> best;
    std::map<std::size_t, Split> ends{{0, {}}};
    for (std::size_t parts = 1; parts <= most_parts && !ends.empty(); ++parts) {
      ends = one_more_word(ends);
      const auto whole = ends.find(folded_.size());
      if (parts == 1 || whole == ends.end() || whole->second.elided || only_grammar(whole->second)) continue;
      const Correction split{whole->second.text, whole->second.rarest, whole->second.slips, true};
      if (!best || split.weight() > best->weight()) best = split;
    }
    return best;
  }

 private:
  static bool only_grammar(const Split& split) { return split.rarest == std::numeric_limits<std::int64_t>::max(); }

  /// The best split of each beginning into one word more.
  std::map<std::size_t, Split> one_more_word(const std::map<std::size_t, Split>& ends) {
    std::map<std::size_t, Split> longer;
    for (const auto& [begin, split] : ends)
      for (std::size_t end = begin + 1; end <= folded_.size(); ++end) {
        if (floor_code_point(folded_, end) != end) continue;
        const auto next = with_word(split, folded_.substr(begin, end - begin));
        if (!next) continue;
        const auto [known, fresh] = longer.try_emplace(end, *next);
        if (!fresh && next->rarest > known->second.rarest) known->second = *next;
      }
    return longer;
  }

  std::optional<Split> with_word(const Split& split, const std::string& word) {
    if (split.elided && std::string_view("aeiouyh").find(word.front()) == std::string_view::npos) return std::nullopt;
    const std::string gap = split.elided || split.text.empty() ? "" : " ";
    const double slips = split.slips + split.next_slip();
    if (is_elision(word)) return Split{split.text + gap + word + "'", split.rarest, slips, true};
    const std::size_t size = code_point_count(word);
    const bool grammar = size >= shortest_grammar && folds_to_stop_word(word);
    if (!grammar && size < shortest_word) return std::nullopt;
    const std::vector<VocabularyEntry>& printed = forms_.same_fold(word);
    if (printed.empty()) return std::nullopt;
    Split longer{split.text + gap + usual(printed).surface, split.rarest, slips, false};
    if (grammar) return longer;
    const std::int64_t occurrences = occurrences_of(printed);
    if (occurrences < fewest) return std::nullopt;
    longer.rarest = std::min(longer.rarest, occurrences);
    return longer;
  }

  const std::string& folded_;
  FormFinder& forms_;
};

}  // namespace

std::optional<Correction> words_apart(const std::string& folded, FormFinder& forms) {
  if (folded.size() > longest) return std::nullopt;
  return Splitter(folded, forms).best();
}

}  // namespace hemero
