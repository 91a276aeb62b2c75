#pragma once

#include <string>

#include "common/store/index/index_folder.h"

namespace hemero {

/// An index as programs made it before there were parts: one Xapian database, the generation that CURRENT names, whose
/// metadata say what parts.tsv says today. It can be read as a single part, and is made anew by whoever writes.
struct OldIndex {
  PartList list;
  std::string copies;  ///< encode_clusters()
};

/// Throws Error as opening a database does.
OldIndex read_old_index(const IndexFolder& folder, const std::string& generation);

}  // namespace hemero
