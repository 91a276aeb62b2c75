#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace hemero {

/// An ending as it is printed, and folded.
struct VerbEnding {
  std::string printed;
  std::string folded;
};

/// How regular verbs of one kind are conjugated: the endings that only verbs have, and those of nouns too.
struct Conjugation {
  VerbEnding infinitive;
  std::vector<VerbEnding> of_verbs;
  std::vector<VerbEnding> of_nouns;
};

/// A verb that a word may be a form of. Whether it is a verb the archive must tell.
struct VerbReading {
  std::string stem;  ///< folded
  const Conjugation* conjugation;
};

/// The regular verbs that a folded word may be a form of ("portes": porter), by the longest endings first.
std::vector<VerbReading> verb_readings(std::string_view folded);

}  // namespace hemero
