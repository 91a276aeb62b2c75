#pragma once

#include <cstddef>
#include <optional>
#include <string_view>

#include "query/quotations/speech_words.h"

namespace hemero {

/// A verb that tells of speech: "déclare", "a vivement dénoncé", "s'est dit", "met en garde", "ajoute-t-elle".
struct SpeechVerb {
  std::size_t end = 0;       ///< the word behind it
  std::string_view pronoun;  ///< its subject, where that is joined to it: elle; of the table, or empty
  bool is_reflexive = false;
  bool is_weak = false;  ///< has other objects than quotations too
};

/// The verb of speech that begins with word `at`, or with the pronouns before it.
std::optional<SpeechVerb> speech_verb_at(SpeechWords words, std::size_t at);

}  // namespace hemero
