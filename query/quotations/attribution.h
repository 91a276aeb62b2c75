#pragma once

#include <vector>

#include "query/quotations/quoted_spans.h"
#include "query/quotations/speaker.h"
#include "query/quotations/speech_words.h"

namespace hemero {

/// Where a sentence tells who says what it quotes.
enum class SpeakerPlace : std::uint8_t {
  none,
  behind,  ///< « … », a dit X
  tail,    ///< « … » et d'autres mots, a dit X
  within,  ///< « …, dit X, … »
  before,  ///< X a dit : « … »
  shared,  ///< « … » et « … », a dit X: of the first
  joined,  ///< X a dit « … » et « … »: of the second
};

struct Attribution {
  Speaker speaker;
  SpeakerPlace place = SpeakerPlace::none;
};

/// Who says what is quoted, as far as the sentence of each span tells, by the spans. The words are those of the text
/// that the spans are of.
std::vector<Attribution> attributions(SpeechWords words, const std::vector<QuotedSpan>& spans);

/// The words of a span.
SpeechWords quoted_words(SpeechWords words, const QuotedSpan& span);

/// The words between a span and the next one, or the last.
SpeechWords words_behind(SpeechWords words, const std::vector<QuotedSpan>& spans, std::size_t span);

/// The words of these before the next paragraph.
SpeechWords first_paragraph(SpeechWords words);

}  // namespace hemero
