#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "common/model/field.h"
#include "common/model/query_tree.h"

namespace hemero {

/// What must stand in an article, as far as terms cannot tell. Words are slots: sets of surfaces.
struct Pattern {
  enum class Kind : std::uint8_t {
    slot,       ///< a token whose surface is in slot number `slot`
    sequence,   ///< its parts, each right after the one before
    any,        ///< one of its parts
    near,       ///< its two parts, as near as `nearness` says
    sentence,   ///< all of its parts in one sentence
    paragraph,  ///< all of its parts in one paragraph
  };

  Kind kind = Kind::slot;
  std::uint32_t slot = 0;      ///< its number, of a slot
  std::vector<Pattern> parts;  ///< of all others
  Nearness nearness;           ///< of near

  static Pattern of_slot(std::uint32_t slot) { return {Kind::slot, slot, {}, {}}; }
  static Pattern group(Kind kind, std::vector<Pattern> parts, Nearness nearness = {}) {
    return {kind, 0, std::move(parts), nearness};
  }

  bool operator==(const Pattern&) const = default;
};

/// One question about an article: does the pattern stand there, often enough, in that field?
struct Check {
  Pattern pattern;
  std::uint32_t at_least = 1;
  std::optional<Field> field;  ///< title, lead or body
  bool strict = false;         ///< stands under an exclusion: it may never be taken as holding without being looked at
  bool refutes = false;        ///< who meets it does not match: it stands under one exclusion, or under three

  bool operator==(const Check&) const = default;
};

}  // namespace hemero
