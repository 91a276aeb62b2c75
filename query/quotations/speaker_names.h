#pragma once

#include <cstddef>

#include "query/quotations/speech_words.h"

namespace hemero {

/// The word behind the name that begins with word `at`, which has a capital: "Jean-Yves Le Gall", "M. Collomb",
/// "Ursula von der Leyen". A party, a place or a newspaper that stands before a given name is no part of it: "LR Alain
/// Brissac", "de Paris Didier Larché". `at` where there is none.
std::size_t name_end(SpeechWords words, std::size_t at);

/// The first word of the name that ends with word `last`, which has a capital; the word behind it where several names
/// are tied together so that none can be told.
std::size_t name_begin(SpeechWords words, std::size_t last);

/// True where a word before a name makes it the name of what is spoken of: "de", "à", "le", and others.
bool ties_name(SpeechWords words, std::size_t name);

}  // namespace hemero
