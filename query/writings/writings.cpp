#include "query/writings/writings.h"

#include <algorithm>

#include "common/text/characters/unicode.h"
#include "common/text/fold.h"
#include "common/text/lexicon.h"
#include "common/text/tokenizer.h"
#include "query/writings/number_writings.h"
#include "query/writings/word_borders.h"
#include "query/writings/written_ways.h"

namespace hemero {

namespace {

bool is_letters(std::string_view folded) {
  return !folded.empty() && std::all_of(folded.begin(), folded.end(), [](char c) { return c >= 'a' && c <= 'z'; });
}

/// Collects the other writings of some words.
class Collector {
 public:
  Collector(const std::vector<TypedWord>& typed, FormFinder& forms, bool phrase)
      : typed_(typed), forms_(forms), phrase_(phrase) {}

  std::vector<Writing> collect() {
    for (std::size_t at = 0; at < typed_.size(); ++at) {
      for (Writing& writing : listed_writings(typed_, at)) add(std::move(writing));
      add_figures(at);
      add_capitals(at);
      add_euphonic(at);
      add_spellings(at);
      add_closed(at);
      add_apart(at);
    }
    return std::move(writings_);
  }

 private:
  bool is_printed(const WrittenWord& word) {
    return std::any_of(word.texts.begin(), word.texts.end(), [&](const std::string& text) {
      WordForms forms = word.exact ? forms_.exact(text) : forms_.same_word(text);
      keep_writings(word, forms.surfaces);
      return !forms.surfaces.empty();
    });
  }

  /// Keeps a writing whose words the archive prints.
  void add(Writing writing) {
    const auto& words = writing.words;
    if (std::all_of(words.begin(), words.end(), [this](const WrittenWord& word) { return is_printed(word); }))
      writings_.push_back(std::move(writing));
  }

  /// One word in the spelling before or after 1990; it is inflected, so any form of it will do.
  void add_respelled(std::size_t first, std::size_t last, std::string_view folded) {
    for (const std::string& other : spellings_of_1990(folded))
      if (!forms_.family(other).surfaces.empty()) writings_.push_back({first, last, {{{other}}}});
  }

  void add(std::size_t first, std::size_t last, const std::vector<std::string>& words, bool exact = false) {
    Writing writing{first, last, {}};
    for (const std::string& word : words) writing.words.push_back({{word}, exact || is_elided(word)});
    add(std::move(writing));
  }

  /// Numbers: by themselves, and behind a name or a noun ("Henri IV", "acte 23").
  void add_figures(std::size_t at) {
    const TypedWord& word = typed_[at];
    if (auto other = phrase_ ? std::nullopt : other_first(word)) add({at, at + 1, {std::move(*other)}});
    if (auto other = other_figures(word)) add({at, at + 1, {std::move(*other)}});
    if (at == 0) return;
    const TypedWord& before = typed_[at - 1];
    const bool named = is_letters(before.folded) && before.folded.size() > 1 && !is_stop_word(to_lower(before.surface));
    if (!named) return;
    if (auto other = other_numeral(word)) add({at - 1, at + 1, {{{before.surface}}, std::move(*other)}});
  }

  /// "y a t il" of « y a-t-il »: the t is a sound, no word.
  void add_euphonic(std::size_t at) {
    constexpr std::string_view subjects[] = {"il", "elle", "on", "ils", "elles"};
    if (at == 0 || at + 1 >= typed_.size() || typed_[at].folded != "t") return;
    const std::string& next = typed_[at + 1].folded;
    if (std::find(std::begin(subjects), std::end(subjects), next) != std::end(subjects)) add(at, at + 2, {next});
  }

  /// Capitals hide the accents by which a word is told from a word of grammar: "ETE" and "Eté" may be « été ».
  void add_capitals(std::size_t at) {
    const TypedWord& word = typed_[at];
    const std::string lower = to_lower(word.surface);
    if (lower == word.folded || !folds_to_stop_word(word.folded)) return;
    std::string capitals = word.folded;
    for (char& c : capitals) c = static_cast<char>(c >= 'a' && c <= 'z' ? c - 'a' + 'A' : c);
    const std::string first = capitals.substr(0, 1) + lower.substr(code_point_at(lower, 0).size);
    add({at, at + 1, {{{capitals, first}, true}}});
  }

  /// The other spelling of 1990, and the English possessive of a name (McDonald's).
  void add_spellings(std::size_t at) {
    const std::string& folded = typed_[at].folded;
    add_respelled(at, at + 1, folded);
    if (is_letters(folded) && folded.size() > 2) add(at, at + 1, {folded + "'s"}, true);
  }

  /// Several words closed up: "BFM TV", "balance ton porc", "P. T. T.".
  void add_closed(std::size_t first) {
    constexpr std::size_t longest = 5;  // words: hashtags have more of them seldom
    std::string closed = typed_[first].folded;
    std::vector<std::size_t> borders;
    for (std::size_t last = first + 1; last < std::min(typed_.size(), first + longest); ++last) {
      if (is_elided(typed_[last - 1].surface) || is_elided(typed_[last].surface)) return;
      borders.push_back(closed.size());
      closed += typed_[last].folded;
      const bool compound = typed_[first].compound != 0 && typed_[first].compound == typed_[last].compound;
      if (compound)
        add_respelled(first, last + 1, closed);
      else if (may_close(first, last, closed, borders))
        add({first, last + 1, {{{closed}, false, parts_of(first, last)}}});
    }
  }

  std::vector<std::string> parts_of(std::size_t first, std::size_t last) const {
    std::vector<std::string> parts;
    for (std::size_t i = first; i <= last; ++i) parts.push_back(typed_[i].folded);
    return parts;
  }

  /// True when words that are closed up are the same: none of them is a word of grammar ("sur tout" is not
  /// « surtout »), or the closed word shows where they meet (MeToo).
  bool may_close(std::size_t first, std::size_t last, const std::string& closed,
                 const std::vector<std::size_t>& borders) {
    constexpr std::size_t shortest = 4;
    constexpr std::size_t telling = 10;  // letters, of more than two words
    const bool pair = last == first + 1;
    const bool one_number = pair && is_number(typed_[first].surface) != is_number(typed_[last].surface);
    std::size_t letters = 0;
    std::size_t numbers = 0;
    std::size_t grammar = 0;
    for (std::size_t i = first; i <= last; ++i) {
      const TypedWord& word = typed_[i];
      letters += word.folded.size() == 1 && is_letters(word.folded);
      numbers += is_number(word.surface);
      grammar += word.folded.size() > 1 && is_stop_word(to_lower(word.surface));
    }
    if (letters == last - first + 1 || (one_number && grammar == 0)) return true;
    if (numbers > 0) return false;
    const bool own = grammar == 0 && closed.size() >= shortest && (letters == 0 || pair);
    return own || (!pair && closed.size() >= telling) || shows_borders(forms_.same_word(closed), borders);
  }

  /// One word apart: at the borders that it or the archive shows, between an elided word and a name, between acronyms,
  /// an acronym by its letters, a number and its unit.
  void add_apart(std::size_t at) {
    const TypedWord& word = typed_[at];
    if (word.compound != 0 || is_elided(word.surface) || is_stop_word(to_lower(word.surface))) return;
    for (const auto& parts : apart(word.surface, word.folded, forms_)) add(at, at + 1, parts);
    for (const auto& letters : spaced_letters(word.surface, word.folded, forms_)) add(at, at + 1, letters, true);
  }

  const std::vector<TypedWord>& typed_;
  FormFinder& forms_;
  bool phrase_;  ///< words as typed: a figure is no word
  std::vector<Writing> writings_;
};

}  // namespace

std::vector<TypedWord> typed_words(std::string_view text) {
  Tokenizer tokenizer;
  TokenList list;
  tokenizer.tokenize(text, list);
  std::vector<TypedWord> words;
  std::size_t compound = 0;
  std::size_t left = 0;
  for (const Token& token : list) {
    if (token.kind == TokenKind::compound) {
      ++compound;
      left = token.parts;
      continue;
    }
    const std::string surface(list.surface(token));
    words.push_back({surface, fold(surface), left > 0 ? compound : 0});
    left -= left > 0 ? 1 : 0;
  }
  return words;
}

void keep_writings(const WrittenWord& word, std::vector<VocabularyEntry>& surfaces) {
  if (word.parts.empty()) return;
  std::erase_if(surfaces, [&](const VocabularyEntry& entry) {
    if (!is_compound_surface(entry.surface)) return false;
    const std::vector<TypedWord> parts = typed_words(entry.surface);
    return std::equal(parts.begin(), parts.end(), word.parts.begin(), word.parts.end(),
                      [](const TypedWord& part, const std::string& folded) { return part.folded == folded; });
  });
}

std::vector<Writing> other_writings(const std::vector<TypedWord>& typed, FormFinder& forms, bool phrase) {
  return Collector(typed, forms, phrase).collect();
}

std::vector<std::vector<WrittenWord>> written_paths(const std::vector<TypedWord>& typed,
                                                    const std::vector<Writing>& writings) {
  constexpr std::size_t most_paths = 16;
  struct Path {
    std::size_t at = 0;
    bool other = false;  ///< not as typed
    std::vector<WrittenWord> words;
  };
  std::vector<std::vector<WrittenWord>> paths;
  std::vector<Path> open{{}};
  while (!open.empty() && paths.size() < most_paths) {
    Path path = std::move(open.back());
    open.pop_back();
    if (path.at == typed.size()) {
      if (path.other) paths.push_back(std::move(path.words));
      continue;
    }
    for (const Writing& writing : writings) {
      if (writing.first != path.at) continue;
      Path other{writing.last, true, path.words};
      other.words.insert(other.words.end(), writing.words.begin(), writing.words.end());
      open.push_back(std::move(other));
    }
    path.words.push_back({{typed[path.at++].surface}});
    open.push_back(std::move(path));
  }
  return paths;
}

}  // namespace hemero
