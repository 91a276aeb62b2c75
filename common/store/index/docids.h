#pragma once

#include <cstdint>

#include "common/store/index/part_list.h"

namespace hemero {

/// How Xapian numbers the documents of several databases that are searched as one: those of each in turn. Within its
/// part, a document's number is its version's id.
class Docids {
 public:
  explicit Docids(const PartList& list);

  VersionId version(std::uint32_t docid) const { return VersionId((docid - 1) / parts() + 1); }
  std::uint32_t docid(VersionId version) const;

 private:
  std::uint32_t parts() const { return static_cast<std::uint32_t>(lasts_.size()); }

  std::vector<VersionId> lasts_;  ///< of each part
};

/// Throws Error (io) where the numbers of these parts' documents do not fit into 32 bits.
void require_docids(const PartList& list);

}  // namespace hemero
