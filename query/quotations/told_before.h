#pragma once

#include "query/quotations/attribution.h"
#include "query/quotations/speech_words.h"

namespace hemero {

/// The speaker that the words before a quotation tell: X a dit : « … »; Selon X, « … ».
Attribution told_before(SpeechWords before);

}  // namespace hemero
