#pragma once

#include <cstddef>

#include "query/quotations/speaker.h"
#include "query/quotations/speech_words.h"

namespace hemero {

/// The name from word `at` on; no speaker where none stands there.
Speaker name_from(SpeechWords words, std::size_t at);

/// Who is meant by a phrase that begins with a determiner: the name in it ("le député LR [Alain Brissac]", "la maire de
/// Blois, [Odile Garnier]", "la [CGT]"), not one that is of something else ("le président du groupe Horizon"): then a
/// role.
Speaker noun_phrase(SpeechWords words, std::size_t at);

/// The word behind a bracket that opens with word `at`.
std::size_t behind_bracket(SpeechWords words, std::size_t at);

/// The word behind a phrase that begins with a preposition: "au micro de France Bleu", "dans un communiqué".
std::size_t behind_prepositional(SpeechWords words, std::size_t at);

}  // namespace hemero
