#include "indexer/formats/print/ocr_lines.h"

#include <algorithm>
#include <array>

#include "common/text/characters/unicode.h"
#include "indexer/prose/line_join.h"
#include "indexer/prose/paragraphs.h"

namespace hemero {

namespace {

/// True for the first word of what follows a hyphen that stands for the rest of a compound: "sous- et sur-".
bool is_conjunction(std::string_view rest) {
  constexpr std::array<std::string_view, 4> words{"et ", "ou ", "ni ", "à "};
  return std::any_of(words.begin(), words.end(), [&](std::string_view word) { return rest.starts_with(word); });
}

/// Where a line inside of the line ends: at a hyphen behind a letter, with a blank and a small letter behind it.
std::size_t find_cut(std::string_view line, std::size_t from) {
  for (std::size_t at = line.find("- ", from); at != std::string_view::npos; at = line.find("- ", at + 1)) {
    const std::string_view rest = line.substr(at + 2);
    if (at == 0 || line[at - 1] == ' ' || rest.empty() || is_conjunction(rest)) continue;
    if (is_lower(code_point_at(rest, 0).value)) return at;
  }
  return std::string_view::npos;
}

}  // namespace

std::string join_printed_lines(std::string_view lines) {
  std::string paragraph;
  for (const std::string_view line : trimmed_lines(lines)) {
    std::size_t begin = 0;
    for (std::size_t cut = find_cut(line, 0); cut != std::string_view::npos; cut = find_cut(line, begin)) {
      append_line(paragraph, line.substr(begin, cut + 1 - begin));
      begin = cut + 2;
    }
    append_line(paragraph, line.substr(begin));
  }
  return paragraph;
}

}  // namespace hemero
