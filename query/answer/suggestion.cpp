#include "query/answer/suggestion.h"

#include <algorithm>
#include <vector>

#include "common/model/page.h"
#include "common/text/characters/unicode.h"
#include "common/text/fold.h"
#include "common/text/tokenizer.h"

namespace hemero {

namespace {

constexpr std::int64_t more_when_nothing_found = 20;  ///< instead of much_more

constexpr std::int64_t most_of_a_part = 100;  ///< occurrences of a part of a word that was cut in two

/// More words than this are no slips but another language; each of them takes a look at the whole vocabulary.
constexpr std::size_t most_doubts = 6;

/// A word of the query where it stands in its text.
struct WordInText {
  std::string text;
  Range place;
  std::int64_t printed = 0;  ///< occurrences of just this word, blind to accents and case
};

bool is_plain(const PlannedWord& word) {
  return word.node.kind == QueryNode::Kind::word && word.node.mode == WordMode::family && !word.weak && !word.excluded;
}

std::int64_t printed_as(const std::string& folded, const std::vector<VocabularyEntry>& forms) {
  std::int64_t occurrences = 0;
  for (const VocabularyEntry& entry : forms)
    if (entry.folded == folded) occurrences += entry.occurrences;
  return occurrences;
}

/// Reads the plain words of a query off its text: compounds that are not printed as their parts, elided words left out.
class WordsInText {
 public:
  explicit WordsInText(const std::string& query) : query_(query) {}

  std::vector<WordInText> read(const QueryPlan& plan) {
    for (const PlannedWord& word : plan.words) {
      const std::size_t place = query_.find(word.node.text, at_);
      if (!is_plain(word) || place == std::string::npos) continue;
      add(word, place);
      at_ = place + word.node.text.size();
    }
    return std::move(words_);
  }

 private:
  void add(const PlannedWord& word, std::size_t place) {
    Tokenizer tokenizer;
    TokenList list;
    tokenizer.tokenize(word.node.text, list);
    std::size_t known = 0;  // parts to come of a compound that is printed
    for (const Token& token : list) {
      if (token.kind == TokenKind::compound && printed_as(fold(list.surface(token)), word.forms) > 0)
        known = token.parts;
      else if (known > 0)
        --known;
      else if (token.kind == TokenKind::word)
        add(token, list, place, word.forms);
    }
  }

  void add(const Token& token, const TokenList& list, std::size_t place, const std::vector<VocabularyEntry>& forms) {
    const auto begin = static_cast<std::uint32_t>(place + token.begin);
    const auto end = static_cast<std::uint32_t>(place + token.end);
    const std::string text(list.surface(token));
    words_.push_back({text, {begin, end}, printed_as(fold(text), forms)});
  }

  const std::string& query_;
  std::size_t at_ = 0;
  std::vector<WordInText> words_;
};

/// What stands in a place of the query instead.
struct Change {
  Range place;
  std::string text;
};

class Suggester {
 public:
  Suggester(const std::string& query, std::vector<WordInText> words, FormFinder& forms, Corrector& corrector,
            bool nothing_found)
      : query_(query), words_(std::move(words)), forms_(forms), corrector_(corrector), nothing_found_(nothing_found) {}

  std::vector<Change> changes() {
    std::vector<Change> found;
    for (std::size_t i = 0; i < words_.size(); ++i) {
      if (auto joined = joined_with_next(i)) {
        found.push_back({{words_[i].place.begin, words_[i + 1].place.end}, std::move(*joined)});
        ++i;
      } else if (auto corrected = corrected_word(words_[i])) {
        found.push_back({words_[i].place, std::move(*corrected)});
      }
    }
    return found;
  }

 private:
  /// "ambas sadeur": one word that was cut in two, one of them hardly ever printed beside the whole. What is printed
  /// with a hyphen may as well be typed apart.
  std::optional<std::string> joined_with_next(std::size_t at) {
    if (at + 1 >= words_.size()) return std::nullopt;
    const WordInText& left = words_[at];
    const WordInText& right = words_[at + 1];
    const std::int64_t rarer = std::min(left.printed, right.printed);
    if (rarer > most_of_a_part || !only_blanks_between(left.place, right.place)) return std::nullopt;
    const std::vector<VocabularyEntry>& joined = forms_.same_fold(fold(left.text) + fold(right.text));
    if (joined.empty() || occurrences_of(joined) < rarer * much_more) return std::nullopt;
    const std::string& whole = usual(joined).surface;
    return is_compound_surface(whole) ? std::nullopt : std::optional(whole);
  }

  bool only_blanks_between(const Range& left, const Range& right) const {
    return left.end < right.begin && query_.find_first_not_of(' ', left.end) == right.begin;
  }

  std::optional<std::string> corrected_word(const WordInText& word) {
    if (word.printed > seldom) return std::nullopt;
    const std::int64_t family = std::max(word.printed, occurrences_of(forms_.family(word.text).surfaces));
    const std::int64_t beside = nothing_found_ ? std::max<std::int64_t>(word.printed, family > 0) : family;
    if (beside > seldom || ++doubts_ > most_doubts) return std::nullopt;
    const std::int64_t times = nothing_found_ ? more_when_nothing_found : much_more;
    auto meant = beside > 0 ? corrector_.likelier(word.text, beside, times) : corrector_.likeliest(word.text);
    if (!meant) return std::nullopt;
    return std::move(meant->text);
  }

  const std::string& query_;
  std::vector<WordInText> words_;
  FormFinder& forms_;
  Corrector& corrector_;
  bool nothing_found_;
  std::size_t doubts_ = 0;  ///< words that were looked for
};

}  // namespace

bool is_unknown(const PlannedWord& word) {
  return is_plain(word) && word.candidates.kind == CandidateQuery::Kind::nothing;
}

std::optional<std::string> suggest(const std::string& query, const QueryPlan& plan, FormFinder& forms,
                                   Corrector& corrector, bool nothing_found) {
  const std::vector<Change> changes =
      Suggester(query, WordsInText(query).read(plan), forms, corrector, nothing_found).changes();
  if (changes.empty()) return std::nullopt;
  std::string suggestion = query;
  for (auto change = changes.rbegin(); change != changes.rend(); ++change)
    suggestion.replace(change->place.begin, change->place.end - change->place.begin, change->text);
  return suggestion;
}

}  // namespace hemero
