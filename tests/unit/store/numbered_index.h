#pragma once

#include <string>
#include <vector>

#include "common/store/index/index_format.h"
#include "common/store/index/index_writer.h"
#include "tests/unit/store/temporary_folder.h"

// An index of versions whose terms, frequencies, dates and streams depend on their numbers.

namespace hemero {

using Ids = std::vector<std::uint32_t>;

// Word families that stand for the terms of the tests.
constexpr std::uint32_t all_family = 1;
constexpr std::uint32_t new_family = 2;
constexpr std::uint32_t none_family = 3;
constexpr std::uint32_t mod7_family = 10;   // and the six after it
constexpr std::uint32_t own_family = 1000;  // and those after it

inline const std::string all = family_term(all_family);

inline std::string own(std::uint32_t id) { return family_term(own_family + id); }
inline std::string codes_of(std::uint32_t id) { return "stream of " + std::to_string(id); }

/// A version whose terms and frequencies depend on its number.
inline IndexedVersion numbered(std::uint32_t id) {
  return {VersionId(id),
          {{all_family, 1 + id % 3}, {mod7_family + id % 7, 2}, {own_family + id, 1}},
          {"F"},
          id % 5 == 0 ? "" : "2021" + std::to_string(10 + id % 3)};
}

inline IndexWriter open(const IndexFolder& folder) {
  return {folder, folder.list().value_or(PartList{.archive = "uuid", .analyzer = "analyzer"}), std::size_t{1} << 20};
}

/// Writes numbered versions [first, last] and removes some, in one publication.
inline void publish(const IndexFolder& folder, std::uint32_t first, std::uint32_t last, const Ids& removed = {}) {
  IndexWriter writer = open(folder);
  for (std::uint32_t id = first; id <= last; ++id) writer.add(numbered(id), codes_of(id));
  for (const std::uint32_t id : removed) writer.remove(numbered(id));
  writer.publish(writer.list().batch + 1, {});
}

}  // namespace hemero
