#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <unordered_set>
#include <vector>

#include "common/base/progress.h"
#include "common/store/writing/archive_writer.h"
#include "indexer/commands/add.h"
#include "indexer/ingest/pipeline.h"
#include "indexer/ingest/run_report.h"
#include "indexer/places/place_files.h"

namespace hemero {

/// Where the articles go that `add` reads: an archive, or with --dry-run nowhere. What becomes of them is counted.
class AddTarget {
 public:
  /// `moved` are articles whose files are gone: where their content stands now is their new place.
  AddTarget(const AddOptions& options, MovedArticles moved, Progress& progress, RunReport& report);

  /// Articles come file by file. One that may be an edited state of a stored article is stored behind the others of its
  /// file, for the stored one may stand there too.
  void put(PreparedArticle prepared);

  /// An article that was stored already is put again when this run has replaced it since: the last record wins.
  void confirm(UnchangedArticle unchanged);

  /// A removal out of an export is done again when it finds the article as it was.
  void remove(const HistoricRemoval& removal);

  /// Files and folders that were read are read again by the next `add` without a path; what came through a pipe is not.
  void remember(const Reading& reading);

  /// Old and new path of each file that was moved.
  const std::map<std::string, std::string>& moved_files() const { return moved_files_; }

  /// Ends the run and makes it visible to searches.
  void finish();

  /// Names the stored articles that were found damaged while the run looked at them; whether there were some.
  bool tell_damaged() const { return archive_ && tell_damages(archive_->writer.damages(), 0) != 0; }

 private:
  /// The run that stores articles, and the archive that it is a run of.
  struct OpenRun {
    OpenRun(const AddOptions& options, Progress& progress);

    ArchiveWriter writer;
    Run run;
  };

  bool move(const Article& article, const Hash128& hash, const std::string& place,
            const std::optional<std::string>& key = {});
  Identity identify(const PreparedArticle& prepared);
  void begin_file(const std::string& path);
  void settle();
  void settle(PreparedArticle prepared, Identity identity);
  void keep_date(PreparedArticle& prepared);
  void store(PreparedArticle prepared, const std::string& place);
  void count_unchanged(const std::string& key, const std::string& place);

  RunReport& report_;
  IdentityOptions identity_;
  std::optional<OpenRun> archive_;
  MovedArticles moved_;
  std::map<std::string, std::string> moved_files_;
  ArticleAnalyzer analyzer_;
  std::string path_;                       ///< of the file whose articles come
  std::vector<PreparedArticle> held_;      ///< of it, those that may be edits
  std::unordered_set<std::uint64_t> met_;  ///< hashes of the keys that came in this run
  std::uint64_t in_batch_ = 0;
};

}  // namespace hemero
