#include "query/spelling.h"

#include <algorithm>
#include <array>

#include "common/text/fold.h"
#include "common/text/unicode.h"

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

/// A letter of a word and what it folds to.
struct Letter {
  char32_t printed;
  std::string folded;
};

std::vector<Letter> letters(std::string_view lower) {
  std::vector<Letter> all;
  for (std::size_t at = 0; at < lower.size();) {
    const CodePoint c = code_point_at(lower, at);
    Letter letter{c.value, {}};
    append_folded(letter.folded, c.value);
    all.push_back(std::move(letter));
    at += c.size;
  }
  return all;
}

/// The e whose accent an ending changes: céder, cède, mener, mène. Not the ê, which stays.
bool is_changing_e(char32_t c) { return c == U'e' || c == U'é' || c == U'è'; }

}  // namespace

bool has_accents(std::string_view word) {
  return std::any_of(word.begin(), word.end(), [](char c) { return static_cast<unsigned char>(c) >= 0x80; });
}

bool is_all_capitals(std::string_view word) { return code_point_count(word) > 1 && !any_letter(word, is_lower); }

bool is_capitalised(std::string_view word) { return is_upper(code_point_at(word, 0).value); }

std::string ending_spelling(std::string_view surface) {
  constexpr std::string_view acute = "é";
  std::string spelled = fold(surface);
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
  constexpr std::size_t reach = 4;  // letters before an ending whose e it may change: célébrer, célèbre
  const std::vector<Letter> first = letters(a);
  const std::vector<Letter> second = letters(b);
  const auto same_fold = [](const Letter& left, const Letter& right) { return left.folded == right.folded; };
  const auto end = std::mismatch(first.begin(), first.end(), second.begin(), second.end(), same_fold).first;
  const auto common = static_cast<std::size_t>(end - first.begin());
  for (std::size_t i = 0; i < common; ++i) {
    if (first[i].printed == second[i].printed) continue;
    const std::size_t left = common - i;
    const bool e = left <= reach && is_changing_e(first[i].printed) && is_changing_e(second[i].printed);
    const bool last = left == 1 && std::string_view("ciu").find(first[i].folded) != std::string_view::npos;
    if (!e && !last) return false;
  }
  return true;
}

}  // namespace hemero
