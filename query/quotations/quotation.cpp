#include "query/quotations/quotation.h"

#include "query/quotations/attribution.h"
#include "query/quotations/quoted_speech.h"
#include "query/quotations/speaker_memory.h"

namespace hemero {

namespace {

/// A name in one line, with one blank where the text has some.
std::string printed_name(std::string_view text, SpeechWords words, const Range& name) {
  std::string printed;
  for (const SpeechWord& word : words_between(words, name.begin, name.end)) {
    if (!printed.empty() && word.blanks > 0) printed += ' ';
    printed += text.substr(word.begin, word.end - word.begin);
  }
  return printed;
}

}  // namespace

std::vector<Quotation> find_quotations(std::string_view text, const std::vector<Zone>& zones) {
  std::vector<Quotation> quotations;
  const std::vector<QuotedSpan> spans = quoted_spans(text, zones);
  if (spans.empty()) return quotations;
  const std::vector<SpeechWord> words = speech_words(text, zones);
  const std::vector<Attribution> told = attributions(words, spans);
  SpeakerMemory memory(words, spans, told);
  for (std::size_t i = 0; i < spans.size(); ++i) {
    const SpeakerMemory::Known known = memory.next();
    const SpeechWords quoted = quoted_words(words, spans[i]);
    if (!is_speech(quoted, told[i])) continue;
    const Range range{quoted.front().begin, quoted.back().end};
    quotations.push_back({range, printed_name(text, words, known.name), known.source});
  }
  return quotations;
}

}  // namespace hemero
