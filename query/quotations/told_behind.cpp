#include "query/quotations/told_behind.h"

#include <algorithm>

#include "query/quotations/speech_verb.h"
#include "query/quotations/subject.h"

namespace hemero {

namespace {

constexpr std::size_t most_between = 7;     // words between a quotation and its verb
constexpr std::size_t longest_incise = 18;  // words from its verb on
constexpr std::size_t least_quoted = 6;     // words of a quotation with an incise

/// "selon X", "d'après X": the word that X begins with; `at` elsewhere.
std::size_t behind_according_to(SpeechWords words, std::size_t at) {
  if (words[at].is("selon")) return at + 1;
  return words[at].is("d'") && at + 1 < words.size() && words[at + 1].is("après") ? at + 2 : at;
}

Speaker or_role(const Speaker& speaker) { return speaker.is_any() ? speaker : some_role(); }

/// True for words that say when, where or how something was said, and begin no clause.
bool are_circumstances(SpeechWords words) {
  return std::ranges::all_of(words, [](const SpeechWord& word) {
    if (word.is(SpeechKind::pronoun) || word.is_one_of({"qui", "que", "dont", "et", "mais", "où"})) return false;
    if (word.begins_name()) return false;
    if (word.is(SpeechKind::determiner) && !word.is_one_of({"la", "le", "l'", "ce"})) return false;
    return word.is_adverb() || word.is(SpeechKind::preposition) || word.is(SpeechKind::day) ||
           word.is_one_of({",", "dans", "la", "le", "foulée", "même", "temps", "-"});
  });
}

Attribution by_verb(SpeechWords words, const SpeechVerb& verb) {
  if (!verb.pronoun.empty()) return {speaking_pronoun(verb.pronoun), SpeakerPlace::behind};
  const Speaker subject = subject_behind(words, verb.end);
  if (!subject.is_any() && verb.is_weak) return {};
  return {or_role(subject), SpeakerPlace::behind};
}

/// The sentence goes on with its verb.
Attribution told_at_once(SpeechWords words) {
  const std::size_t first = words[0].is_one_of({",", "-", "–"}) ? 1 : 0;
  for (std::size_t i = first; i < std::min(words.size(), first + most_between); ++i) {
    const std::size_t speaker = behind_according_to(words, i);
    if (speaker > i && (i == first || words[i - 1].is(",")))
      return {or_role(subject_behind(words, speaker)), SpeakerPlace::behind};
    const auto verb = speech_verb_at(words, i);
    if (!verb) continue;
    return are_circumstances(words.subspan(first, i - first)) ? by_verb(words, *verb) : Attribution();
  }
  return {};
}

/// The sentence ends with its verb: « … » de Paris, résume X.
Attribution told_at_the_end(SpeechWords words) {
  for (std::size_t i = 1; i + 1 < words.size(); ++i) {
    if (!words[i].is(",")) continue;
    const auto verb = speech_verb_at(words, i + 1);
    if (!verb) continue;
    if (verb->pronoun == "on") return {};
    if (!verb->pronoun.empty()) return {speaking_pronoun(verb->pronoun), SpeakerPlace::tail};
    const Speaker subject = subject_behind(words, verb->end);
    if (subject.kind == SpeakerKind::name ||
        (subject.kind == SpeakerKind::role && verb->end < words.size() && words[verb->end].is(SpeechKind::determiner)))
      return {subject, SpeakerPlace::tail};
  }
  return {};
}

}  // namespace

Attribution told_behind(SpeechWords behind, bool is_whole) {
  if (behind.empty()) return {};
  const SpeechWords sentence = behind.first(sentence_end(behind, 0));
  if (sentence.empty()) return {};
  if (!sentence[0].is_one_of({";", ":", ")"}))
    if (const Attribution told = told_at_once(sentence); told.speaker.is_any()) return told;
  return is_whole && sentence[0].is_capital ? Attribution() : told_at_the_end(sentence);
}

Attribution told_within(SpeechWords quoted, const Attribution& known) {
  Attribution told = known;
  if (known.speaker.kind == SpeakerKind::name) return told;
  const auto words = std::ranges::count_if(quoted, [](const SpeechWord& word) { return word.is_letters(); });
  if (static_cast<std::size_t>(words) < least_quoted) return told;
  for (std::size_t i = 1; i + 1 < quoted.size(); ++i) {
    if (!quoted[i].is_one_of({",", "?", "!", "-", "–", "…"})) continue;
    const auto verb = speech_verb_at(quoted, i + 1);
    if (!verb) continue;
    if (!verb->pronoun.empty()) {
      if (!told.speaker.is_any() || told.speaker.kind == SpeakerKind::role)
        told = {speaking_pronoun(verb->pronoun), SpeakerPlace::within};
      return told;
    }
    const bool by_noun = verb->end < quoted.size() && quoted[verb->end].is(SpeechKind::determiner);
    const SpeechWords rest = quoted.first(std::min(quoted.size(), verb->end + longest_incise));
    const SpeechWords incise = rest.first(sentence_end(rest, verb->end));
    const Speaker subject = subject_behind(incise, verb->end);
    if (subject.kind == SpeakerKind::name && !(verb->is_weak && by_noun)) return {subject, SpeakerPlace::within};
  }
  return told;
}

}  // namespace hemero
