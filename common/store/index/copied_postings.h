#pragma once

#include <filesystem>
#include <memory>
#include <vector>

#include "common/store/index/postings_writer.h"
#include "common/store/postings/posting_source.h"

namespace hemero {

/// The postings of another part's database, read by the public API of Xapian, without its dead versions.
std::unique_ptr<PostingSource> make_copied_postings(const std::filesystem::path& database,
                                                    const std::vector<VersionId>& dead);

}  // namespace hemero
