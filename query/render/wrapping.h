#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "common/model/page.h"
#include "query/render/render.h"

namespace hemero {

/// A text on one line, and what is highlighted in it.
struct Marked {
  std::string_view text;
  const std::vector<Range>& highlights;
};

/// The text in lines as wide as the style says, with a line feed behind the last. Lines are broken at blanks, but for
/// those that French sets beside signs, and between ideographs; a longer word has a line of its own. Where highlights
/// are not coloured they have marks, which take room.
std::string wrapped(const Marked& marked, const TextStyle& style, std::string_view first_indent,
                    std::string_view indent);

/// The same of a text without highlights.
std::string wrapped(std::string_view text, const TextStyle& style, std::string_view indent);

/// A line from side to side, between one article and the next.
std::string rule(const TextStyle& style);

}  // namespace hemero
