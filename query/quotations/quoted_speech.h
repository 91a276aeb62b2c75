#pragma once

#include "query/quotations/attribution.h"
#include "query/quotations/speech_words.h"

namespace hemero {

/// True for what somebody said or wrote; false for what is quoted as a title, a charge, a word: by its first and last
/// signs, its length, its verbs and pronouns, and by whether somebody is told to say it.
bool is_speech(SpeechWords quoted, const Attribution& told);

}  // namespace hemero
