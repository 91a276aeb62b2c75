#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "common/model/query_tree.h"

namespace hemero {

/// One element of a typed query: a word, a phrase, an operator, a bracket.
struct QueryElement {
  enum class Kind : std::uint8_t {
    word,
    phrase,
    open,
    close,
    all_of,     ///< ET AND
    any_of,     ///< OU OR
    except,     ///< SAUF NOT
    minus,      ///< - right before what it excludes
    near,       ///< PRÈS/6 NEAR/6
    before,     ///< AVANT/6 BEFORE/6
    sentence,   ///< MÊME:phrase SAME:sentence
    paragraph,  ///< MÊME:paragraphe SAME:paragraph
    field,      ///< titre: and its like, right before what stands in it
    date,       ///< date: avant: après: with their value in `from` and `to`
  };

  Kind kind = Kind::word;
  std::string text;
  WordMode mode = WordMode::family;
  std::vector<std::string> dropped;  ///< mot~-forme: forms that the word is not to reach
  std::uint32_t number = 1;          ///< of occurrences at least, or the distance of near and before
  Field field = Field::title;
  std::optional<Date> from;
  std::optional<Date> to;
};

/// A query cut into its elements, and what the reader should know about how it was read.
struct QueryElements {
  std::vector<QueryElement> elements;
  std::vector<std::string> notices;
};

/// Cuts a query. Never fails: what cannot be an operator is a word, and a notice says so. Limits: 4 KiB, 64 words.
QueryElements cut_query(std::string_view text);

}  // namespace hemero
