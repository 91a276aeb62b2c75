#include "query/quotations/attribution.h"

#include <algorithm>
#include <array>

#include "query/quotations/told_before.h"
#include "query/quotations/told_behind.h"

namespace hemero {

namespace {

constexpr std::size_t longest_gap = 12;  // words between two quotations of one verb

/// The words between the span before, or the beginning, and a span; of its paragraph.
SpeechWords words_before(SpeechWords words, const std::vector<QuotedSpan>& spans, std::size_t span) {
  const SpeechWords all = words_between(words, span > 0 ? spans[span - 1].behind : 0, spans[span].begin);
  std::size_t begin = all.size();
  while (begin > 0 && !all[begin - 1].is_paragraph) --begin;
  begin = std::max<std::size_t>(begin, 1) - 1;
  return all.subspan(begin, all.size() - begin - 1);  // less the opening mark
}

bool is_demonym(const SpeechWord& word) {
  constexpr std::array endings{"ais",   "aise", "ois",   "oise", "ien",   "ienne", "éen",
                               "éenne", "cain", "caine", "nard", "narde", "tonne"};
  std::string_view stem = word.lower;
  if (stem.ends_with("s") && !stem.ends_with("ais") && !stem.ends_with("ois")) stem.remove_suffix(1);
  return std::ranges::any_of(endings, [&](std::string_view ending) { return stem.ends_with(ending); });
}

/// A name that is nobody's, for it is a newspaper's, or a common noun with a capital.
void correct_name(SpeechWords words, Speaker& speaker) {
  const SpeechWords name = words_between(words, speaker.name.begin, speaker.name.end);
  const auto next = name.data() + name.size();
  const bool has_next = next < words.data() + words.size();
  const bool given = name[0].is(SpeechKind::given_name);
  const auto is_of_medium = [](const SpeechWord& word) { return word.is(SpeechKind::medium) && word.is_capital; };
  if (!given && std::ranges::any_of(name, is_of_medium)) {
    speaker.kind = SpeakerKind::medium;
  } else if (name.size() == 1) {
    const SpeechWord* before = name.data() > words.data() ? name.data() - 1 : nullptr;
    const bool common = name[0].is(SpeechKind::organisation) && has_next && next->is_small && next->blanks > 0;
    if (common || (before && before->is_one_of({"le", "la", "l'", "un", "une"}) && is_demonym(name[0])))
      speaker = some_role();
  }
}

/// « … » et « … »: the second of two in one sentence.
bool is_joined(SpeechWords gap) {
  while (!gap.empty() && gap.front().is(",")) gap = gap.subspan(1);
  if (!gap.empty() && gap.front().is_one_of({"et", "ou", "puis", "mais"})) gap = gap.subspan(1);
  if (!gap.empty() && gap.front().is_one_of({"que", "qu'", "de", "d'"})) gap = gap.subspan(1);
  return gap.empty();
}

bool is_told(const Speaker& speaker) {
  return speaker.kind == SpeakerKind::name || speaker.kind == SpeakerKind::pronoun;
}

Attribution told_beside(SpeechWords words, const std::vector<QuotedSpan>& spans, std::size_t span) {
  const SpeechWords quoted = quoted_words(words, spans[span]);
  const bool is_whole = !quoted.empty() && quoted.back().ends_sentence();
  Attribution told = told_within(quoted, told_behind(first_paragraph(words_behind(words, spans, span)), is_whole));
  if (!told.speaker.is_any()) told = told_before(words_before(words, spans, span));
  if (told.speaker.kind == SpeakerKind::name) correct_name(words, told.speaker);
  return told;
}

/// Takes over the speaker of the span before.
void join(SpeechWords words, const std::vector<QuotedSpan>& spans, std::size_t span, std::vector<Attribution>& told) {
  if (span == 0 || told[span].speaker.is_any() || !is_told(told[span - 1].speaker)) return;
  const SpeechWords gap = words_between(words, spans[span - 1].behind, spans[span].begin);
  if (first_paragraph(gap).size() < gap.size()) return;
  if (is_joined(gap.first(gap.size() - 1))) told[span] = {told[span - 1].speaker, SpeakerPlace::joined};
}

/// Takes over the speaker of the span behind, in one sentence.
void share(SpeechWords words, const std::vector<QuotedSpan>& spans, std::size_t span, std::vector<Attribution>& told) {
  const Attribution& next = told[span + 1];
  const bool passes_on =
      next.place == SpeakerPlace::behind || next.place == SpeakerPlace::tail || next.place == SpeakerPlace::shared;
  if (told[span].speaker.is_any() || !passes_on || next.speaker.kind == SpeakerKind::medium) return;
  const SpeechWords quoted = quoted_words(words, spans[span]);
  if (!quoted.empty() && quoted.back().ends_sentence()) return;
  const SpeechWords gap = words_between(words, spans[span].behind, spans[span + 1].begin);
  if (first_paragraph(gap).size() < gap.size()) return;
  const auto is_letters = [](const SpeechWord& word) { return word.is_letters(); };
  const auto parts = [](const SpeechWord& word) { return word.ends_sentence() || word.is(":"); };
  if (std::ranges::any_of(gap, parts)) return;
  if (static_cast<std::size_t>(std::ranges::count_if(gap, is_letters)) <= longest_gap)
    told[span] = {next.speaker, SpeakerPlace::shared};
}

}  // namespace

std::vector<Attribution> attributions(SpeechWords words, const std::vector<QuotedSpan>& spans) {
  std::vector<Attribution> told(spans.size());
  for (std::size_t span = 0; span < spans.size(); ++span) {
    told[span] = told_beside(words, spans, span);
    join(words, spans, span, told);
  }
  for (std::size_t span = spans.size(); span > 1; --span) share(words, spans, span - 2, told);
  return told;
}

SpeechWords quoted_words(SpeechWords words, const QuotedSpan& span) {
  return words_between(words, span.begin, span.end);
}

SpeechWords words_behind(SpeechWords words, const std::vector<QuotedSpan>& spans, std::size_t span) {
  const std::size_t end = span + 1 < spans.size() ? spans[span + 1].open : words.empty() ? 0 : words.back().end;
  return words_between(words, spans[span].behind, end);
}

SpeechWords first_paragraph(SpeechWords words) {
  const auto next = std::ranges::find_if(words, &SpeechWord::is_paragraph);
  return {words.begin(), next};
}

}  // namespace hemero
