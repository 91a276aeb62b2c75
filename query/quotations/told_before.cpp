#include "query/quotations/told_before.h"

#include <algorithm>
#include <optional>

#include "query/quotations/speech_verb.h"
#include "query/quotations/subject.h"

namespace hemero {

namespace {

constexpr std::size_t longest_way = 22;     // words back from a quotation to its verb
constexpr std::size_t gap_with_colon = 14;  // words between a verb and its quotation
constexpr std::size_t gap = 8;
constexpr std::size_t longest_verb = 7;     // words from an auxiliary to its participle
constexpr std::size_t longest_source = 18;  // words of "selon X,"

struct PlacedVerb {
  std::size_t begin = 0;
  SpeechVerb verb;
};

/// The words of the last sentence.
SpeechWords last_sentence(SpeechWords words) {
  std::size_t begin = 0;
  for (std::size_t end = sentence_end(words, 0); end < words.size(); end = sentence_end(words, begin)) begin = end + 1;
  return words.subspan(begin);
}

/// A verb that word `at` is the last of, or a part: with its auxiliary where it has one.
std::optional<PlacedVerb> whole_verb(SpeechWords words, std::size_t at) {
  const auto verb = speech_verb_at(words, at);
  if (!verb) return std::nullopt;
  for (std::size_t back = std::min(longest_verb, at); back > 0; --back)
    if (const auto longer = speech_verb_at(words, at - back); longer && longer->end >= verb->end)
      return PlacedVerb{at - back, *longer};
  return PlacedVerb{at, *verb};
}

/// True where the verb may lead to a quotation that follows the words.
bool introduces(SpeechWords words, const PlacedVerb& placed, bool colon) {
  const SpeechWords between = words.subspan(placed.verb.end);
  if (between.size() > (colon ? gap_with_colon : gap) || (!colon && placed.verb.is_weak)) return false;
  if (std::ranges::any_of(between, [](const SpeechWord& word) {
        return word.is_one_of({".", ";", "!", "?", "qui", "dont", "où"});
      }))
    return false;
  if (placed.begin == 0) return true;
  const SpeechWord& before = words[placed.begin - 1];
  const bool is_noun = before.is(SpeechKind::determiner) && placed.verb.pronoun.empty();  // la demande
  return !is_noun && !before.is_one_of({"de", "à", "pour", "en", "d'", "par", "sans", "du"});
}

std::optional<PlacedVerb> introducing_verb(SpeechWords words, bool colon) {
  const std::size_t lowest = words.size() - std::min(words.size(), longest_way);
  for (std::size_t i = words.size(); i > lowest; --i)
    if (const auto placed = whole_verb(words, i - 1); placed && introduces(words, *placed, colon)) return placed;
  return std::nullopt;
}

/// "Selon X", "D'après X", "Pour X", with which the sentence or a part of it begins.
Speaker source_before(SpeechWords words) {
  const std::size_t lowest = words.size() - std::min(words.size(), longest_source);
  for (std::size_t i = words.size(); i > lowest; --i) {
    const std::size_t at = i - 1;
    if (words[at].is_one_of({".", ";"})) return {};
    const bool after = words[at].is("après") && at > 0 && words[at - 1].is("d'");
    const bool pour = words[at].is("pour");
    if (!after && !pour && !words[at].is("selon")) continue;
    const std::size_t begin = after ? at - 1 : at;
    if (begin > 0 && !words[begin - 1].is_one_of({",", ".", ";", "-", "–", "et", "mais", "car"})) return {};
    const Speaker speaker = subject_behind(words, at + 1);
    if (pour) return speaker.kind == SpeakerKind::name ? speaker : Speaker();
    return speaker.is_any() ? speaker : some_role();
  }
  return {};
}

/// "…, note le rapport, « … »": the subject follows its verb, and is no name.
bool is_inverted(SpeechWords words, const PlacedVerb& placed) {
  return placed.begin > 0 && words[placed.begin - 1].is(",") && placed.verb.end < words.size() &&
         words[placed.verb.end].is(SpeechKind::determiner);
}

}  // namespace

Attribution told_before(SpeechWords before) {
  SpeechWords words = last_sentence(before);
  if (words.empty()) return {};
  const bool colon = words.back().is(":");
  const bool apart = colon || words.back().is(",");
  if (apart) words = words.first(words.size() - 1);
  if (const auto placed = introducing_verb(words, colon)) {
    if (!placed->verb.pronoun.empty()) return {speaking_pronoun(placed->verb.pronoun), SpeakerPlace::before};
    if (apart && !colon && is_inverted(words, *placed)) return {some_role(), SpeakerPlace::before};
    const Speaker subject = subject_before(words, placed->begin);
    return {subject.is_any() ? subject : some_role(), SpeakerPlace::before};
  }
  if (!apart) return {};
  const Speaker source = source_before(words);
  return source.is_any() ? Attribution{source, SpeakerPlace::before} : Attribution();
}

}  // namespace hemero
