#include "query/quotations/person_mentions.h"

#include "query/quotations/speaker_names.h"
#include "query/quotations/speech_tables.h"

namespace hemero {

namespace {

bool is_title(const SpeechWord& word) { return word.is(SpeechKind::title) && word.is_capital; }

/// "Karim, 34 ans"; "Karim, un voisin".
bool has_apposition(SpeechWords words, std::size_t behind) {
  if (behind + 2 >= words.size() || !words[behind].is(",")) return false;
  if (words[behind + 1].is_number) return words[behind + 2].is("ans");
  return words[behind + 1].is_one_of({"un", "une", "le", "la", "l'", "qui"});
}

bool is_person(SpeechWords words, std::size_t begin, std::size_t end) {
  if (is_title(words[begin])) return true;
  if (words[begin].is_capitals || words[begin].is(SpeechKind::place) || words[begin].is(SpeechKind::organisation) ||
      words[begin].is(SpeechKind::link))
    return false;
  return end - begin >= 2 || has_apposition(words, end);
}

bool begins_sentence(SpeechWords words, std::size_t at) {
  if (words[at].is_paragraph) return true;
  const bool behind_mark = words[at - 1].is_one_of({"»", "\"", "”"});
  return words[at - 1].ends_sentence() || (behind_mark && at > 1 && words[at - 2].ends_sentence());
}

}  // namespace

std::vector<PersonMention> person_mentions(SpeechWords words, const std::vector<QuotedSpan>& spans) {
  std::vector<PersonMention> mentions;
  std::size_t span = 0;
  for (std::size_t i = 0; i < words.size();) {
    while (span < spans.size() && spans[span].behind <= words[i].begin) ++span;
    const bool quoted = span < spans.size() && words[i].begin >= spans[span].open;
    if (quoted || !words[i].begins_name()) {
      ++i;
      continue;
    }
    const std::size_t end = std::max(name_end(words, i), i + 1);
    if (is_person(words, i, end)) {
      const bool sure = is_title(words[i]) || words[i].is(SpeechKind::given_name);
      mentions.push_back(
          {{words[i].begin, words[end - 1].end}, words[end - 1].printed, begins_sentence(words, i), sure});
    }
    i = end;
  }
  return mentions;
}

std::string surname_of(SpeechWords words, const Range& name) {
  const SpeechWords own = words_between(words, name.begin, name.end);
  return own.empty() ? "" : own.back().printed;
}

char gender_of(SpeechWords words, const Range& name) {
  const SpeechWords own = words_between(words, name.begin, name.end);
  if (own.empty()) return '?';
  if (own[0].is_one_of({"m", "mm"})) return 'm';
  if (own[0].is_one_of({"mme", "mlle"})) return 'f';
  return gender_of_given_name(own[0].printed);
}

}  // namespace hemero
