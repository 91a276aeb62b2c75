#include "query/words/family.h"

#include <algorithm>

#include "common/text/characters/unicode.h"
#include "common/text/fold.h"
#include "common/text/lexicon.h"
#include "common/text/tokenizer.h"
#include "query/words/inflection.h"
#include "query/words/inner_plural.h"
#include "query/words/spelling.h"

namespace hemero {

namespace {

/// True for a listed name with its capital: Marine, not marine nor MARINE.
bool is_printed_name(std::string_view surface, std::string_view folded) {
  return is_capitalised(surface) && !is_all_capitals(surface) && is_listed_name(folded);
}

/// True for what is written like a third person with this vowel before its last consonants: « ils adhèrent ». With an è
/// no noun is (« un adhérent », « un évènement »).
bool is_third_person(std::string_view lower, std::string_view vowel) {
  constexpr std::string_view ending = "ent";
  if (!lower.ends_with(ending)) return false;
  const std::string_view stem = lower.substr(0, lower.size() - ending.size());
  const std::size_t at = stem.rfind(vowel);
  const std::size_t behind = at == std::string_view::npos ? 0 : stem.size() - at - vowel.size();
  return behind == 1 || behind == 2;
}

bool has_digit(std::string_view word) {
  return std::any_of(word.begin(), word.end(), [](char c) { return c >= '0' && c <= '9'; });
}

/// True for a word of grammar, and for one that may lack the accents that tell it from one.
bool is_of_grammar(const VocabularyEntry& entry) {
  return !has_accents(entry.surface) || is_stop_word(to_lower(entry.surface));
}

/// Entries that print the word with these accents: "sûr" is not "sur". For capitals without accents see writings.h.
std::vector<VocabularyEntry> same_accents(std::vector<VocabularyEntry> entries, std::string_view lower) {
  std::erase_if(entries, [&](const VocabularyEntry& entry) { return to_lower(entry.surface) != lower; });
  return entries;
}

}  // namespace

WordFamily::WordFamily(ArchiveWords& words, Analyzer& analyzer, std::string_view typed)
    : words_(words), analyzer_(analyzer), typed_(to_nfc(typed)), folded_(fold(typed)), lower_(to_lower(typed)) {}

WordFamily::Entries WordFamily::find() {
  Entries same_fold = words_.printed(folded_);
  if (!is_elided(lower_)) remove_elided(same_fold);
  const bool of_grammar = is_stop_word(lower_);
  if (of_grammar || (has_accents(lower_) && folds_to_stop_word(folded_)))
    same_fold = same_accents(std::move(same_fold), lower_);
  if (of_grammar) {
    add(same_fold);
    if (is_stop_noun(lower_)) add_plural();
    return std::move(found_);
  }
  add(same_fold);
  for (const std::string& spelling : equivalents(folded_)) add(words_.printed(spelling));
  if (!has_digit(folded_) && !words_.is_proper(same_fold) && !is_printed_name(typed_, folded_)) add_forms();
  return std::move(found_);
}

/// Adds the other forms of a word that is no name.
void WordFamily::add_forms() {
  spellings_ = meant_spellings();
  noun_ = words_.noun_like_verb(folded_);
  if (is_third_person(lower_, "è")) noun_ = "";
  if (!has_accents(lower_) && is_third_person(lower_, "e")) noun_.reset();
  if (typed_.find('-') == std::string::npos) add_listed(irregular_forms(folded_));  // an e-mail is no émail
  add_listed(irregular_verb_forms(folded_));
  if (noun_.value_or("").empty()) add_regular_verbs();
  add_inner_plurals();
  for (const std::string& term : terms()) add_inflections(term);
}

/// Adds the forms of a compound whose first part may be in the plural as well: « plate-forme », « plates-formes ».
void WordFamily::add_inner_plurals() {
  for (const InnerPlural& plural : inner_plurals(folded_))
    for (const VocabularyEntry& entry : words_.printed(plural.folded))
      if (has_first_part(entry.surface, plural.first_part)) found_.push_back(entry);
  for (const std::string& form : without_inner_plural(typed_)) add(words_.printed(form));
}

/// The plural of a noun that is written like a word of grammar: « deux cars », « les étés ».
void WordFamily::add_plural() {
  Entries plurals = words_.printed(folded_ + 's');
  std::erase_if(plurals,
                [this](const VocabularyEntry& entry) { return !accents_agree(lower_, to_lower(entry.surface)); });
  add(without_names(std::move(plurals)));
}

/// How the typed word is spelt: as it was typed, and, typed without accents, as the archive prints it too.
std::vector<std::string> WordFamily::meant_spellings() {
  constexpr std::int64_t fewest = 10;  // a word printed less often may lack its accents by chance
  endings_.insert(ending_spelling(lower_));
  if (has_accents(lower_)) return {lower_};
  std::vector<std::string> meant;
  for (const VocabularyEntry& entry : words_.printed(folded_)) {
    std::string lower = to_lower(entry.surface);
    endings_.insert(ending_spelling(lower));
    if (has_accents(lower)) meant.push_back(std::move(lower));
  }
  if (words_.printed(folded_).empty())
    for (const std::string& spelling : accented_spellings(lower_)) endings_.insert(ending_spelling(spelling));
  if (!meant.empty() || words_.count(folded_) >= fewest) meant.push_back(lower_);
  return meant;
}

/// Surfaces of one fold that are no name. Those of a name in small letters are none: the paris of a pari, not Paris.
/// What is always capitalised is no name beside a word that is another form of an inhabitant: « mahoraise », Mahorais.
WordFamily::Entries WordFamily::without_names(Entries same_fold) {
  const bool learnt = words_.is_proper(same_fold) && !is_inhabitant(same_fold);
  std::erase_if(same_fold, [learnt](const VocabularyEntry& entry) {
    return (learnt && is_capitalised(entry.surface)) || is_printed_name(entry.surface, entry.folded);
  });
  return same_fold;
}

bool WordFamily::is_inhabitant(const Entries& same_fold) {
  const auto is_small = [](const VocabularyEntry& entry) { return !is_capitalised(entry.surface); };
  const std::vector<std::string> forms = inhabitant_forms(folded_);
  return std::find(forms.begin(), forms.end(), same_fold.front().folded) != forms.end() &&
         std::none_of(same_fold.begin(), same_fold.end(), is_small);
}

/// True for a form of another noun that is written like a verb's; for a verb, less what is mostly its participle.
bool WordFamily::is_other_noun(const std::string& folded) {
  if (!noun_) return false;
  const std::string noun = words_.noun_like_verb(folded);
  return noun != *noun_ && !(noun_->empty() && noun == folded && words_.is_mostly_participle(noun));
}

void WordFamily::add(Entries entries) { std::move(entries.begin(), entries.end(), std::back_inserter(found_)); }

/// Adds the listed forms of a word, but for participles in -é of other verbs: « prisé » is no form of prendre.
void WordFamily::add_listed(const std::vector<std::string>& forms) {
  const auto is_other_verb = [&](const std::string& ending) {
    std::string participle = fold(ending);
    if (participle == ending || participle.ends_with("ee") || participle.ends_with("ees")) return false;
    if (participle.ends_with('s')) participle.pop_back();
    return std::find(forms.begin(), forms.end(), participle + 'e') == forms.end();
  };
  if (std::all_of(endings_.begin(), endings_.end(), is_other_verb)) return;
  for (const std::string& form : forms) {
    if (form == folded_ || are_strangers(folded_, form)) continue;
    Entries entries = words_.printed(form);
    std::erase_if(entries, [&](const auto& entry) { return is_other_verb(ending_spelling(entry.surface)); });
    add_kept(form, std::move(entries));
  }
}

/// Adds the printed forms of the regular verbs that the word is a form of. Two lines of the table may make infinitives
/// that differ in accents only (« révèle »: révéler, and a verb like geler): the one that is printed decides.
void WordFamily::add_regular_verbs() {
  std::set<std::string> infinitives;
  for (const VerbReading& reading : verb_readings(folded_)) {
    const std::string infinitive = reading.stem + reading.conjugation->infinitive.folded;
    if (infinitives.contains(infinitive) || !is_form(reading) || !words_.may_be_verb(reading)) continue;
    if (!words_.printed_so(reading.stem, reading.conjugation->infinitive).empty()) infinitives.insert(infinitive);
    add_verb(reading);
  }
}

/// True when the word as it is spelt has an ending of the verb: « unités » is no form of unir, nor « paraît » of parer.
bool WordFamily::is_form(const VerbReading& reading) {
  const Conjugation& verb = *reading.conjugation;
  const std::string_view folded = std::string_view(folded_).substr(reading.stem.size());
  const auto is_spelt = [&](const VerbEnding& ending) {
    if (ending.folded != folded || !takes(reading.stem, ending)) return false;
    return spellings_.empty() || std::any_of(spellings_.begin(), spellings_.end(), [&](const std::string& spelling) {
             return spelling.ends_with(ending.printed);
           });
  };
  return is_spelt(verb.infinitive) || std::any_of(verb.of_verbs.begin(), verb.of_verbs.end(), is_spelt) ||
         std::any_of(verb.of_nouns.begin(), verb.of_nouns.end(), is_spelt);
}

/// False for what looks like « nous passions » but is the plural of a noun, where the archive prints its singular.
bool WordFamily::takes(const std::string& stem, const VerbEnding& ending) {
  return !ending.folded.ends_with("ions") ||
         words_.count(stem + ending.folded.substr(0, ending.folded.size() - 1)) == 0;
}

void WordFamily::add_verb(const VerbReading& reading) {
  add_verb_form(reading.stem, reading.conjugation->infinitive);
  for (const auto* list : {&reading.conjugation->of_verbs, &reading.conjugation->of_nouns})
    for (const VerbEnding& ending : *list)
      if (takes(reading.stem, ending)) add_verb_form(reading.stem, ending);
}

void WordFamily::add_verb_form(const std::string& stem, const VerbEnding& ending) {
  const std::string form = stem + ending.folded;
  if (form == folded_ || are_strangers(folded_, form)) return;
  Entries entries = words_.printed_so(stem, ending);
  if (!entries.empty()) add_kept(form, std::move(entries));
}

/// The families that the word may belong to: by the stemmer, and as the archive prints it and what may be its
/// relatives.
std::set<std::string> WordFamily::terms() {
  std::set<std::string> terms{analyzer_.analyze(lower_).term};
  const auto add_printed = [&](const std::string& folded) {
    for (const VocabularyEntry& entry : words_.printed(folded)) terms.insert(entry.term);
  };
  add_printed(folded_);
  if (!has_accents(lower_))
    for (const std::string& spelling : accented_spellings(lower_)) terms.insert(analyzer_.analyze(spelling).term);
  for (const std::string& relative : possible_relatives(folded_)) {
    terms.insert(analyzer_.analyze(relative).term);
    add_printed(relative);
  }
  return terms;
}

/// Adds the surfaces of one stem that are inflected forms of the word, but for names.
void WordFamily::add_inflections(const std::string& term) {
  std::map<std::string, Entries> folds;
  for (const VocabularyEntry& entry : words_.of_term(term))
    if (entry.folded != folded_ && inflects(entry)) folds[entry.folded].push_back(entry);
  for (auto& [folded, entries] : folds) {
    if (words_.are_noun_and_verb(folded_, folded) || words_.are_noun_and_verb(folded, folded_))
      std::erase_if(entries, [](const auto& entry) { return ending_spelling(entry.surface) == entry.folded; });
    add_kept(folded, std::move(entries));
  }
}

/// True when the endings of an entry and of the word are those of one class. A noun and the participle of its verb,
/// « le vol » and « volé », are taken together where too little is printed to keep them apart.
bool WordFamily::inflects(const VocabularyEntry& entry) {
  constexpr std::int64_t too_few = 30;
  const std::string ending = ending_spelling(entry.surface);
  const bool known = has_accents(lower_) || words_.count(folded_) > 0;  // else its é is a guess
  const auto is_participle = [&](const std::string& typed) {
    return known && (typed == ending + "é" || ending == typed + "é") && !are_strangers(folded_, entry.folded) &&
           words_.count(folded_) + words_.count(entry.folded) < too_few;
  };
  return std::any_of(endings_.begin(), endings_.end(),
                     [&](const std::string& typed) { return are_inflections(typed, ending) || is_participle(typed); });
}

/// Adds surfaces of one fold, but for words of grammar (devoir reaches « dû », not « du »), names, other nouns and
/// other accents.
void WordFamily::add_kept(const std::string& folded, Entries entries) {
  if (folds_to_stop_word(folded)) std::erase_if(entries, is_of_grammar);
  if (is_other_noun(folded))
    std::erase_if(entries, [](const auto& entry) { return !is_third_person(to_lower(entry.surface), "è"); });
  drop_other_accents(entries);
  add(without_names(std::move(entries)));
}

/// Leaves the surfaces of one fold whose accents are those of the word, and those that lack theirs: in capitals, by a
/// misprint, or because the archive prints the word itself without.
void WordFamily::drop_other_accents(Entries& same_fold) {
  const auto is_accented = [](const VocabularyEntry& entry) { return has_accents(entry.surface); };
  const bool accents = has_accents(lower_) || std::any_of(same_fold.begin(), same_fold.end(), is_accented);
  if (spellings_.empty() || !accents) return;
  constexpr std::int64_t misprints = 50;  // of one in so many the accents are left out
  const auto agrees = [&](const VocabularyEntry& entry) {
    const std::string lower = to_lower(entry.surface);
    return std::any_of(spellings_.begin(), spellings_.end(),
                       [&](const std::string& spelling) { return accents_agree(spelling, lower); });
  };
  std::int64_t agreeing = 0;
  std::int64_t bare = 0;
  for (const VocabularyEntry& entry : same_fold)
    (agrees(entry) ? agreeing : bare) += is_capitalised(entry.surface) ? 0 : entry.occurrences;
  const bool misprinted = agreeing > 0 && bare * misprints <= agreeing;
  std::erase_if(same_fold, [&](const VocabularyEntry& entry) {
    if (agrees(entry)) return false;
    if (has_accents(entry.surface)) return true;
    return !is_all_capitals(entry.surface) && !is_printed_bare() && !misprinted;
  });
}

/// True when the archive prints the word, always without accents.
bool WordFamily::is_printed_bare() {
  const Entries& same_fold = words_.printed(folded_);
  return !same_fold.empty() && std::none_of(same_fold.begin(), same_fold.end(),
                                            [](const VocabularyEntry& entry) { return has_accents(entry.surface); });
}

}  // namespace hemero
