#pragma once

#include <cstddef>
#include <string_view>

#include "query/quotations/speaker.h"
#include "query/quotations/speech_words.h"

namespace hemero {

/// A pronoun as a speaker; "on" is nobody.
Speaker speaking_pronoun(std::string_view pronoun);

/// The subject that follows an inverted verb, from word `at` on: "a prévenu jeudi [au micro de France Bleu la maire de
/// Blois, Odile Garnier]".
Speaker subject_behind(SpeechWords words, std::size_t at);

/// The subject that stands before the verb that begins with word `verb`: "[Jean-Yves Le Gall], patron de l'agence,
/// s'est dit".
Speaker subject_before(SpeechWords words, std::size_t verb);

}  // namespace hemero
