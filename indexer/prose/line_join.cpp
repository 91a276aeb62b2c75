#include "indexer/prose/line_join.h"

#include <algorithm>
#include <array>
#include <utility>

#include "common/text/characters/unicode.h"
#include "common/text/fold.h"

namespace hemero {

namespace {

bool is_line_hyphen(char32_t c) { return c == U'-' || c == U'\u2010' || c == U'\u00AD' || c == U'¬'; }

bool is_one_of(std::string_view word, std::initializer_list<std::string_view> words) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

/// Whole words that are written with a hyphen between them, folded.
constexpr std::array<std::pair<std::string_view, std::string_view>, 12> compounds{{{"peut", "etre"},
                                                                                   {"est", "ce"},
                                                                                   {"par", "ci"},
                                                                                   {"de", "ci"},
                                                                                   {"par", "la"},
                                                                                   {"de", "la"},
                                                                                   {"rez", "de"},
                                                                                   {"apres", "demain"},
                                                                                   {"avant", "hier"},
                                                                                   {"la", "bas"},
                                                                                   {"la", "haut"},
                                                                                   {"quelques", "uns"}}};

/// The last word of a part that may hold several: "a-t" → "t", "c'est" → "est".
std::string_view last_word(std::string_view part) {
  const std::size_t sign = part.find_last_of("-'");
  const std::string_view word = sign == std::string_view::npos ? part : part.substr(sign + 1);
  const std::size_t curly = word.rfind("’");
  return curly == std::string_view::npos ? word : word.substr(curly + std::string_view("’").size());
}

std::string_view letters_at_front(std::string_view text) {
  std::size_t end = 0;
  while (end < text.size()) {
    const CodePoint c = code_point_at(text, end);
    const CharClass what = char_class(c.value);
    if (what != CharClass::letter && what != CharClass::mark) break;
    end += c.size;
  }
  return text.substr(0, end);
}

bool is_all_capitals(std::string_view word) {
  for (std::size_t at = 0; at < word.size();) {
    const CodePoint c = code_point_at(word, at);
    if (is_lower(c.value)) return false;
    at += c.size;
  }
  return true;
}

/// A verb before its pronoun. Typesetters never cut a word so that "il" or "on" stays alone behind a t or a d.
bool is_verb_and_pronoun(std::string_view verb, std::string_view pronoun) {
  if (is_one_of(pronoun, {"il", "ils", "elle", "elles", "on"})) return verb.ends_with('t') || verb.ends_with('d');
  return is_one_of(pronoun, {"vous", "moi", "nous"}) && verb.ends_with("ez");
}

}  // namespace

std::string_view cut_part(std::string_view word) {
  if (word.empty()) return {};
  const std::size_t hyphen = floor_code_point(word, word.size() - 1);
  if (hyphen == 0 || !is_line_hyphen(code_point_at(word, hyphen).value)) return {};
  const char32_t before = code_point_at(word, floor_code_point(word, hyphen - 1)).value;
  return char_class(before) == CharClass::letter ? word.substr(0, hyphen) : std::string_view();
}

bool keeps_hyphen(std::string_view first, std::string_view second) {
  if (first.empty() || second.empty()) return false;
  const char32_t next = code_point_at(second, 0).value;
  if (is_upper(next)) return !(is_all_capitals(first) && is_all_capitals(letters_at_front(second)));
  if (char_class(next) == CharClass::digit) return true;
  const std::string left = fold(last_word(first));
  const std::string right = fold(letters_at_front(second));
  if (is_one_of(right, {"meme", "memes"}) || (left == "t" && first.size() > 1)) return true;
  if (is_one_of(right, {"ci", "la"}) && is_one_of(left, {"celui", "celle", "ceux", "celles"})) return true;
  if (is_one_of(left, {"au", "ci", "la", "par"}) &&
      is_one_of(right, {"apres", "contre", "dela", "dedans", "dehors", "dessous", "dessus", "devant", "joint"}))
    return true;
  return is_verb_and_pronoun(left, right) ||
         std::find(compounds.begin(), compounds.end(), std::pair<std::string_view, std::string_view>(left, right)) !=
             compounds.end();
}

bool leaves_hyphen_open(std::string_view second) { return is_one_of(letters_at_front(second), {"et", "ou"}); }

std::string join_cut_word(std::string_view first, std::string_view second) {
  std::string word(first);
  if (keeps_hyphen(first, second)) word += '-';
  return word.append(second);
}

void append_line(std::string& paragraph, std::string_view line) {
  constexpr std::size_t longest_word = 200;  ///< bytes; what is longer goes on for ever, and is not joined again
  const std::size_t blank = paragraph.rfind(' ');
  const std::size_t begin = blank == std::string::npos ? 0 : blank + 1;
  const std::string word = paragraph.size() - begin > longest_word ? std::string() : paragraph.substr(begin);
  const std::string_view part = cut_part(word);
  const bool goes_on = !line.empty() && char_class(code_point_at(line, 0).value) == CharClass::letter;
  if (!part.empty() && goes_on && !leaves_hyphen_open(line)) {
    paragraph.resize(paragraph.size() - word.size());
    paragraph += join_cut_word(part, line);
  } else {
    if (!paragraph.empty() && !line.empty()) paragraph += ' ';
    paragraph += line;
  }
}

}  // namespace hemero
