#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>

#include "common/store/catalogue/damages.h"
#include "common/store/folder/archive_folder.h"
#include "common/store/folder/archive_lock.h"

namespace hemero {

/// Told while stored articles are indexed: how many are, and how many there are to index.
using IndexingProgress = std::function<void(std::uint64_t done, std::uint64_t total)>;

/// How an archive is opened to be written.
struct WriterOptions {
  bool create = true;                           ///< make the archive when there is none
  unsigned jobs = 1;                            ///< threads that analyze what is indexed again
  std::size_t memory = std::size_t{256} << 20;  ///< bytes to work in, about
  IndexingProgress on_indexed = {};             ///< told during catching up and rebuilding

  std::size_t memory_of_postings() const { return memory / 5; }
  std::size_t memory_of_words() const { return memory / 6; }
};

/// An archive that is open to be written: its lock and its catalogue. Whatever changes an archive (Run, Rebuild, Purge,
/// Undo) works on one of these, one at a time.
struct OpenArchive {
  /// Throws Error as open_catalogue() and ArchiveLock do, and cannot_create where writing could harm what is not ours.
  OpenArchive(const ArchiveFolder& folder, WriterOptions options);

  ArchiveFolder folder;
  WriterOptions options;
  ArchiveLock lock;
  sqlite::Connection connection;
  Damages damages = {};  ///< what was found of the articles that were read to be indexed
};

}  // namespace hemero
