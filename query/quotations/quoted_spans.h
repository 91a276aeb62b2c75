#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "common/model/article.h"

namespace hemero {

/// A stretch of a text between quotation marks.
struct QuotedSpan {
  std::uint32_t open = 0;   ///< byte of the opening mark
  std::uint32_t begin = 0;  ///< bytes of what is quoted, end exclusive: the closing mark, or where a paragraph ends
  std::uint32_t end = 0;
  std::uint32_t behind = 0;  ///< byte behind the closing mark
};

/// The stretches in « », “ ” and " ", in order, of those that lie in one another the outermost. One that is not closed
/// goes on into the next paragraph where that closes it, else up to the end of its own. Debris is passed over. Requires
/// valid UTF-8, and zones that are those of the text.
std::vector<QuotedSpan> quoted_spans(std::string_view text, const std::vector<Zone>& zones);

}  // namespace hemero
