#include "query/concordance/reference.h"

#include <algorithm>

#include "common/text/characters/unicode.h"
#include "common/text/lexicon.h"
#include "common/text/tokenizer.h"
#include "query/match/distinct_texts.h"
#include "query/match/text_words.h"

namespace hemero {

Reference::Reference(const std::vector<VersionId>& looked_at, bool collapse, ArchiveReader& archive,
                     const WordGroups& groups, const Deadline& deadline)
    : archive_(archive), groups_(groups), tokens_(groups.ids()), left_out_(groups) {
  const std::vector<VersionId> all =
      archive.index().matches(CandidateQuery::everything(), nullptr, Deadline::Clock::time_point::max()).versions;
  const std::vector<VersionId> texts = collapse ? distinct_texts(all, looked_at, archive.index()) : all;
  texts_ = texts.size();
  auto text = texts.begin();
  for (std::size_t i = 0; i < all.size() && !deadline.over(); ++i) {
    const std::string_view codes = codes_of(all[i], archive);
    const std::uint64_t words = tokens_.add(codes);
    if (text != texts.end() && *text == all[i]) {
      words_ += words;
      ++text;
    } else {
      for (const TextWord& word : read_words(codes)) left_out_.add(word.surface);
    }
  }
}

KnownWord Reference::word(std::uint32_t group, const WordCounts& counted) const {
  KnownWord known;
  std::uint64_t most = 0;
  for (const std::uint32_t surface : groups_.surfaces(group)) {
    const auto printed = archive_.vocabulary().word(surface);
    if (!printed || is_elided(printed->surface)) continue;
    const auto occurrences = static_cast<std::uint64_t>(printed->occurrences);
    known.occurrences += occurrences - std::min(occurrences, tokens_.compounds(surface));
    if (const std::uint64_t times = counted.of_surface(surface); times > most) {
      most = times;
      known.label = printed->surface;
    }
  }
  known.occurrences -= std::min(known.occurrences, left_out_.occurrences(group));
  return known;
}

std::string label_of(std::uint32_t group, const WordCounts& counted, const WordGroups& groups, Vocabulary& vocabulary) {
  std::uint32_t commonest = 0;
  std::uint64_t most = 0;
  for (const std::uint32_t surface : groups.surfaces(group))
    if (const std::uint64_t times = counted.of_surface(surface); times > most) {
      most = times;
      commonest = surface;
    }
  const auto printed = vocabulary.word(commonest);
  return printed ? printed->surface : "";
}

bool is_stop_label(std::string_view label) { return is_stop_word(to_lower(label)); }

}  // namespace hemero
