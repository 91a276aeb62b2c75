#pragma once

#include <cstdint>
#include <filesystem>
#include <memory>

#include "common/store/index/postings_writer.h"

/// The two ways to write a part's postings; make_postings_writer() chooses.
namespace hemero {

/// By the public API of libxapian: groups of versions become small databases, and these one. `memory` limits what is
/// gathered to take dead versions out of a copied part; Xapian's own memory is that of a group.
std::unique_ptr<PostingsWriter> make_library_postings_writer(const std::filesystem::path& database, std::size_t memory);

/// By tables that we write ourselves, in the order of their keys: what is gathered is inverted in `memory`, spilled
/// beyond, and merged with what is copied. Memory below 256 KB counts as that, above 2 GB as that.
std::unique_ptr<PostingsWriter> make_direct_postings_writer(const std::filesystem::path& database, std::size_t memory);

/// What a database was given.
struct WrittenCounts {
  std::uint64_t versions = 0;
  std::uint64_t length = 0;  ///< the sum of all frequencies
  std::uint32_t last = 0;    ///< the highest version, 0 without any
};

/// Opens a database that was just written, and throws Error (bug) when it counts anything else.
void require_counts(const std::filesystem::path& database, const WrittenCounts& written);

}  // namespace hemero
