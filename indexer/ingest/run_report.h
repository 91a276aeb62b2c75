#pragma once

#include <chrono>
#include <cstdint>
#include <optional>
#include <string>

#include "common/base/progress.h"
#include "common/model/article.h"
#include "common/store/catalogue/catalogue_writer.h"
#include "common/store/writing/run.h"
#include "indexer/ingest/file_table.h"
#include "indexer/ingest/output_file.h"
#include "indexer/ingest/pipeline.h"
#include "indexer/input/record.h"

namespace hemero {

/// "file:line: message", or the message alone when it names the file itself: a line without control characters.
std::string place_and_message(const Skip& skip);

/// Tells the user how a run goes: a line for each skip (the first hundred), the file of rejects, and at the end what is
/// to be known of the articles, and one line with everything counted.
class RunReport {
 public:
  /// `rejects` names the file of refused records, `files` the table of files; empty for none. Throws Error when one of
  /// them cannot be written.
  RunReport(const std::string& rejects, const std::string& files, Progress& progress);

  void skip(const Skip& skip);
  void note(const std::string& text);

  /// An article was read, whatever becomes of it.
  void read(const Article& article, const ReadingNotes& notes);
  void count(PutOutcome outcome);
  /// Of those that are unchanged: one that the archive knows by another path, and one that came before in this run.
  void count_elsewhere() { ++elsewhere_; }
  void count_repeated() { ++repeated_; }
  /// The date of another text, which an earlier program gave an article, was taken off.
  void count_redated() { ++redated_; }

  RunCounts& counts() { return counts_; }
  std::uint64_t articles() const { return counts_.added + counts_.updated + counts_.unchanged; }
  /// Records of articles that were removed for good.
  std::uint64_t refused() const;
  bool path_failed() const { return path_failed_; }

  /// The last lines, on standard error. Throws Error when a file of the two could not be written.
  void finish();

 private:
  void reject(const Skip& skip);
  void tell_counts();

  RunCounts counts_;
  Progress& progress_;
  std::optional<OutputFile> rejects_;
  std::optional<FileTable> files_;
  std::uint64_t shown_ = 0;
  std::uint64_t without_text_ = 0;
  std::uint64_t without_date_ = 0;
  std::uint64_t elsewhere_ = 0;
  std::uint64_t repeated_ = 0;
  std::uint64_t redated_ = 0;
  bool path_failed_ = false;
  std::chrono::steady_clock::time_point start_;
};

}  // namespace hemero
