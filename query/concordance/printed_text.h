#pragma once

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "common/model/article.h"
#include "common/model/occurrences.h"
#include "common/text/tokenizer.h"
#include "query/match/pattern_finder.h"

namespace hemero {

/// An article as printed, under the positions that its tokens have in its stream. One thread at a time.
class PrintedText {
 public:
  /// The article must outlive what is asked next.
  void read(const Article& article);

  /// What stands at a span of its stream and around it: so many words on each side, more where they would cut a
  /// compound, none of another paragraph. Nothing where the stream is not that of this text. The line's names are left
  /// empty.
  std::optional<ConcordanceLine> line(const Span& span, std::size_t context) const;

 private:
  struct Place {
    std::uint32_t begin = 0;  ///< bytes of the title or of the text
    std::uint32_t end = 0;
    std::uint32_t paragraph = none;  ///< an index of paragraphs_
    std::uint32_t sentence = 0;      ///< of the article
    bool elided = false;
    bool continues = false;  ///< a compound that began before
  };
  struct Paragraph {
    std::uint32_t begin = 0;
    std::uint32_t end = 0;
    std::uint32_t number = 0;          ///< as it is told
    std::uint32_t first_sentence = 0;  ///< of the article
  };
  static constexpr std::uint32_t none = UINT32_MAX;

  void place(std::string_view text, Paragraph paragraph);
  std::uint32_t left_end(std::uint32_t position, std::size_t words) const;
  std::uint32_t right_end(std::uint32_t position, std::size_t words) const;

  const Article* article_ = nullptr;
  Tokenizer tokenizer_;
  TokenList tokens_;
  SpanCounter counter_;
  std::vector<Place> places_;  ///< by position
  std::vector<Paragraph> paragraphs_;
};

}  // namespace hemero
