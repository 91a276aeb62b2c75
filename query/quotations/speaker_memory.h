#pragma once

#include <optional>
#include <vector>

#include "query/quotations/attribution.h"
#include "query/quotations/person_mentions.h"
#include "query/quotations/quotation.h"

namespace hemero {

/// Who is meant by a pronoun, and who goes on speaking: what was said last of speakers. One text, span by span in their
/// order.
class SpeakerMemory {
 public:
  /// All must outlive it: the words and spans of a text, and what their sentences tell.
  SpeakerMemory(SpeechWords words, const std::vector<QuotedSpan>& spans, const std::vector<Attribution>& told);

  struct Known {
    Range name;
    SpeakerSource source = SpeakerSource::none;
  };

  /// The speaker of the next span.
  Known next();

 private:
  struct Mentions;

  Known named(const Range& name);
  Known nobody();
  Known pronoun(std::string_view pronoun);
  Known continued() const;
  std::optional<Range> meant_by_pronoun(std::size_t from, std::size_t to);
  std::size_t paragraph_of(std::size_t at) const;
  Mentions mentions_in(std::size_t from, std::size_t to) const;

  SpeechWords words_;
  const std::vector<QuotedSpan>& spans_;
  const std::vector<Attribution>& told_;
  std::vector<PersonMention> mentions_;
  std::vector<std::size_t> paragraphs_;  ///< the bytes that they begin at
  std::size_t span_ = 0;
  Known before_;               ///< the speaker of the span before
  std::optional<Range> last_;  ///< the speaker whom a pronoun may mean
  std::size_t heard_ = 0;      ///< the byte behind which people are looked for who may be meant instead
};

}  // namespace hemero
