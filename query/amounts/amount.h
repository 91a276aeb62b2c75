#pragma once

#include <string_view>
#include <vector>

#include "common/model/article.h"
#include "common/model/page.h"

namespace hemero {

/// An amount of money that a text names.
struct Amount {
  Range range;                ///< bytes of the text, from its number on; of the lower of two bounds its number alone
  double value = 0;           ///< in units of the currency
  std::string_view currency;  ///< its code of ISO 4217, of the table data/french/amount_words.tsv
};

/// The amounts in the paragraphs of a text, in order, not overlapping: numbers in figures or words with their
/// currency; of « de 10 à 15 millions d'euros » both bounds. What has no number (« des millions d'euros ») or no
/// currency is none, debris is left out. Requires valid UTF-8, and zones that are those of the text. Takes time in
/// proportion to the text. Thread-safe.
std::vector<Amount> find_amounts(std::string_view text, const std::vector<Zone>& zones);

}  // namespace hemero
