#pragma once

#include <cstddef>
#include <filesystem>
#include <memory>
#include <string_view>
#include <vector>

#include "common/store/postings/indexed_version.h"

namespace hemero {

/// The one entry of a part's metadata: what finish() is given.
constexpr const char* postings_marker_key = "hemero.marker";

/// Writes the database of one part of the index, which does not exist yet. Nothing of it may be read before finish()
/// returned. Whatever cannot be written or read throws Error; after that the writer can only be destroyed. One that is
/// destroyed without finish() takes its temporary files with it, but may leave an unfinished database.
class PostingsWriter {
 public:
  virtual ~PostingsWriter() = default;

  /// Takes a version. Versions come in ascending order, and none is 0.
  virtual void add(IndexedVersion version) = 0;

  /// Takes what another part's database holds, less the versions in `dead` (ascending; those that it does not hold are
  /// passed over). The ranges of versions of all copied parts and of what is added are disjoint; copies may come in any
  /// order, before or after add(). The database is read until finish() has returned.
  virtual void copy(const std::filesystem::path& database, const std::vector<VersionId>& dead) = 0;

  /// Writes the database to the disk (files and their folder are synchronised, the folder above is the caller's), with
  /// `marker` as the value of postings_marker_key, which has none where it is empty. Then the database is opened, and
  /// an Error is thrown when it does not count the versions and words that were written.
  virtual void finish(std::string_view marker) = 0;
};

/// `memory`: bytes that gathered postings may take; beyond, sorted runs are spilled to files beside the database, in
/// the folder above it, which must exist, and merged.
std::unique_ptr<PostingsWriter> make_postings_writer(const std::filesystem::path& database, std::size_t memory);

/// Whether tables are written by ourselves (glass/), as they are under those versions of libxapian for which that was
/// tested; else its public API writes them.
bool writes_postings_directly();

}  // namespace hemero
