#include "query/quotations/quoted_speech.h"

#include <algorithm>

namespace hemero {

namespace {

// How many words what is quoted must have.
constexpr std::size_t least = 3;
constexpr std::size_t least_small = 5;         // of a part of a sentence
constexpr std::size_t least_small_clause = 4;  // of one with a verb or a pronoun
constexpr std::size_t least_of_speaker = 6;    // where a speaker stands before or further behind
constexpr std::size_t least_sentence = 6;      // of what has a verb or a pronoun, or a sentence's end
constexpr std::size_t least_whole_clause = 4;  // of what has both
constexpr std::size_t least_of_any = 12;

std::size_t letter_words(SpeechWords words) {
  return static_cast<std::size_t>(
      std::ranges::count_if(words, [](const SpeechWord& word) { return word.is_letters(); }));
}

bool is_clause(SpeechWords words) {
  return std::ranges::any_of(words, [](const SpeechWord& word) { return word.is(SpeechKind::clause); });
}

bool is_charge(SpeechWords words) {
  if (words[0].is_one_of({"pour", "de", "d'"}) && words.size() > 1) words = words.subspan(1);
  return words[0].is(SpeechKind::charge);
}

}  // namespace

bool is_speech(SpeechWords quoted, const Attribution& told) {
  const std::size_t count = letter_words(quoted);
  if (count < least) return false;
  const bool clause = is_clause(quoted);
  if (!clause && is_charge(quoted)) return false;
  const SpeechWord& first = quoted.front();
  const bool part = first.is_small || first.is_one_of({"(", ".", "…", "["});
  if (told.speaker.is_any()) {
    const bool beside =
        told.place == SpeakerPlace::behind || told.place == SpeakerPlace::within || told.place == SpeakerPlace::joined;
    return beside || part || clause || count >= least_of_speaker;
  }
  if (part) return count >= least_small || (clause && count >= least_small_clause);
  const auto capitals = std::ranges::count_if(quoted, [](const SpeechWord& word) { return word.is_capital; });
  if (static_cast<std::size_t>(capitals) * 2 > count) return false;
  const bool whole = quoted.back().ends_sentence();
  if (count >= least_of_any || (count >= least_sentence && (clause || whole))) return true;
  return count >= least_whole_clause && clause && whole;
}

}  // namespace hemero
