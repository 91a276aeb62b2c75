#include "common/text/fold.h"

#include <algorithm>

#include "common/text/unicode.h"

namespace hemero {

namespace {

bool is_digit(char c) { return c >= '0' && c <= '9'; }

/// "1er", "1re", "1ere" → "1"; "2e", "2eme", "2nd", "2nde", "2d" → "2e". The word is folded but for this.
void shorten_ordinal(std::string& word) {
  if (word.empty() || !is_digit(word.front())) return;
  const auto ending = static_cast<std::size_t>(std::find_if_not(word.begin(), word.end(), is_digit) - word.begin());
  const std::string_view suffix = std::string_view(word).substr(ending);
  if (ending == 1 && word.front() == '1' && (suffix == "er" || suffix == "re" || suffix == "ere" || suffix == "ers"))
    word.resize(1);
  else if (suffix == "eme" || suffix == "emes" || suffix == "ieme" || suffix == "nd" || suffix == "nde")
    word.replace(ending, std::string::npos, "e");
}

bool is_separator(char32_t c) {
  switch (char_class(c)) {
    case CharClass::apostrophe:
    case CharClass::hyphen:
    case CharClass::full_stop:
    case CharClass::ignorable: return true;
    default: return false;
  }
}

}  // namespace

std::string fold(std::string_view surface) {
  std::string folded;
  folded.reserve(surface.size());
  bool separated = false;
  for (std::size_t at = 0; at < surface.size();) {
    const CodePoint c = code_point_at(surface, at);
    at += c.size;
    if (is_separator(c.value)) {
      separated = true;
      continue;
    }
    const std::size_t size = folded.size();
    append_folded(folded, c.value);
    if (separated && size > 0 && folded.size() > size && is_digit(folded[size - 1]) && is_digit(folded[size]))
      folded.insert(size, 1, '.');
    separated = false;
  }
  shorten_ordinal(folded);
  return folded;
}

}  // namespace hemero
