#include "query/words/archive_words.h"

#include <utility>

#include "common/text/characters/unicode.h"
#include "common/text/lexicon.h"
#include "query/words/inflection.h"
#include "query/words/spelling.h"

namespace hemero {

namespace {

/// A name is capitalised inside sentences at least twice, and nine times in ten.
constexpr std::int64_t fewest_capitals = 2;
constexpr std::int64_t capitals_for_one_lower = 9;

}  // namespace

bool is_name(const std::vector<VocabularyEntry>& same_fold) {
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

const ArchiveWords::Entries& ArchiveWords::printed(const std::string& folded) {
  const auto known = printed_.find(folded);
  return known != printed_.end() ? known->second : keep(printed_, folded, vocabulary_.by_folded(folded));
}

const ArchiveWords::Entries& ArchiveWords::of_term(const std::string& term) {
  const auto known = of_term_.find(term);
  return known != of_term_.end() ? known->second : keep(of_term_, term, vocabulary_.by_term(term));
}

const ArchiveWords::Entries& ArchiveWords::keep(Known& known, const std::string& shape, Entries entries) {
  size_ += 1 + entries.size();
  return known.emplace(shape, std::move(entries)).first->second;
}

void ArchiveWords::forget() {
  printed_.clear();
  of_term_.clear();
  size_ = 0;
}

/// Those without an é at their end.
std::int64_t ArchiveWords::count_bare(const std::string& folded) {
  std::int64_t occurrences = 0;
  for (const VocabularyEntry& entry : printed(folded))
    if (ending_spelling(entry.surface) == folded) occurrences += entry.occurrences;
  return occurrences;
}

bool ArchiveWords::is_proper(const Entries& same_fold) {
  if (!is_name(same_fold)) return false;
  for (const std::string& other : inhabitant_forms(same_fold.front().folded))
    for (const VocabularyEntry& entry : printed(other))
      if (!is_capitalised(entry.surface)) return false;
  return true;
}

bool ArchiveWords::are_noun_and_verb(std::string_view noun, const std::string& verb) {
  constexpr std::int64_t fewest_singulars = 20;
  constexpr std::int64_t singulars_for_one_plural = 50;
  if (noun.ends_with('e') || !verb.ends_with('e')) return false;
  const std::string_view stem = std::string_view(verb).substr(0, verb.size() - 1);
  if (noun != stem && noun.ends_with('s')) noun.remove_suffix(1);
  const bool doubled = !noun.empty() && stem.size() == noun.size() + 1 && stem.ends_with(noun.back());
  if (!stem.starts_with(noun) || (stem != noun && !doubled)) return false;
  const std::int64_t singulars = count_bare(verb);
  const std::string with_y = stem.ends_with('i') ? std::string(stem.substr(0, stem.size() - 1)) + "yer" : verb + 'r';
  return singulars >= fewest_singulars && count_bare(verb + 's') * singulars_for_one_plural < singulars &&
         count(verb + 'r') + count(with_y) > 0;
}

std::string ArchiveWords::noun_like_verb(const std::string& folded) {
  constexpr std::size_t shortest = 5;
  constexpr std::int64_t fewest_plurals = 2;
  constexpr std::int64_t singulars_for_one_plural = 2;
  std::string singular = folded;
  if (singular.ends_with('s')) singular.pop_back();
  if (is_noun_like_verb(singular)) return singular;
  if (singular.ends_with('e')) singular.pop_back();
  if (is_noun_like_verb(singular)) return singular;
  if (singular.size() < shortest || (!singular.ends_with("ant") && !singular.ends_with("ent"))) return {};
  if (count(singular + "er") > 0) return {};  // présent and présenter: no participle
  const std::int64_t plurals = count(singular + 's');
  const bool often = plurals >= fewest_plurals && plurals * singulars_for_one_plural >= count(singular);
  return often ? singular : std::string();
}

bool ArchiveWords::is_mostly_participle(const std::string& noun) {
  constexpr std::int64_t verbs_for_one = 10;
  constexpr std::string_view ending = "ant";
  if (!noun.ends_with(ending)) return false;
  std::string stem = noun.substr(0, noun.size() - ending.size());
  if (stem.ends_with("ge")) stem.pop_back();
  std::int64_t verbs = 0;
  for (const char* other : {"er", "e", "ee", "es", "ees", "ent"}) verbs += count(stem + other);
  return count(stem + "er") > 0 && count(noun) * verbs_for_one <= verbs;
}

/// How often the archive prints the forms of what may be a verb.
struct ArchiveWords::Evidence {
  std::int64_t infinitives = 0;
  std::int64_t verbal = 0;       ///< with endings that only verbs have
  std::int64_t participles = 0;  ///< in -é or -i, feminine and plural too
  std::int64_t plain = 0;        ///< with endings that nouns have too
  std::size_t endings = 0;       ///< different ones that only verbs have, each printed more than once
};

/// Where neither the infinitive nor one of the first endings is printed, the others are not looked up.
ArchiveWords::Evidence ArchiveWords::evidence(const VerbReading& reading) {
  constexpr std::ptrdiff_t likeliest = 6;  // endings in the table's order
  Evidence seen;
  const std::string infinitive = reading.stem + reading.conjugation->infinitive.folded;
  if (noun_like_verb(infinitive).empty())
    for (const VocabularyEntry& entry : printed_so(reading.stem, reading.conjugation->infinitive))
      if (!is_capitalised(entry.surface)) seen.infinitives += entry.occurrences;
  const std::vector<VerbEnding>& of_verbs = reading.conjugation->of_verbs;
  for (const VerbEnding& ending : of_verbs) {
    if (seen.infinitives == 0 && seen.endings == 0 && &ending - of_verbs.data() == likeliest) break;
    const std::int64_t times = occurrences_of(printed_so(reading.stem, ending));
    seen.verbal += times;
    if (times > 1) ++seen.endings;
  }
  for (const VerbEnding& ending : reading.conjugation->of_nouns) {
    const bool participle = ending.printed.find("é") != std::string::npos || ending.printed.starts_with('i');
    const std::int64_t times = occurrences_of(printed_so(reading.stem, ending));
    (participle ? seen.participles : seen.plain) += times;
  }
  return seen;
}

bool ArchiveWords::may_be_verb(const VerbReading& reading) {
  constexpr std::int64_t too_few = 30;
  constexpr std::int64_t plain_for_one = 10;
  constexpr std::size_t beside_infinitive = 3;
  constexpr std::size_t alone = 5;
  const Evidence seen = evidence(reading);
  const bool is_short = reading.stem.size() <= 2;  // many a word ends like the forms of a verb with so short a stem
  const std::int64_t nominal = seen.infinitives + seen.participles;
  if (seen.infinitives > 0 && seen.endings >= beside_infinitive) return true;
  if (seen.endings >= alone && !is_short) return true;
  if (seen.infinitives > 0 && (!is_short || seen.participles > 0) && nominal * plain_for_one >= seen.plain) return true;
  return nominal + seen.verbal + seen.plain < too_few;
}

ArchiveWords::Entries ArchiveWords::printed_so(const std::string& stem, const VerbEnding& ending) {
  Entries entries = printed(stem + ending.folded);
  if (entries.empty()) return entries;
  std::erase_if(entries, [&](const VocabularyEntry& entry) {
    const std::string lower = to_lower(entry.surface);
    return !lower.ends_with(ending.printed) && !is_all_capitals(entry.surface);
  });
  return entries;
}

}  // namespace hemero
