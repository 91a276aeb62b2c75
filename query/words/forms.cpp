#include "query/words/forms.h"

#include <algorithm>
#include <limits>
#include <set>

#include "common/text/characters/unicode.h"
#include "common/text/fold.h"
#include "common/text/lexicon.h"
#include "common/text/tokenizer.h"
#include "query/words/edit_distance.h"
#include "query/words/phonetic_key.h"
#include "query/words/spelling.h"

namespace hemero {

namespace {

constexpr std::size_t most_expansions = 200;
constexpr std::size_t two_edits_from = 8;  ///< characters
constexpr std::size_t heard_from = 5;      ///< characters; shorter ones sound like too many others

}  // namespace

WordForms FormFinder::exact(std::string_view typed) {
  std::vector<VocabularyEntry> found = words().printed(fold(typed));
  const std::string composed = to_nfc(typed);
  const std::string lower = to_lower(typed);
  const bool any_case = !has_capital(composed);
  std::erase_if(found, [&](const VocabularyEntry& entry) {
    return any_case ? to_lower(entry.surface) != lower : entry.surface != composed;
  });
  return forms_of(std::move(found));
}

const WordForms& FormFinder::prefix(std::string_view typed) {
  std::string folded = fold(typed);
  const auto known = prefixes_.find(folded);
  if (known != prefixes_.end()) return known->second;
  WordForms found = starting(folded, most_expansions);
  return prefixes_.emplace(std::move(folded), std::move(found)).first->second;
}

WordForms FormFinder::every_prefixed(std::string_view typed) {
  return starting(fold(typed), std::numeric_limits<std::size_t>::max() - 1);
}

WordForms FormFinder::starting(std::string_view folded, std::size_t most) {
  auto found = known_.vocabulary().by_prefix(folded, most + 1, deadline_);
  const bool cut = found.size() > most;
  if (cut) found.pop_back();
  remove_elided(found);
  return forms_of(std::move(found), cut);
}

const WordForms& FormFinder::fuzzy(std::string_view typed) {
  const std::size_t size = code_point_count(fold(typed));
  const std::size_t edits = size >= two_edits_from ? 2 : 1;
  return similar(typed, edits, size >= heard_from ? edits + 1 : edits);
}

const WordForms& FormFinder::one_edit_away(std::string_view typed) { return similar(typed, 1, 1); }

const WordForms& FormFinder::similar(std::string_view typed, std::size_t edits, std::size_t edits_when_alike) {
  const auto [known, fresh] = similar_.try_emplace({fold(typed), edits, edits_when_alike});
  if (fresh) known->second = find_similar(std::get<0>(known->first), edits, edits_when_alike);
  return known->second;
}

/// The words of the archive within so many edits, or so many when they are pronounced alike; the word itself among
/// them.
WordForms FormFinder::find_similar(const std::string& folded, std::size_t edits, std::size_t edits_when_alike) {
  const std::string sounds = phonetic_key(folded);
  const std::size_t size = code_point_count(folded);
  EditMatcher near(folded, edits);
  EditMatcher alike(folded, edits_when_alike);
  const auto is_similar = [&](std::string_view form) {
    return near.matches(form) || (edits_when_alike > edits && alike.matches(form) && phonetic_key(form) == sounds);
  };
  std::vector<VocabularyEntry> found;
  each_folded(size - std::min(size, edits_when_alike), size + edits_when_alike, {}, [&](std::string_view form) {
    if (!is_similar(form)) return;
    const auto& printed = words().printed(std::string(form));
    found.insert(found.end(), printed.begin(), printed.end());
  });
  remove_elided(found);
  const bool cut = found.size() > most_expansions;
  std::sort(found.begin(), found.end(), [](const auto& a, const auto& b) { return a.occurrences > b.occurrences; });
  if (cut) found.resize(most_expansions);
  return forms_of(std::move(found), cut);
}

bool FormFinder::is_whole(const WordForms& forms) {
  struct Members {
    const std::string* term;
    std::ptrdiff_t meant;
  };
  const auto is_member = [](const VocabularyEntry& entry) { return is_indexed(entry.surface); };
  std::map<std::uint32_t, Members> families;
  for (const VocabularyEntry& entry : forms.surfaces)
    if (is_member(entry)) ++families.try_emplace(entry.family, Members{&entry.term, 0}).first->second.meant;
  return std::all_of(families.begin(), families.end(), [&](const auto& family) {
    const ArchiveWords::Entries& all = words().of_term(*family.second.term);
    return std::count_if(all.begin(), all.end(), is_member) == family.second.meant;
  });
}

std::optional<VocabularyEntry> FormFinder::printed(std::string_view surface) {
  for (const VocabularyEntry& entry : words().printed(fold(surface)))
    if (entry.surface == surface) return entry;
  return std::nullopt;
}

}  // namespace hemero
