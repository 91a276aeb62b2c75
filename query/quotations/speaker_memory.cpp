#include "query/quotations/speaker_memory.h"

#include <algorithm>
#include <span>

#include "query/quotations/quoted_speech.h"

namespace hemero {

namespace {

constexpr std::size_t longest_silence = 2;  // paragraphs from a speaker to a pronoun that means him

bool agrees(char gender, std::string_view pronoun) {
  return (pronoun == "il" && gender != 'f') || (pronoun == "elle" && gender != 'm');
}

}  // namespace

struct SpeakerMemory::Mentions : std::span<const PersonMention> {};

SpeakerMemory::SpeakerMemory(SpeechWords words, const std::vector<QuotedSpan>& spans,
                             const std::vector<Attribution>& told)
    : words_(words), spans_(spans), told_(told), mentions_(person_mentions(words, spans)) {
  for (const SpeechWord& word : words)
    if (word.is_paragraph) paragraphs_.push_back(word.begin);
}

SpeakerMemory::Known SpeakerMemory::next() {
  const Speaker& speaker = told_[span_].speaker;
  switch (speaker.kind) {
    case SpeakerKind::name:
      before_ = named(speaker.name);
      break;
    case SpeakerKind::role:
    case SpeakerKind::medium:
      before_ = nobody();
      break;
    case SpeakerKind::pronoun:
      before_ = pronoun(speaker.pronoun);
      break;
    case SpeakerKind::none:
      before_ = continued();
      break;
  }
  ++span_;
  return before_;
}

SpeakerMemory::Known SpeakerMemory::named(const Range& name) {
  last_ = name;
  heard_ = std::max(spans_[span_].end, name.end);
  return {name, SpeakerSource::named};
}

SpeakerMemory::Known SpeakerMemory::nobody() {
  last_.reset();
  heard_ = spans_[span_].end;
  return {};
}

/// The number of the paragraph that a byte stands in, from 1 on.
std::size_t SpeakerMemory::paragraph_of(std::size_t at) const {
  return static_cast<std::size_t>(std::ranges::upper_bound(paragraphs_, at) - paragraphs_.begin());
}

SpeakerMemory::Mentions SpeakerMemory::mentions_in(std::size_t from, std::size_t to) const {
  const auto begin_of = [](const PersonMention& mention) { return mention.range.begin; };
  const auto first = std::ranges::lower_bound(mentions_, from, {}, begin_of);
  return {{first, std::ranges::lower_bound(first, mentions_.end(), std::max(from, to), {}, begin_of)}};
}

/// Whoever was heard last, where nobody else is named since; else the one other person, who must begin a sentence, be
/// the last that is named, and not be what the quotation goes on about: Paul Aubry « est fatigué », a-t-il dit.
std::optional<Range> SpeakerMemory::meant_by_pronoun(std::size_t from, std::size_t to) {
  const Mentions mentions = mentions_in(from, to);
  const std::string known = last_ ? surname_of(words_, *last_) : "";
  const auto is_other = [&](const PersonMention& mention) { return !last_ || mention.surname != known; };
  const PersonMention* other = nullptr;
  for (const PersonMention& mention : mentions) {
    if (!is_other(mention)) continue;
    if (other && other->surname != mention.surname) return std::nullopt;
    other = &mention;
  }
  if (!other) return last_;
  const bool subject = other->begins_sentence && other->is_surely_person && is_other(mentions.back()) &&
                       !words_between(words_, other->range.end, to).empty();
  return subject ? std::optional(other->range) : std::nullopt;
}

SpeakerMemory::Known SpeakerMemory::pronoun(std::string_view pronoun) {
  const QuotedSpan& span = spans_[span_];
  const std::size_t here = paragraph_of(span.open);
  const std::size_t before = here >= 2 ? paragraphs_[here - 2] : 0;  // where the paragraph before begins
  const std::size_t silence = here - std::min(here, std::max<std::size_t>(paragraph_of(heard_), 1));
  const std::optional<Range> meant = meant_by_pronoun(std::max(heard_, before), span.open);
  heard_ = span.behind;
  if (!meant) {
    last_.reset();
    return {};
  }
  if (!agrees(gender_of(words_, *meant), pronoun) || silence > longest_silence) return {};
  last_ = meant;
  return {*meant, SpeakerSource::carried};
}

/// « … », a dit X. « … »
SpeakerMemory::Known SpeakerMemory::continued() const {
  if (span_ == 0 || before_.source == SpeakerSource::none) return {};
  const QuotedSpan& span = spans_[span_];
  const SpeechWords gap = words_between(words_, spans_[span_ - 1].behind, span.begin);
  if (first_paragraph(gap).size() < gap.size() || gap.size() < 2) return {};
  const SpeechWords between = gap.first(gap.size() - 1);  // less the opening mark
  const SpeechWords quoted = quoted_words(words_, span);
  if (!between.back().ends_sentence() || sentence_end(between, 0) + 1 < between.size()) return {};
  if (quoted.empty() || !quoted.front().is_capital || !is_speech(quoted, told_[span_])) return {};
  const SpeechWords behind = first_paragraph(words_behind(words_, spans_, span_));
  const bool whole = quoted.back().ends_sentence() || behind.empty() || behind.front().ends_sentence();
  const std::string known = surname_of(words_, before_.name);
  const bool alone = std::ranges::all_of(
      mentions_in(spans_[span_ - 1].behind, span.open),
      [&](const PersonMention& mention) { return !mention.is_surely_person || mention.surname == known; });
  return whole && alone ? Known{before_.name, SpeakerSource::continued} : Known();
}

}  // namespace hemero
