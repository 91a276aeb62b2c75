#pragma once

#include <cstddef>
#include <optional>
#include <span>

#include "query/amounts/amount_words.h"

namespace hemero {

/// A number, with what multiplies it.
struct NamedNumber {
  std::size_t begin = 0;  ///< its words, end exclusive
  std::size_t end = 0;
  double value = 0;             ///< multiplied
  std::optional<double> scale;  ///< by what, if a word says so: millions
  bool in_figures = false;
};

/// The number that ends before word `end`: "dix-sept millions", "1,5 milliard", "351 M". `before_sign`: the sign of a
/// currency follows. None where it is part of something else: of G20, of 3/4.
std::optional<NamedNumber> number_before(std::span<const AmountWord> words, std::size_t end, bool before_sign);

}  // namespace hemero
