#include "query/quotations/speech_verb.h"

#include <string>
#include <vector>

#include "query/quotations/speech_tables.h"

namespace hemero {

namespace {

/// How many words may stand between an auxiliary and its participle.
constexpr std::size_t most_between = 5;

/// A verb and the pronoun that a hyphen joins to it: "a-t-il", "dit-elle".
struct JoinedPronoun {
  std::string verb;
  std::string_view pronoun;
};

JoinedPronoun without_pronoun(const std::string& word) {
  for (const std::string_view joined : {"-ils", "-elles", "-il", "-elle", "-on"}) {
    if (!word.ends_with(joined) || word.size() == joined.size()) continue;
    std::string verb = word.substr(0, word.size() - joined.size());
    if (verb.size() > 2 && verb.ends_with("-t")) verb.resize(verb.size() - 2);
    return {verb, joined.substr(1)};
  }
  return {word, {}};
}

bool is_auxiliary(const std::string& verb) {
  return (speech_kinds(verb, verb) >> static_cast<unsigned>(SpeechKind::auxiliary) & 1U) != 0;
}

bool follows(SpeechWords words, std::size_t at, const std::vector<std::string_view>& rest) {
  if (rest.size() > words.size() - std::min(at, words.size())) return false;
  for (std::size_t i = 0; i < rest.size(); ++i)
    if (!words[at + i].is(rest[i])) return false;
  return true;
}

/// One of the verbs of a form that ends before word `at`, less what follows it in a locution.
std::optional<SpeechVerb> fitting(const std::vector<SpeechVerbForm>& forms, SpeechWords words, std::size_t at,
                                  SpeechVerb verb) {
  for (const SpeechVerbForm& form : forms) {
    if ((form.is_reflexive && !verb.is_reflexive) || !follows(words, at, form.rest)) continue;
    verb.end = at + form.rest.size();
    verb.is_weak = form.is_weak;
    return verb;
  }
  return std::nullopt;
}

bool may_stand_between(const SpeechWord& word) {
  return word.is_adverb() || word.is(SpeechKind::pronoun) || word.is(SpeechKind::day) ||
         word.is_one_of({"t", "-", "tenu", "tenue", "ce", "matin", "soir"});
}

/// "a", then its participle. After "être" only a reflexive verb speaks: what "est dit" is not who says it.
std::optional<SpeechVerb> compound_tense(SpeechWords words, std::size_t at, std::string_view auxiliary,
                                         SpeechVerb verb) {
  const bool passive = !verb.is_reflexive &&
                       (auxiliary.starts_with("est") || auxiliary.starts_with("sont") || auxiliary.starts_with("ét"));
  for (std::size_t passed = 0; at < words.size() && passed < most_between; ++at, ++passed) {
    if (!passive)
      if (const auto found = fitting(speech_participles(words[at].lower), words, at + 1, verb)) return found;
    if (!may_stand_between(words[at])) return std::nullopt;
  }
  return std::nullopt;
}

}  // namespace

std::optional<SpeechVerb> speech_verb_at(SpeechWords words, std::size_t at) {
  const std::size_t begin = at;
  SpeechVerb verb;
  const auto stands = [&](std::initializer_list<std::string_view> list) {
    return at < words.size() && words[at].is_one_of(list);
  };
  while (stands({"ne", "n'", "y", "en", "lui", "leur", "l'", "le", "la"}) && at - begin < 2) ++at;
  verb.is_reflexive = stands({"s'", "se"});
  if (verb.is_reflexive) ++at;
  if (stands({"l'", "lui", "leur", "le"})) ++at;
  if (at >= words.size()) return std::nullopt;
  const JoinedPronoun joined = without_pronoun(words[at].lower);
  verb.pronoun = joined.pronoun;
  if (is_auxiliary(joined.verb)) return compound_tense(words, at + 1, joined.verb, verb);
  const auto& forms = finite_speech_verbs(joined.verb);
  if (forms.empty()) return std::nullopt;
  if (verb.pronoun.empty() && at + 1 < words.size() && words[at + 1].lower.starts_with("t-"))  // ironise t-elle
    if (const auto apart = without_pronoun("-" + words[at + 1].lower); !apart.pronoun.empty()) {
      verb.pronoun = apart.pronoun;
      ++at;
    }
  return fitting(forms, words, at + 1, verb);
}

}  // namespace hemero
