#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "common/model/article.h"
#include "common/model/page.h"

namespace hemero {

/// In which order amounts come. What is alike comes from the newest to the oldest, then by the article's number, then
/// by its place in the text; articles without a date are the last of all.
enum class AmountOrder : std::uint8_t {
  newest,
  oldest,
  source,
  amount,  ///< a currency after the other, the highest first
};

/// An amount of money in its sentence, with the article that has it.
struct AmountLine {
  std::uint64_t number = 0;  ///< in the order, from 1 on
  ArticleId id{};
  std::string date;  ///< as precise as it is known; empty when it is not
  std::string source;
  std::string title;
  double value = 0;      ///< in units of the currency
  std::string currency;  ///< its code of ISO 4217
  std::string amount;    ///< as printed
  std::string sentence;
  std::vector<Range> highlights;  ///< in `sentence`, of the words of the query, ascending, not touching
  std::uint32_t paragraph = 0;    ///< debris left out, from 1 on
  std::uint32_t begin = 0;        ///< of the amount, in code points of the article's text; end exclusive
  std::uint32_t end = 0;
};

}  // namespace hemero
