#include "common/text/fold.h"

#include <algorithm>

#include "common/text/characters/unicode.h"

namespace hemero {

namespace {

bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool is_small_letter(char c) { return c >= 'a' && c <= 'z'; }

/// The word without the ending -ème of an ordinal, its plural too; empty when it has none.
std::string_view without_eme(std::string_view word) {
  if (word.ends_with('s')) word.remove_suffix(1);
  return word.ends_with("eme") ? word.substr(0, word.size() - 3) : std::string_view{};
}

/// True for a Roman number of centuries or districts; "i" alone is that of « la ième fois ».
bool is_roman(std::string_view word) {
  return !word.empty() && word != "i" && word.find_first_not_of("ivx") == std::string_view::npos;
}

bool is_first_ending(std::string_view ending) {
  if (ending.ends_with('s')) ending.remove_suffix(1);
  return ending == "er" || ending == "re" || ending == "ere";
}

bool is_ordinal_ending(std::string_view ending) {
  if (ending.ends_with('s')) ending.remove_suffix(1);
  return ending == "e" || ending == "eme" || ending == "ieme" || ending == "nd" || ending == "nde";
}

/// "1er", "1re", "1ères" → "1"; "2e", "2ème", "2nd", "2nde", "32es" → "2e", "32e"; "XIXème" → "xixe". The word is
/// folded but for this.
void shorten_ordinal(std::string& word) {
  const auto digits = static_cast<std::size_t>(std::find_if_not(word.begin(), word.end(), is_digit) - word.begin());
  const std::string_view ending = std::string_view(word).substr(digits);
  if (digits == 1 && word.front() == '1' && is_first_ending(ending))
    word.resize(1);
  else if (digits > 0 && is_ordinal_ending(ending))
    word.replace(digits, std::string::npos, "e");
  else if (const auto number = without_eme(word); is_roman(number))
    word.replace(number.size(), std::string::npos, "e");
}

}  // namespace

std::string fold(std::string_view surface) {
  std::string folded;
  folded.reserve(surface.size());
  bool separated = false;
  for (std::size_t at = 0; at < surface.size();) {
    if (is_small_letter(surface[at])) {
      folded += surface[at++];
      separated = false;
      continue;
    }
    const CodePoint c = code_point_at(surface, at);
    at += c.size;
    if (is_word_sign(c.value)) {
      separated = separated || char_class(c.value) != CharClass::ignorable;
      continue;
    }
    const std::size_t size = folded.size();
    const bool hour = c.value == U':' && size > 0 && is_digit(folded.back());  // "20:30" is 20h30
    append_folded(folded, hour ? U'h' : c.value);
    if (separated && size > 0 && folded.size() > size && is_digit(folded[size - 1]) && is_digit(folded[size]))
      folded.insert(size, 1, '.');
    separated = false;
  }
  shorten_ordinal(folded);
  return folded;
}

}  // namespace hemero
