#include "query/forms.h"

#include <algorithm>
#include <map>

#include "common/text/fold.h"
#include "common/text/lexicon.h"
#include "common/text/tokenizer.h"
#include "common/text/unicode.h"
#include "query/edit_distance.h"
#include "query/inflection.h"

namespace hemero {

namespace {

constexpr std::size_t most_expansions = 200;
constexpr std::size_t two_edits_from = 8;  ///< characters

/// A name is capitalised inside sentences at least twice, and nine times in ten.
constexpr std::int64_t fewest_capitals = 2;
constexpr std::int64_t capitals_for_one_lower = 9;

bool any_letter(std::string_view word, bool (*is)(char32_t)) {
  for (std::size_t at = 0; at < word.size();) {
    const CodePoint c = code_point_at(word, at);
    if (is(c.value)) return true;
    at += c.size;
  }
  return false;
}

bool has_capital(std::string_view word) { return any_letter(word, is_upper); }
bool is_all_capitals(std::string_view word) { return code_point_count(word) > 1 && !any_letter(word, is_lower); }

bool is_capitalised(std::string_view word) { return is_upper(code_point_at(word, 0).value); }

bool has_accents(std::string_view lower) {
  return std::any_of(lower.begin(), lower.end(), [](char c) { return static_cast<unsigned char>(c) >= 0x80; });
}

bool has_digit(std::string_view word) {
  return std::any_of(word.begin(), word.end(), [](char c) { return c >= '0' && c <= '9'; });
}

/// True for a listed name with its capital: Marine, not marine nor MARINE.
bool is_printed_name(std::string_view surface, std::string_view folded) {
  return is_capitalised(surface) && !is_all_capitals(surface) && is_listed_name(folded);
}

/// True for what is written like a third person with this vowel before its last consonants: « ils adhèrent ». With an è no
/// noun is (« un adhérent », « un évènement »).
bool is_third_person(std::string_view lower, std::string_view vowel) {
  constexpr std::string_view ending = "ent";
  if (!lower.ends_with(ending)) return false;
  const std::string_view stem = lower.substr(0, lower.size() - ending.size());
  const std::size_t at = stem.rfind(vowel);
  const std::size_t behind = at == std::string_view::npos ? 0 : stem.size() - at - vowel.size();
  return behind == 1 || behind == 2;
}

void sort_by_id(std::vector<VocabularyEntry>& entries) {
  const auto by_id = [](const VocabularyEntry& a, const VocabularyEntry& b) { return a.id < b.id; };
  std::sort(entries.begin(), entries.end(), by_id);
  entries.erase(std::unique(entries.begin(), entries.end(), [](const auto& a, const auto& b) { return a.id == b.id; }),
                entries.end());
}

WordForms sorted(std::vector<VocabularyEntry> entries, bool cut = false) {
  sort_by_id(entries);
  return {std::move(entries), cut};
}

bool is_elided(std::string_view surface) { return surface.ends_with('\''); }

/// Words only: the letter L is not the l’ of « l’état ».
void remove_elided(std::vector<VocabularyEntry>& entries) {
  std::erase_if(entries, [](const VocabularyEntry& entry) { return is_elided(entry.surface); });
}

/// Entries that print the word with these accents: "sûr" is not "sur". Capitals without accents print any.
std::vector<VocabularyEntry> same_accents(std::vector<VocabularyEntry> entries, std::string_view lower) {
  std::erase_if(entries, [&](const VocabularyEntry& entry) { return to_lower(entry.surface) != lower; });
  return entries;
}

}  // namespace

bool FormFinder::is_name(const std::vector<VocabularyEntry>& same_fold) {
  std::int64_t capitals = 0;
  std::int64_t lower = 0;
  for (const VocabularyEntry& entry : same_fold) {
    if (!is_capitalised(entry.surface))
      lower += entry.occurrences;
    else if (!is_all_capitals(entry.surface))
      capitals += entry.inside;
  }
  return capitals >= fewest_capitals && capitals >= capitals_for_one_lower * lower;
}

WordForms FormFinder::family(std::string_view typed) {
  const std::string folded = fold(typed);
  const std::string lower = to_lower(typed);
  std::vector<VocabularyEntry> found = vocabulary_.by_folded(folded);
  if (!is_elided(lower)) remove_elided(found);
  if (is_stop_word(lower) || (has_accents(lower) && folds_to_stop_word(folded)))
    return sorted(same_accents(std::move(found), lower));
  add_spellings(equivalents(folded), found);
  if (has_digit(folded) || is_name(found) || is_printed_name(to_nfc(typed), folded)) return sorted(std::move(found));
  Asked asked{folded, ending_spelling(typed), participle_noun(folded)};
  if (is_third_person(lower, "è")) asked.noun = "";
  if (!has_accents(lower) && is_third_person(lower, "e")) asked.noun.reset();
  std::set<std::string> terms{analyzer_.analyze(typed).term};
  for (const VocabularyEntry& entry : found) terms.insert(entry.term);
  if (!has_accents(lower)) add_terms(accented_spellings(lower), terms);
  add_terms(possible_relatives(folded), terms);
  add_listed(irregular_forms(folded), asked, found);
  add_listed(irregular_verb_forms(folded), asked, found);
  for (const std::string& term : terms) add_family(term, asked, found);
  return sorted(std::move(found));
}

std::int64_t FormFinder::count(std::string_view folded) {
  std::int64_t occurrences = 0;
  for (const VocabularyEntry& entry : vocabulary_.by_folded(folded)) occurrences += entry.occurrences;
  return occurrences;
}

/// Those without an é at their end.
std::int64_t FormFinder::count_bare(std::string_view folded) {
  std::int64_t occurrences = 0;
  for (const VocabularyEntry& entry : vocabulary_.by_folded(folded))
    if (ending_spelling(entry.surface) == folded) occurrences += entry.occurrences;
  return occurrences;
}

/// True for a noun (« accord », « accords ») and what looks like its feminine but is a verb (« accorde »): a feminine has
/// a plural, « tu accordes » is hardly ever printed, the infinitive is. A few occurrences tell nothing.
bool FormFinder::are_noun_and_verb(std::string_view noun, const std::string& verb) {
  constexpr std::int64_t fewest_singulars = 20;
  constexpr std::int64_t singulars_for_one_plural = 50;
  if (noun.ends_with('e') || !verb.ends_with('e')) return false;
  const std::string_view stem = std::string_view(verb).substr(0, verb.size() - 1);
  if (noun != stem && noun.ends_with('s')) noun.remove_suffix(1);
  const bool doubled = !noun.empty() && stem.size() == noun.size() + 1 && stem.ends_with(noun.back());
  if (!stem.starts_with(noun) || (stem != noun && !doubled)) return false;
  const std::int64_t singulars = count_bare(verb);
  return singulars >= fewest_singulars && count_bare(verb + 's') * singulars_for_one_plural < singulars &&
         count(verb + 'r') > 0;
}

/// The noun or adjective in -ant or -ent that a word is a form of ("étudiantes": etudiant), empty when it is a form of
/// a verb. The verb's participle and its third person take no -s: where the archive prints one often, it is a noun.
std::string FormFinder::participle_noun(std::string_view folded) {
  constexpr std::size_t shortest = 5;
  constexpr std::int64_t fewest_plurals = 2;
  constexpr std::int64_t singulars_for_one_plural = 2;
  std::string singular(folded);
  if (singular.ends_with('s')) singular.pop_back();
  if (singular.ends_with('e')) singular.pop_back();
  if (singular.size() < shortest || (!singular.ends_with("ant") && !singular.ends_with("ent"))) return {};
  if (is_participle_noun(singular)) return singular;
  if (count(singular + "er") > 0) return {};  // présent and présenter: no participle
  const std::int64_t plurals = count(singular + 's');
  const bool often = plurals >= fewest_plurals && plurals * singulars_for_one_plural >= count(singular);
  return often ? singular : std::string();
}

/// Surfaces of one fold that are no name. Those of a name in small letters are none: the paris of a pari, not Paris.
std::vector<VocabularyEntry> FormFinder::without_names(std::vector<VocabularyEntry> same_fold) {
  const bool learnt = is_name(same_fold);
  std::erase_if(same_fold, [learnt](const VocabularyEntry& entry) {
    return (learnt && is_capitalised(entry.surface)) || is_printed_name(entry.surface, entry.folded);
  });
  return same_fold;
}

/// Adds the listed forms of a word, but for those that are printed like a word of grammar: the du of devoir.
void FormFinder::add_listed(const std::vector<std::string>& forms, const Asked& asked,
                            std::vector<VocabularyEntry>& into) {
  for (const std::string& form : forms) {
    if (folds_to_stop_word(form) || (asked.noun && participle_noun(form) != asked.noun)) continue;
    auto entries = without_names(vocabulary_.by_folded(form));
    std::move(entries.begin(), entries.end(), std::back_inserter(into));
  }
}

void FormFinder::add_spellings(const std::vector<std::string>& spellings, std::vector<VocabularyEntry>& into) {
  for (const std::string& spelling : spellings) {
    auto entries = vocabulary_.by_folded(spelling);
    std::move(entries.begin(), entries.end(), std::back_inserter(into));
  }
}

/// The families that these spellings belong to: by the stemmer, and as the archive prints them.
void FormFinder::add_terms(const std::vector<std::string>& spellings, std::set<std::string>& terms) {
  for (const std::string& spelling : spellings) {
    terms.insert(analyzer_.analyze(spelling).term);
    for (const VocabularyEntry& entry : vocabulary_.by_folded(fold(spelling))) terms.insert(entry.term);
  }
}

/// Adds the surfaces of one stem that are inflected forms of the word, but for names.
void FormFinder::add_family(const std::string& term, const Asked& asked, std::vector<VocabularyEntry>& into) {
  std::map<std::string, std::vector<VocabularyEntry>> folds;
  for (VocabularyEntry& entry : vocabulary_.by_term(term))
    if (entry.folded != asked.folded && are_inflections(asked.spelled, ending_spelling(entry.surface)))
      folds[entry.folded].push_back(std::move(entry));
  for (auto& [fold, entries] : folds) {
    if (folds_to_stop_word(fold)) continue;
    if (are_noun_and_verb(asked.folded, fold))
      std::erase_if(entries, [](const auto& entry) { return ending_spelling(entry.surface) == entry.folded; });
    if (asked.noun && participle_noun(fold) != asked.noun)
      std::erase_if(entries, [](const auto& entry) { return !is_third_person(to_lower(entry.surface), "è"); });
    entries = without_names(std::move(entries));
    std::move(entries.begin(), entries.end(), std::back_inserter(into));
  }
}

WordForms FormFinder::same_word(std::string_view typed) {
  const std::string folded = fold(typed);
  std::vector<VocabularyEntry> found = vocabulary_.by_folded(folded);
  add_spellings(equivalents(folded), found);
  return sorted(std::move(found));
}

WordForms FormFinder::exact(std::string_view typed) {
  std::vector<VocabularyEntry> found = vocabulary_.by_folded(fold(typed));
  const std::string composed = to_nfc(typed);
  const std::string lower = to_lower(typed);
  const bool any_case = !has_capital(composed);
  std::erase_if(found, [&](const VocabularyEntry& entry) {
    return any_case ? to_lower(entry.surface) != lower : entry.surface != composed;
  });
  return sorted(std::move(found));
}

WordForms FormFinder::prefix(std::string_view typed) {
  auto found = vocabulary_.by_prefix(fold(typed), most_expansions + 1);
  const bool cut = found.size() > most_expansions;
  if (cut) found.pop_back();
  remove_elided(found);
  return sorted(std::move(found), cut);
}

WordForms FormFinder::fuzzy(std::string_view typed) {
  return similar(typed, code_point_count(fold(typed)) >= two_edits_from ? 2 : 1);
}

WordForms FormFinder::one_edit_away(std::string_view typed) { return similar(typed, 1); }

/// The words of the archive within so many edits, the word itself among them.
WordForms FormFinder::similar(std::string_view typed, std::size_t edits) {
  const std::string folded = fold(typed);
  const std::size_t size = code_point_count(folded);
  EditMatcher matcher(folded, edits);
  std::vector<std::string> similar;
  vocabulary_.each_folded(size - std::min(size, edits), size + edits, [&](std::string_view form) {
    if ((similar.empty() || similar.back() != form) && matcher.matches(form)) similar.emplace_back(form);
  });
  std::vector<VocabularyEntry> found;
  for (const std::string& form : similar)
    for (VocabularyEntry& entry : vocabulary_.by_folded(form)) found.push_back(std::move(entry));
  remove_elided(found);
  const bool cut = found.size() > most_expansions;
  std::sort(found.begin(), found.end(), [](const auto& a, const auto& b) { return a.occurrences > b.occurrences; });
  if (cut) found.resize(most_expansions);
  return sorted(std::move(found), cut);
}

bool FormFinder::is_whole(const WordForms& forms) {
  std::set<std::uint32_t> ids;
  std::set<std::string> terms;
  for (const VocabularyEntry& entry : forms.surfaces) {
    ids.insert(entry.id);
    if (is_indexed(entry.surface)) terms.insert(entry.term);
  }
  for (const std::string& term : terms)
    for (const VocabularyEntry& entry : vocabulary_.by_term(term))
      if (is_indexed(entry.surface) && !ids.contains(entry.id)) return false;
  return true;
}

std::optional<VocabularyEntry> FormFinder::printed(std::string_view surface) {
  for (VocabularyEntry& entry : vocabulary_.by_folded(fold(surface)))
    if (entry.surface == surface) return std::move(entry);
  return std::nullopt;
}

}  // namespace hemero
