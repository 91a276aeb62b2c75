#include "query/quotations/noun_phrase.h"

#include <algorithm>

#include "query/quotations/speaker_names.h"

namespace hemero {

namespace {

constexpr std::size_t longest_phrase = 22;   // words
constexpr std::size_t longest_bracket = 25;  // words

bool is_plain(const SpeechWord& word) { return word.is_small || word.is_number; }

bool names_person(const SpeechWord& word) {
  return word.is(SpeechKind::given_name) || (word.is(SpeechKind::title) && word.is_capital);
}

/// Where a noun phrase is over: a clause begins, or something else does.
bool ends_phrase(SpeechWords words, std::size_t at) {
  const SpeechWord& word = words[at];
  if (word.is(".") && at > 0 && words[at - 1].is(SpeechKind::title)) return false;
  if (word.is_one_of({".",     ";",    "!",      "?",    ":",      "\"",       "«",     "»",     "“",
                      "”",     "qui",  "dont",   "que",  "qu'",    "où",       "après", "alors", "lors",
                      "avant", "pour", "tandis", "mais", "citant", "ajoutant", "et"}))
    return true;
  return word.is(SpeechKind::preposition) && !word.is_one_of({"à", "au", "aux", "en", "chez", "sur", "dans", "sous"});
}

/// True for a name in apposition: "le ministre Xavier Bel", not "le président du groupe Horizon".
bool is_apposition(SpeechWords words, std::size_t noun, std::size_t at, std::size_t end) {
  const SpeechWord& before = words[at - 1];
  if (names_person(words[at]))
    return !before.is_one_of({"de", "d'", "du", "à", "avec", "par", "chez", "des", "sur", "pour", "et", "feu"});
  if (at - 1 > noun && before.is(SpeechKind::group)) return false;
  const bool tied = before.is_one_of(
      {"de", "d'", "du", "des", "la", "le", "l'", "les", "à", "au", "aux", "en", "chez", "sur", "dans", "et", "-"});
  return !tied && (before.is_small || before.is_capitals) && end - at >= 2;
}

}  // namespace

Speaker name_from(SpeechWords words, std::size_t at) {
  const std::size_t end = name_end(words, at);
  if (end == at) return {};
  return {SpeakerKind::name, {words[at].begin, words[end - 1].end}, {}};
}

Speaker noun_phrase(SpeechWords words, std::size_t at) {
  const std::size_t noun = at + 1;
  if (noun < words.size() && words[noun].begins_name() && words[at].is_one_of({"le", "la", "l'", "les"}) &&
      !words[noun].is(SpeechKind::office)) {
    const std::size_t behind = name_end(words, noun);
    if (behind < words.size() && words[behind].is(SpeechKind::given_name) && words[behind].blanks == 1)
      return name_from(words, behind);             // l'Américain Xavier Bel
    const Speaker named = name_from(words, noun);  // la CGT, l'Elysée
    return named.is_any() ? named : some_role();
  }
  for (std::size_t i = noun; i < std::min(words.size(), noun + longest_phrase);) {
    if (ends_phrase(words, i)) break;
    if (words[i].is("(")) {
      i = behind_bracket(words, i);
    } else if (words[i].is(",")) {
      const bool named = i + 1 < words.size() && names_person(words[i + 1]);
      return named ? name_from(words, i + 1) : some_role();
    } else if (words[i].begins_name()) {
      const std::size_t end = name_end(words, i);
      if (is_apposition(words, noun, i, end)) return name_from(words, i);
      i = std::max(end, i + 1);
    } else {
      ++i;
    }
  }
  return some_role();
}

std::size_t behind_bracket(SpeechWords words, std::size_t at) {
  const std::size_t end = std::min(words.size(), at + longest_bracket);
  while (at < end && !words[at].is(")")) ++at;
  return std::min(at + 1, words.size());
}

std::size_t behind_prepositional(SpeechWords words, std::size_t at) {
  const auto pass_determiners = [&] {
    while (at < words.size() && (words[at].is(SpeechKind::determiner) || words[at].is_one_of({"de", "d'", "du"}))) ++at;
  };
  const auto pass_name = [&] {
    const bool station = words[at].is(SpeechKind::medium) && words[at].is_capitals;  // RTL Léa Quéméner
    at = station ? at + 1 : std::max(name_end(words, at), at + 1);
    while (station && at < words.size() && words[at].is_one_of({"tv", "news", "matin", "fm", "info", "politique"}))
      ++at;
  };
  ++at;
  pass_determiners();
  if (at < words.size() && words[at].is_capital) {
    pass_name();
    return at;
  }
  if (at >= words.size() || !is_plain(words[at])) return at;
  ++at;
  while (at < words.size() && is_plain(words[at]) && !words[at].is(SpeechKind::determiner) &&
         !words[at].is(SpeechKind::preposition) && !words[at].is_one_of({"qui", "que", "qu'", "dont"})) {
    if (!words[at].is_one_of({"de", "d'", "du"})) {
      ++at;
      continue;
    }
    pass_determiners();
    if (at < words.size() && words[at].is_capital) pass_name();
  }
  return at;
}

}  // namespace hemero
