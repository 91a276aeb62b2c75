#include "query/quotations/speaker_names.h"

namespace hemero {

namespace {

bool is_link(const SpeechWord& word) { return word.is(SpeechKind::link) && !word.is_capital; }

bool stands_beside(const SpeechWord& word) { return word.blanks <= 1; }

/// "LR" before "Alain Brissac".
bool is_party(SpeechWords words, std::size_t first) {
  const SpeechWord& next = words[first + 1];
  return words[first].is_capitals && !next.is_capitals && !next.is(SpeechKind::organisation) &&
         first + 2 < words.size() && words[first + 2].is_capital && stands_beside(words[first + 2]);
}

/// "Paris" before "Didier Larché", in a name that begins behind a preposition; "Télégramme" before "Léa".
bool begins_another(SpeechWords words, std::size_t first, std::size_t at) {
  const SpeechWord& last = words[at - 1];
  if (!words[at].is(SpeechKind::given_name) || last.is(SpeechKind::given_name) || is_link(last) || last.is("."))
    return false;
  if (first == 0 || !ties_name(words, first)) return false;
  const bool has_surname = at + 1 < words.size() && words[at + 1].is_capital && stands_beside(words[at + 1]);
  return has_surname || last.is(SpeechKind::medium);
}

/// Behind "de", "van der" and their like, where a name that begins so goes on; `at` elsewhere.
std::size_t behind_links(SpeechWords words, std::size_t first, std::size_t at) {
  if (!is_link(words[at])) return at;
  std::size_t next = at + 1;
  if (next < words.size() && is_link(words[next])) ++next;
  if (next >= words.size() || !words[next].is_capital) return at;
  const SpeechWord& begin = words[first];
  const bool noble = words[at].is_one_of({"van", "von", "ben", "bin"});
  const bool surname = words[at].is_one_of({"de", "d'", "du"}) && first > 0 && !ties_name(words, first) &&
                       begin.printed.size() > 3 && !begin.is_capitals && !begin.is(SpeechKind::organisation);
  return begin.is(SpeechKind::given_name) || noble || surname ? next : at;
}

/// "Le" and "De" inside a name, behind a given name or a title.
bool is_particle(SpeechWords words, std::size_t at) {
  return at > 0 && words[at].is_one_of({"le", "la", "de", "du", "les"}) &&
         (words[at - 1].is_one_of({"."}) || words[at - 1].is(SpeechKind::given_name) ||
          words[at - 1].is(SpeechKind::title));
}

/// How many words before word `first` of a name belong to it, none or one with what ties it.
std::size_t words_before(SpeechWords words, std::size_t first) {
  const SpeechWord& before = words[first - 1];
  if (before.is_capital) return before.is(SpeechKind::opener) && !is_particle(words, first - 1) ? 0 : 1;
  if (first < 2) return 0;
  const SpeechWord& second = words[first - 2];
  if (before.is(".")) return (second.is(SpeechKind::title) && second.is_capital) || second.is_initial() ? 2 : 0;
  return is_link(before) && second.is_capital ? 1 : 0;
}

bool has_link(SpeechWords words, std::size_t first, std::size_t last) {
  for (std::size_t i = first; i <= last; ++i)
    if (is_link(words[i])) return true;
  return false;
}

/// Behind the stop of an initial, and the hyphen of a double one: "J.-M. Bel".
std::size_t behind_initial(SpeechWords words, std::size_t stop) {
  const std::size_t next = stop + 1;
  const bool doubled = next + 1 < words.size() && words[next].is("-") && words[next + 1].is_initial();
  return doubled ? next + 1 : next;
}

}  // namespace

bool ties_name(SpeechWords words, std::size_t name) {
  return name > 0 && words[name - 1].is_one_of({"de", "du", "d'", "des", "à", "au", "aux", "l'", "la", "le", "les",
                                                "sur", "en", "chez", "pour"});
}

std::size_t name_end(SpeechWords words, std::size_t at) {
  std::size_t i = at;
  if (words[i].is(SpeechKind::title) && words[i].is_capital) {
    ++i;
    if (i < words.size() && words[i].is(".")) ++i;
    if (i >= words.size() || !words[i].is_capital) return at;
  }
  const std::size_t first = i;
  while (i < words.size()) {
    if (i > first && !stands_beside(words[i])) break;
    if (words[i].is_capital) {
      if (i == first + 1 && is_party(words, first)) break;
      if (i > first && begins_another(words, first, i)) break;
      ++i;
      if (i < words.size() && words[i].is(".") && words[i - 1].is_initial()) i = behind_initial(words, i);
      continue;
    }
    const std::size_t linked = behind_links(words, first, i);
    if (linked == i) break;
    i = linked;
  }
  return i;
}

std::size_t name_begin(SpeechWords words, std::size_t last) {
  std::size_t run = last;
  while (run > 0 && stands_beside(words[run])) {
    const std::size_t more = words_before(words, run);
    if (more == 0) break;
    run -= more;
  }
  std::size_t first = run;
  for (std::size_t i = run + 1; i <= last; ++i) {
    const bool titled = words[i].is(SpeechKind::title) && words[i].is_capital;
    const bool behind_party = i == run + 1 && i < last && is_party(words, run);
    if (titled || behind_party || (i < last && begins_another(words, run, i))) first = i;
  }
  return has_link(words, first, last) && !words[first].is(SpeechKind::given_name) ? last + 1 : first;
}

}  // namespace hemero
