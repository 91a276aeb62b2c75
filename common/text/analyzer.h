#pragma once

#include <string>
#include <string_view>

#include "common/text/stemmer.h"

namespace hemero {

/// The two shapes under which a surface is found.
struct WordForm {
  std::string folded;  ///< fold(surface): where spellings meet
  std::string term;    ///< fold(stem(surface)): where the inflected forms of a family meet; what the index holds
};

/// The one analysis of words that index, queries and snippets share. One thread at a time.
class Analyzer {
 public:
  WordForm analyze(std::string_view surface);

  /// Names everything that tokens and terms depend on (rules, tables, stemmer, Unicode data). An archive indexed under
  /// another fingerprint must be rebuilt.
  static std::string fingerprint();

 private:
  Stemmer stemmer_;
};

}  // namespace hemero
