#pragma once

#include <cstddef>
#include <functional>
#include <string>

#include "query/concordance/concordance.h"

namespace hemero {

/// Calls `use` for so many things from one on, some thousand at a time: with the first one's number, and how many.
void for_each_batch(std::size_t begin, std::size_t count,
                    const std::function<void(std::size_t begin, std::size_t count)>& use);

/// Which lines of a concordance are given as rows, and with how many words of context.
struct LineRows {
  std::size_t begin = 0;
  std::size_t count = 0;
  std::size_t context = 0;
  bool csv = false;  ///< a table with its heads, else JSON Lines
};

/// Gives these rows piece by piece, as they are read.
void write_line_rows(const Concordance& concordance, const LineRows& rows,
                     const std::function<void(const std::string& text)>& write);

}  // namespace hemero
