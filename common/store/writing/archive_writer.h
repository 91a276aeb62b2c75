#pragma once

#include <cstdint>
#include <string_view>
#include <utility>

#include "common/store/writing/compact.h"
#include "common/store/writing/open_archive.h"
#include "common/store/writing/purge.h"
#include "common/store/writing/rebuild.h"
#include "common/store/writing/run.h"
#include "common/store/writing/undo.h"

namespace hemero {

/// The one writer of an archive, which holds its lock. It outlives what it begins; one of these is going on at a time.
/// What begins a run goes on first with what was cut short: a purge, or the index that is behind the catalogue.
class ArchiveWriter {
 public:
  using Options = WriterOptions;

  /// Throws Error as OpenArchive does.
  ArchiveWriter(const ArchiveFolder& folder, Options options) : archive_(folder, std::move(options)) {}

  /// Puts and removes articles. As undo() and purge(), throws Error (other_version) where a rebuild must come first.
  /// Relative paths of articles begin in `folder`.
  Run begin(std::string_view command, std::string_view folder = {}) {
    return {archive_, command, std::nullopt, folder};
  }

  /// Takes back what a run did; require_run() tells whether there was one.
  Undo undo(std::int64_t run) { return {archive_, run}; }

  /// Erases what was removed.
  Purge purge() { return Purge(archive_); }

  /// Forgets a place that `add` reads again; false when there is none of this path.
  bool forget(const std::string& place) { return forget_place(archive_.connection, place); }

  /// Gives back what the disk holds in vain (common/store/writing/compact.h).
  bool compact() { return hemero::compact(archive_); }

  /// Makes all that is derived anew, whatever state it is in.
  Rebuild rebuild() { return Rebuild(archive_); }

  /// What was damaged of the articles that were to be indexed or compressed anew.
  const Damages& damages() const { return archive_.damages; }

 private:
  OpenArchive archive_;
};

}  // namespace hemero
