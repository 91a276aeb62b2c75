#pragma once

#include "query/quotations/attribution.h"
#include "query/quotations/speech_words.h"

namespace hemero {

/// The speaker that the words behind a quotation tell: « … », a dit X; « … », selon X; « … » depuis mars, a dit X.
/// `is_whole` where the quotation ends with the end of a sentence.
Attribution told_behind(SpeechWords behind, bool is_whole);

/// The speaker that stands among the words of a quotation of six or more: « …, dit X, … »; `known` is what the words
/// behind tell, which a name here overrules.
Attribution told_within(SpeechWords quoted, const Attribution& known);

}  // namespace hemero
