#include "query/writings/word_borders.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <map>
#include <set>

#include "common/text/characters/unicode.h"
#include "common/text/fold.h"
#include "query/words/spelling.h"
#include "query/writings/number_writings.h"

namespace hemero {

namespace {

using Parts = std::vector<std::string>;

bool is_letter(char c) { return c >= 'a' && c <= 'z'; }
bool is_digit(char c) { return c >= '0' && c <= '9'; }

/// Where a surface shows that it is made of words: before a capital behind a small letter ("BalanceTonPorc") or before
/// a small one ("CNews"), and at hyphens. Offsets in the folded word.
std::vector<std::size_t> shown_borders(std::string_view surface) {
  std::vector<std::size_t> borders;
  std::size_t size = 0;  // of the folded letters so far
  char32_t before = 0;
  for (std::size_t at = 0; at < surface.size();) {
    const CodePoint c = code_point_at(surface, at);
    at += c.size;
    const char32_t next = at < surface.size() ? code_point_at(surface, at).value : 0;
    const bool capital = is_upper(c.value) && (is_lower(before) || (is_upper(before) && is_lower(next)));
    const bool border = capital || before == U'-';
    if (border && size > 0 && (borders.empty() || borders.back() != size)) borders.push_back(size);
    std::string folded;
    if (!is_word_sign(c.value)) append_folded(folded, c.value);
    size += folded.size();
    before = c.value;
  }
  return borders;
}

Parts cut_at(std::string_view folded, const std::vector<std::size_t>& borders) {
  Parts parts;
  std::size_t begin = 0;
  for (const std::size_t border : borders) {
    parts.emplace_back(folded.substr(begin, border - begin));
    begin = border;
  }
  parts.emplace_back(folded.substr(begin));
  return parts;
}

/// True for a word that is printed in capitals more often than not.
bool is_acronym(const std::vector<VocabularyEntry>& surfaces) {
  std::vector<VocabularyEntry> capitals = surfaces;
  std::erase_if(capitals, [](const VocabularyEntry& entry) { return !is_all_capitals(entry.surface); });
  return !capitals.empty() && 2 * occurrences_of(capitals) > occurrences_of(surfaces);
}

/// The borders that a typed word shows, and those that most of its occurrences in the archive show. Few show a
/// misprint, or that the word was cut at a line's end: « Ro-chefort » beside Rochefort.
std::set<std::vector<std::size_t>> usual_borders(std::string_view typed, const std::vector<VocabularyEntry>& printed) {
  std::map<std::vector<std::size_t>, std::int64_t> shown;
  for (const VocabularyEntry& entry : printed) shown[shown_borders(entry.surface)] += entry.occurrences;
  const std::int64_t all = occurrences_of(printed);
  std::set<std::vector<std::size_t>> usual{shown_borders(typed)};
  for (const auto& [borders, occurrences] : shown)
    if (2 * occurrences > all) usual.insert(borders);
  usual.erase(std::vector<std::size_t>{});
  return usual;
}

bool only_capitalised(const std::vector<VocabularyEntry>& entries) {
  return !entries.empty() && std::all_of(entries.begin(), entries.end(), [](const VocabularyEntry& entry) {
    return is_upper(code_point_at(entry.surface, 0).value);
  });
}

void add_elided(std::string_view folded, FormFinder& forms, std::set<Parts>& into) {
  for (const std::string elided : {"d", "l", "m", "n", "s", "qu"}) {
    const std::string rest = folded.starts_with(elided) ? std::string(folded.substr(elided.size())) : std::string();
    if (rest.size() >= 3 && rest.find_first_of("aeiouyh") == 0 && only_capitalised(forms.same_word(rest).surfaces))
      into.insert({elided + "'", rest});
  }
}

void add_acronyms(std::string_view folded, FormFinder& forms, std::set<Parts>& into) {
  constexpr std::size_t shortest = 2;  // letters
  constexpr std::size_t longest = 8;
  if (folded.size() > longest) return;
  for (std::size_t at = shortest; at + shortest <= folded.size(); ++at) {
    Parts parts = cut_at(folded, {at});
    if (is_acronym(forms.same_word(parts[0]).surfaces) && is_acronym(forms.same_word(parts[1]).surfaces))
      into.insert(std::move(parts));
  }
}

/// A number and letters, or letters and a number: "3,7mm", "90m2", "covid19". Letters and digits by turns are a code.
void add_number(std::string_view folded, std::set<Parts>& into) {
  const std::size_t number = number_end(folded);
  const bool before = number > 0 && number < folded.size() && is_letter(folded[number]);
  const auto digit = std::find_if(folded.begin(), folded.end(), is_digit);
  const auto border = before ? number : static_cast<std::size_t>(digit - folded.begin());
  if (border == 0 || border == folded.size()) return;
  std::string_view rest = folded.substr(border);
  const bool squared = before && (rest.ends_with('2') || rest.ends_with('3')) && rest.size() <= 3;
  if (squared) rest.remove_suffix(1);
  const bool one_border = std::all_of(rest.begin(), rest.end(), before ? is_letter : is_digit);
  if (one_border && !rest.empty()) into.insert(cut_at(folded, {border}));
}

}  // namespace

bool shows_borders(const WordForms& closed, const std::vector<std::size_t>& borders) {
  return std::any_of(closed.surfaces.begin(), closed.surfaces.end(),
                     [&](const VocabularyEntry& entry) { return shown_borders(entry.surface) == borders; });
}

std::vector<Parts> apart(std::string_view surface, std::string_view folded, FormFinder& forms) {
  std::set<Parts> ways;
  if (std::any_of(folded.begin(), folded.end(), is_digit)) {
    add_number(folded, ways);
    return {ways.begin(), ways.end()};
  }
  const auto& printed = forms.same_word(folded).surfaces;
  for (const auto& borders : usual_borders(surface, printed)) ways.insert(cut_at(folded, borders));
  add_elided(folded, forms, ways);
  if (printed.empty() || is_acronym(printed)) add_acronyms(folded, forms, ways);
  return {ways.begin(), ways.end()};
}

std::vector<Parts> spaced_letters(std::string_view surface, std::string_view folded, FormFinder& forms) {
  constexpr std::size_t longest = 6;
  const bool letters = std::all_of(folded.begin(), folded.end(), is_letter);
  if (folded.size() < 2 || folded.size() > longest || !letters) return {};
  const auto& printed = forms.same_word(folded).surfaces;
  if (printed.empty() ? !is_all_capitals(surface) : !is_acronym(printed)) return {};
  Parts parts;
  for (const char c : folded) parts.emplace_back(1, static_cast<char>(c - 'a' + 'A'));
  return {parts};
}

}  // namespace hemero
