#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace hemero {

// The tables of data/french by which speakers are found. Read once, immutable, thread-safe.

/// A form of a verb of speech.
struct SpeechVerbForm {
  std::vector<std::string_view> rest;  ///< what follows its first word in a locution: en garde
  bool is_reflexive = false;           ///< counts after "se" only
  bool is_weak = false;                ///< has other objects too
};

/// The kinds of a word, a bit for each SpeechKind: of the word as printed, and in lower case.
std::uint32_t speech_kinds(const std::string& printed, const std::string& lower);

/// The verbs that have this finite form, or this participle, in lower case.
const std::vector<SpeechVerbForm>& finite_speech_verbs(const std::string& form);
const std::vector<SpeechVerbForm>& speech_participles(const std::string& form);

/// 'm' or 'f' for a given name, as printed, that only men or only women have; '?' for others and for what is none.
char gender_of_given_name(const std::string& name);

}  // namespace hemero
