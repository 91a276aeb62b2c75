#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "common/base/dates/date.h"
#include "common/model/field.h"

namespace hemero {

/// How a word is meant.
enum class WordMode : std::uint8_t {
  family,  ///< with its inflected forms, blind to accents
  exact,   ///< =mot: this form, accents and all
  prefix,  ///< ambassad*
  fuzzy,   ///< khalilzade~
};

/// How near to each other two parts of a text stand.
struct Nearness {
  std::uint32_t distance = 0;  ///< words from the one to the other, at most
  bool ordered = false;        ///< AVANT: the first part comes first

  bool operator==(const Nearness&) const = default;
};

/// One node of a query: what the reader asked for, before the archive is looked at.
struct QueryNode {
  enum class Kind : std::uint8_t {
    words,      ///< what stands side by side: how many of them must match is the reader's --match
    all,        ///< ET
    any,        ///< OU
    exclude,    ///< SAUF, -: an article with its one child is no hit
    word,       ///< `text`, typed without blanks
    phrase,     ///< `text`, typed between quotation marks
    near,       ///< its two children, as near as `nearness` says
    sentence,   ///< its children in one sentence
    paragraph,  ///< its children in one paragraph
    date,       ///< published between `from` and `to`, both included, either open
  };

  Kind kind = Kind::words;
  std::string text;
  WordMode mode = WordMode::family;
  std::vector<std::string> dropped;  ///< forms that a word is not to reach, each read as an exact word
  std::uint32_t at_least = 1;        ///< occurrences of a word or phrase
  Nearness nearness;                 ///< of a near node
  std::optional<Field> field;        ///< where a word or phrase must stand; for a group, where its words must
  std::optional<Date> from;
  std::optional<Date> to;
  std::vector<QueryNode> children;

  bool operator==(const QueryNode&) const = default;
};

/// True for a word with nothing special about it: in any of its forms, once, anywhere.
bool is_plain_word(const QueryNode& node);

/// Such a word.
QueryNode plain_word(std::string text);

/// True for a query that only excludes: it finds every article but some.
bool only_excludes(const QueryNode& node);

/// The node in the query language, in its canonical French form; parsing it gives the same node back, unless it no
/// longer fits the limits of a query: what was lifted out of PRÈS and MÊME is written twice, and in brackets of its
/// own.
std::string to_query(const QueryNode& node);

/// The node as an expression with every level in brackets, for people who look at what was understood.
std::string to_tree(const QueryNode& node);

}  // namespace hemero
