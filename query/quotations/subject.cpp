#include "query/quotations/subject.h"

#include "query/quotations/noun_phrase.h"
#include "query/quotations/speaker_names.h"

namespace hemero {

namespace {

constexpr std::size_t longest_way = 40;         // words between a verb and its subject
constexpr std::size_t longest_apposition = 25;  // words between two commas
constexpr std::size_t most_adverbs = 6;         // between a subject and its verb
constexpr std::size_t words_of_any_kind = 3;    // behind a verb that may be passed over

bool is_time(const SpeechWord& word) {
  return word.is(SpeechKind::day) || word.is(SpeechKind::month) || word.is(SpeechKind::time) || word.is_number;
}

bool ends_clause(const SpeechWord& word) { return word.is_one_of({".", ";", "!", "?", ":", "\"", "«", "»", "“", "”"}); }

/// "il y a peu", which is when, not who.
bool is_there_is(SpeechWords words, std::size_t at) {
  return at + 2 < words.size() && words[at].is("il") && words[at + 1].is("y") && words[at + 2].is("a");
}

/// What stands between a verb and its subject, from word `at` on, a phrase at a time; `at` where something else does.
std::size_t behind_circumstance(SpeechWords words, std::size_t at) {
  const SpeechWord& word = words[at];
  if (word.is("(")) return behind_bracket(words, at);
  if (word.is_one_of({",", "-", "–"})) return at + 1;
  if (word.is(SpeechKind::preposition) || word.is_one_of({"d'", "de", "du", "qu'"}))
    return behind_prepositional(words, at);
  if (is_time(word) || (word.is_adverb() && !word.is(SpeechKind::determiner))) return at + 1;
  return at;
}

bool begins_noun_phrase(const SpeechWord& word) {
  return word.is(SpeechKind::determiner) || word.is_one_of({"celui", "celle", "ceux"});
}

/// Words that come between a subject and its verb, and are both's.
bool is_passed_over(const SpeechWord& word) {
  if (word.is_one_of({"ne", "n'", "s'", "se", "y", "l'", "lui", "leur", "en"})) return true;
  if (word.is_one_of({"gouvernement", "parlement", "département", "mouvement", "groupement", "document", "le", "la",
                      "elle", "son", "sa", "à", "de", "pour", "par"}))
    return false;
  return word.is_adverb();
}

/// True for a name that another noun governs: "l'avocat de Paul Aubry", "avec Paul Aubry".
bool is_governed(SpeechWords words, std::size_t name, std::size_t last) {
  if (name == 0) return false;
  const SpeechWord& before = words[name - 1];
  if (before.is_one_of({"de", "d'", "du", "des", "à", "avec", "par", "chez", "contre", "pour", "sur", "et", "aux", "au",
                        "en", "face", "dans", "entre"}))
    return true;
  if (before.is_one_of({"la", "le", "l'", "les"}))
    return name > 1 && words[name - 2].is_one_of(
                           {"de", "à", "sur", "par", "avec", "dans", "pour", "et", "contre", "chez", "selon"});
  const bool joined = before.is_one_of({"que", "qu'", "mais", "puis", "selon", "quand", "lorsque", "où", "comme", "si",
                                        "car", "dont", "lorsqu'", "alors"});
  const bool person = words[name].is(SpeechKind::given_name) || words[name].is(SpeechKind::title);
  return before.is_letters() && !joined && !person && name == last;
}

/// The name or the pronoun that ends with word `last`, where it is a subject; else a role.
Speaker subject_until(SpeechWords words, std::size_t last) {
  if (words[last].is(")")) {
    while (last > 0 && !words[last].is("(")) --last;
    if (last == 0) return {};
    --last;
  }
  if (words[last].is(SpeechKind::pronoun)) return speaking_pronoun(words[last].lower);
  if (!words[last].begins_name()) return some_role();
  const std::size_t first = name_begin(words, last);
  if (first > last || is_governed(words, first, last)) return some_role();
  return {SpeakerKind::name, {words[first].begin, words[last].end}, {}};
}

/// The subject before an apposition that ends with the comma at word `comma`: "X, …, a dit".
Speaker subject_of_apposition(SpeechWords words, std::size_t comma) {
  std::size_t passed = 0;
  for (std::size_t i = comma; i > 0 && passed < longest_apposition; --i, ++passed) {
    if (ends_clause(words[i - 1])) break;
    if (!words[i - 1].is(",") || i < 2) continue;
    const Speaker subject = subject_until(words, i - 2);
    if (subject.kind == SpeakerKind::name || subject.kind == SpeakerKind::pronoun) return subject;
  }
  const Speaker beside = comma > 0 ? subject_until(words, comma - 1) : Speaker();
  return beside.kind == SpeakerKind::name ? beside : some_role();
}

}  // namespace

Speaker speaking_pronoun(std::string_view pronoun) {
  for (const std::string_view known : {"il", "elle", "ils", "elles"})
    if (pronoun == known) return {SpeakerKind::pronoun, {}, known};
  return some_role();
}

Speaker subject_behind(SpeechWords words, std::size_t at) {
  const std::size_t start = at;
  while (at < words.size() && at - start < longest_way) {
    const SpeechWord& word = words[at];
    if (ends_clause(word)) return {};
    if (at == start && word.is(SpeechKind::pronoun) && !is_there_is(words, at)) return speaking_pronoun(word.lower);
    if (word.begins_name()) return name_from(words, at);
    if (word.is_capital && begins_noun_phrase(word) && at + 1 < words.size() && words[at + 1].begins_name())
      return name_from(words, at + 1);  // Le Monde
    const std::size_t behind = behind_circumstance(words, at);
    if (behind > at)
      at = behind;
    else if (begins_noun_phrase(word))
      return noun_phrase(words, at);
    else if (at - start < words_of_any_kind)
      ++at;
    else
      return {};
  }
  return {};
}

Speaker subject_before(SpeechWords words, std::size_t verb) {
  std::size_t passed = 0;
  while (verb > 0 && passed < most_adverbs && is_passed_over(words[verb - 1])) {
    --verb;
    ++passed;
  }
  if (verb == 0) return {};
  const std::size_t last = verb - 1;
  if (words[last].is(SpeechKind::pronoun)) return speaking_pronoun(words[last].lower);
  if (words[last].is(",")) return subject_of_apposition(words, last);
  if (!words[last].is("qui")) return subject_until(words, last);
  const bool apart = last > 0 && words[last - 1].is(",");
  const std::size_t before = last - (apart ? 1 : 0);
  return before > 0 ? subject_until(words, before - 1) : Speaker();
}

}  // namespace hemero
