#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "common/store/vocabulary/vocabulary.h"

namespace hemero {

/// The words of an archive that are one by their folded form, as a group: its number is its place in the order of these
/// forms, from 1 on. Where capitals tell words apart (Pierre, pierre), those without any, those that begin with their
/// only one, and all others are groups of their own.
class WordGroups {
 public:
  explicit WordGroups(Vocabulary& vocabulary, bool capitals = false);

  std::size_t size() const { return starts_.size(); }  ///< greater than every number

  /// Greater than the id of every surface that is in a group.
  std::size_t ids() const { return groups_.size(); }

  /// The group of a surface, by its id; 0 for none.
  std::uint32_t of(std::uint32_t surface) const { return surface < groups_.size() ? groups_[surface] : 0; }

  /// The ids of a group's surfaces, elided words and compounds among them.
  std::span<const std::uint32_t> surfaces(std::uint32_t group) const {
    const std::size_t end = group + 1 < starts_.size() ? starts_[group + 1] : surfaces_.size();
    return std::span(surfaces_).subspan(starts_[group], end - starts_[group]);
  }

 private:
  void add(std::span<const std::uint32_t> ids);

  std::vector<std::uint32_t> groups_;    ///< by id
  std::vector<std::uint32_t> surfaces_;  ///< by group
  std::vector<std::size_t> starts_{0};   ///< in surfaces_, by group
};

}  // namespace hemero
