#include "query/words/spelling.h"

#include <algorithm>
#include <array>

#include "common/text/characters/unicode.h"
#include "common/text/fold.h"

namespace hemero {

namespace {

bool any_letter(std::string_view word, bool (*is)(char32_t)) {
  for (std::size_t at = 0; at < word.size();) {
    const CodePoint c = code_point_at(word, at);
    if (is(c.value)) return true;
    at += c.size;
  }
  return false;
}

struct Spelling {
  std::string_view bare;
  std::string_view accented;
};

/// Endings whose accent changes the stem that the stemmer finds.
constexpr std::array spellings{
    Spelling{"e", "é"},         Spelling{"es", "és"},         Spelling{"ee", "ée"},       Spelling{"ees", "ées"},
    Spelling{"ite", "ité"},     Spelling{"ites", "ités"},     Spelling{"ete", "eté"},     Spelling{"te", "té"},
    Spelling{"iere", "ière"},   Spelling{"ieres", "ières"},   Spelling{"ere", "ère"},     Spelling{"eres", "ères"},
    Spelling{"ement", "ément"}, Spelling{"ements", "éments"}, Spelling{"erent", "èrent"},
};

constexpr std::size_t shortest_stem = 3;

std::u32string letters(std::string_view lower) {
  std::u32string all;
  for (std::size_t at = 0; at < lower.size();) {
    const CodePoint c = code_point_at(lower, at);
    all += c.value;
    at += c.size;
  }
  return all;
}

std::string folded(char32_t letter) {
  std::string bare;
  append_folded(bare, letter);
  return bare;
}

/// The e whose accent an ending changes: céder, cède, mener, mène. Not the ê, which stays.
bool is_changing_e(char32_t c) { return c == U'e' || c == U'é' || c == U'è'; }

/// True for the î and û that the spelling of 1990 leaves out: in other words than mûr, sûr, jeûne and crû.
bool is_left_out(char32_t a, char32_t b, std::u32string_view word) {
  if (!(a == U'î' && b == U'i') && !(a == U'û' && b == U'u')) return false;
  constexpr std::array keeping{U"mûr", U"sûr", U"jeûn", U"crû", U"dû"};
  return std::none_of(keeping.begin(), keeping.end(),
                      [word](std::u32string_view start) { return word.starts_with(start); });
}

}  // namespace

bool has_accents(std::string_view word) {
  return std::any_of(word.begin(), word.end(), [](char c) { return static_cast<unsigned char>(c) >= 0x80; });
}

bool has_capital(std::string_view word) { return any_letter(word, is_upper); }

bool is_all_capitals(std::string_view word) { return code_point_count(word) > 1 && !any_letter(word, is_lower); }

bool is_capitalised(std::string_view word) { return is_upper(code_point_at(word, 0).value); }

std::string ending_spelling(std::string_view surface) {
  constexpr std::string_view acute = "é";
  std::string spelled = fold(surface);
  if (!has_accents(surface) && spelled.find("ee") == std::string::npos) return spelled;
  const std::string lower = to_lower(surface);
  for (const std::string_view behind : {"", "s", "e", "es"}) {
    const bool accented = lower.ends_with(std::string(acute) + std::string(behind));
    const bool bare = behind.starts_with('e') && lower.ends_with('e' + std::string(behind));
    if ((accented || bare) && spelled.size() > behind.size())
      spelled.replace(spelled.size() - behind.size() - 1, 1, acute);
  }
  return spelled;
}

std::vector<std::string> accented_spellings(std::string_view bare) {
  std::vector<std::string> found;
  for (const Spelling& spelling : spellings) {
    if (!bare.ends_with(spelling.bare) || bare.size() < spelling.bare.size() + shortest_stem) continue;
    found.push_back(std::string(bare.substr(0, bare.size() - spelling.bare.size())) + std::string(spelling.accented));
  }
  return found;
}

bool accents_agree(std::string_view a, std::string_view b) {
  if (!has_accents(a) && !has_accents(b)) return true;
  constexpr std::size_t reach = 4;  // letters before an ending whose e it may change: célébrer, célèbre
  const std::u32string first = letters(a);
  const std::u32string second = letters(b);
  std::size_t common = 0;
  const auto same_fold = [](char32_t left, char32_t right) { return left == right || folded(left) == folded(right); };
  while (common < std::min(first.size(), second.size()) && same_fold(first[common], second[common])) ++common;
  for (std::size_t i = 0; i < common; ++i) {
    if (first[i] == second[i]) continue;
    const std::size_t left = common - i;
    const bool e = left <= reach && is_changing_e(first[i]) && is_changing_e(second[i]);
    const bool last = left == 1 && std::string_view("ciou").find(folded(first[i])) != std::string_view::npos;
    if (!e && !last && !is_left_out(first[i], second[i], first) && !is_left_out(second[i], first[i], second))
      return false;
  }
  return true;
}

}  // namespace hemero
