#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "common/model/article.h"

namespace hemero {

/// A word, a number in figures, or a sign of a text.
struct AmountWord {
  std::string lower;
  std::uint32_t begin = 0;  ///< bytes of the text, end exclusive
  std::uint32_t end = 0;
  bool is_letters = false;
  bool is_apart = true;           ///< blanks, or a paragraph's end, stand before it
  bool is_paragraph = false;      ///< is the first of its paragraph
  std::optional<double> figures;  ///< its value, if it is a number in figures: 1.500, 1 254 331, 2,5
};

/// The words of the paragraphs of a text; debris is left out. Requires valid UTF-8, and zones of the text.
std::vector<AmountWord> amount_words(std::string_view text, const std::vector<Zone>& zones);

}  // namespace hemero
