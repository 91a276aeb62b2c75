#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "query/amounts/amount_words.h"

namespace hemero {

// What data/french/amount_words.tsv says of words. Read once, immutable, thread-safe.

/// The value of a word of a number: "vingt". Composed ones are for number_before().
std::optional<double> number_word(const std::string& word);

/// What a word multiplies numbers by: "millions"; before the sign of a currency also "M" and "k".
std::optional<double> scale_word(const std::string& word, bool before_sign);

/// A currency that is named.
struct NamedCurrency {
  std::string_view code;  ///< empty: another one than the table knows
  std::size_t end = 0;    ///< the word behind it
  bool is_sign = false;   ///< € or EUR, not "euros"
  bool is_cents = false;  ///< its hundredth is named
};

/// The currency that word `at` begins to name.
std::optional<NamedCurrency> currency_at(std::span<const AmountWord> words, std::size_t at);

/// The codes of the currencies that the table knows, sorted.
std::vector<std::string> currency_codes();

}  // namespace hemero
