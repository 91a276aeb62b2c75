#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "common/model/article.h"
#include "common/model/page.h"
#include "common/text/token.h"

namespace hemero {

/// A sentence of a text: from its opening quotation mark, if it has one, to what closes it.
struct Sentence {
  Range range;
  std::size_t zone = 0;         ///< index in the article's zones
  std::size_t first_token = 0;  ///< in the list
  std::size_t last_token = 0;   ///< exclusive
};

/// `begin`, or the place before it, not before `lower`, from where quotation marks, brackets and dashes open what it
/// starts.
std::uint32_t with_opening_marks(std::string_view text, std::uint32_t lower, std::uint32_t begin);

/// The sentences of the zones that were tokenized (all but debris), in order.
std::vector<Sentence> find_sentences(const TokenList& tokens, const std::vector<Zone>& zones);

}  // namespace hemero
