#pragma once

#include <cstddef>
#include <vector>

#include "common/base/deadline.h"
#include "common/model/page.h"
#include "common/store/archive_reader.h"

namespace hemero {

/// Fills of articles that are similar to one, which have their text, up to `most` passages: those that hold most of the
/// words that tell about it, which are highlighted. One article at least, the others as far as there is time.
void show_similar_passages(const Article& article, std::vector<Hit>& hits, std::size_t most, ArchiveReader& archive,
                           const Deadline& deadline);

}  // namespace hemero
