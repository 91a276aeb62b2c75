#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "common/model/page.h"
#include "query/quotations/quoted_spans.h"
#include "query/quotations/speech_words.h"

namespace hemero {

/// A person named outside quotations.
struct PersonMention {
  Range range;          ///< bytes of the text
  std::string surname;  ///< as printed
  bool begins_sentence = false;
  bool is_surely_person = false;  ///< by a title or a given name
};

/// The persons whom a text names outside the spans, in order: by a title, by two words with a capital, or by one that
/// an apposition follows (Karim, 34 ans).
std::vector<PersonMention> person_mentions(SpeechWords words, const std::vector<QuotedSpan>& spans);

/// The last word of a name.
std::string surname_of(SpeechWords words, const Range& name);

/// 'm', 'f' or '?', by a name's title or given name.
char gender_of(SpeechWords words, const Range& name);

}  // namespace hemero
