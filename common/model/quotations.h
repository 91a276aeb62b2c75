#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "common/model/article.h"
#include "common/model/page.h"

namespace hemero {

/// How a text tells who says what it quotes.
enum class SpeakerSource : std::uint8_t {
  none,       ///< it does not, or names nobody: "un voisin", "selon le journal"
  named,      ///< by the name, in the sentence of the quotation
  carried,    ///< by a pronoun there, and by who was named before
  continued,  ///< by the quotation before, whose speaker goes on in a sentence of his own
};

/// "named", and so on; empty for none.
constexpr std::string_view speaker_source_name(SpeakerSource source) {
  constexpr std::string_view names[]{"", "named", "carried", "continued"};
  return names[static_cast<std::size_t>(source)];
}

/// In which order quotations come. What is alike comes from the newest to the oldest, then by the article's number,
/// then by its place in the text; articles without a date are the last of all.
enum class QuotationOrder : std::uint8_t {
  newest,
  oldest,
  source,
  speaker,  ///< by the last word of the name; those without a speaker come last
};

/// A quotation, with the article that has it.
struct QuotationLine {
  std::uint64_t number = 0;  ///< in the order, from 1 on
  ArticleId id{};
  std::string date;  ///< as precise as it is known; empty when it is not
  std::string source;
  std::string title;
  std::string speaker;  ///< as the text prints the name; empty where none is known
  SpeakerSource speaker_source = SpeakerSource::none;
  std::string text;               ///< what stands between the marks, as printed
  std::vector<Range> highlights;  ///< in `text`, of the words of the query, ascending, not touching
  std::uint32_t paragraph = 0;    ///< that it begins in, debris left out, from 1 on
  std::uint32_t begin = 0;        ///< in code points of the article's text; end exclusive
  std::uint32_t end = 0;
};

}  // namespace hemero
