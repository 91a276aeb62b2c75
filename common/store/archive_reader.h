#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "common/base/deadline.h"
#include "common/store/archive_columns.h"
#include "common/store/catalogue/catalogue_reader.h"
#include "common/store/catalogue/stored_article.h"
#include "common/store/folder/archive_folder.h"
#include "common/store/folder/totals.h"
#include "common/store/index/index_reader.h"
#include "common/store/streams/sound_streams.h"
#include "common/store/vocabulary/vocabulary.h"

namespace hemero {

/// What `hemero-index status` tells of an archive.
struct ArchiveStatus : Totals {
  std::string uuid;
  std::string created;
  std::string analyzer;
  std::int64_t sources = 0;
  std::string first_date;
  std::string last_date;
  std::int64_t runs = 0;
  std::string last_run;  ///< when it finished, or started if it was cut short
  bool last_run_cut = false;
  std::optional<std::uint64_t> catalogue_bytes;  ///< nothing where they cannot be read, as those below
  std::optional<std::uint64_t> index_bytes;
  std::vector<std::string> problems;         ///< why they cannot be read
  std::size_t leftovers = 0;                 ///< parts of the index that no longer are in use
  bool is_written = false;                   ///< a program writes to it now: what is unfinished is its work
  bool purge_pending = false;                ///< a purge has begun whose traces are not all gone
  bool rebuild_pending = false;              ///< the index is about to be replaced by one that fits what was changed
  std::optional<std::int64_t> undo_pending;  ///< the run that is undone in part
  bool index_behind = false;                 ///< what the index does not know yet is stored
};

/// One state of an archive, for reading: the index first, then a read transaction on the catalogue, so that everything
/// the index knows is there. One thread at a time; any number of readers, also while a writer works.
class ArchiveReader {
 public:
  enum class Use {
    search,
    count,  ///< the columns as well
  };

  /// Throws Error: no_archive, also when its first run stored nothing; other_version (another schema, or an index made
  /// by another analyzer); bad_data, also when its index is missing; locked while a writer makes what is missing.
  /// The same where it cannot be opened in this time, if there is one.
  explicit ArchiveReader(const ArchiveFolder& folder, Deadline::Clock::duration time = {}, Use use = Use::search);
  ~ArchiveReader();
  ArchiveReader(ArchiveReader&&) noexcept;
  ArchiveReader& operator=(ArchiveReader&&) noexcept;

  const ArchiveFolder& folder() const { return folder_; }
  const IndexReader& index() const;
  const SoundStreams& streams() const;
  const ArchiveColumns& columns() const;  ///< only for Use::count
  Vocabulary& vocabulary();
  ArticleReader& articles();

  /// What was damaged of the articles that were read, or of their token streams.
  const Damages& damages() const;

  /// The number of the last batch that was committed to the catalogue; the index may be of an earlier one.
  std::uint64_t last_batch();

  /// All versions of an article, oldest first; the removal of one, if it was removed.
  std::vector<StoredVersion> versions(ArticleId article);
  std::optional<StoredRemoval> removal(ArticleId article);

  /// The names of all sources (common/store/catalogue/source_names.h).
  std::vector<std::string> source_names();

  /// The current versions of the articles that have these keys, in any order; those that have none are passed over.
  std::vector<VersionId> versions_of_keys(const std::vector<std::string>& keys);

  ArchiveStatus status();

  /// Gives back the memory of what was read, which is read again from the files when it is asked for: for those who
  /// read all over the archive.
  void give_back();

  /// From now on what is read of the catalogue ends when this is over, as if nothing more stood there. It must last
  /// until another one is obeyed. Returns the one before.
  const Deadline& obey(const Deadline& deadline);

 private:
  struct State;

  ArchiveFolder folder_;
  std::unique_ptr<State> state_;
};

/// While it lives, an archive obeys a deadline.
class ObeyedDeadline {
 public:
  ObeyedDeadline(ArchiveReader& archive, const Deadline& deadline)
      : archive_(archive), before_(archive.obey(deadline)) {}
  ~ObeyedDeadline() { archive_.obey(before_); }
  ObeyedDeadline(const ObeyedDeadline&) = delete;
  ObeyedDeadline& operator=(const ObeyedDeadline&) = delete;

 private:
  ArchiveReader& archive_;
  const Deadline& before_;
};

}  // namespace hemero
