#pragma once

#include <atomic>
#include <cstdint>
#include <exception>
#include <functional>
#include <map>
#include <optional>
#include <thread>
#include <variant>
#include <vector>

#include "common/base/hash.h"
#include "common/store/catalogue/catalogue_lookup.h"
#include "common/store/folder/archive_folder.h"
#include "common/text/article_analysis.h"
#include "indexer/formats/named/export_line.h"
#include "indexer/ingest/extractor.h"
#include "indexer/ingest/source.h"
#include "indexer/ingest/work_queue.h"

namespace hemero {

/// What is told of how a record was read.
struct ReadingNotes {
  std::string_view format = {};  ///< its name
  bool repaired = false;         ///< text that was encoded twice became what it was
  std::vector<LeftOut> left_out = {};
};

/// An article ready to be stored.
struct PreparedArticle {
  Article article;
  Hash128 hash{};
  AnalyzedArticle analyzed;
  bool exported = false;  ///< a version out of an export, to be stored as it is
  bool restored = false;  ///< … that came after a removal
  ReadingNotes notes = {};
  bool placed = false;  ///< it has but a place (placed_articles.h), which stands in its key
};

/// An article that the archive held already, letter by letter, when it was looked up: not analyzed.
struct UnchangedArticle {
  Article article;
  Hash128 hash{};
  bool exported = false;  ///< a version out of an export: it stands where it should, whatever this run does
  ReadingNotes notes = {};
  std::optional<PlacedKey> placed = {};  ///< where it is stored, when it has but a place, which stands in its key
};

using Prepared = std::variant<PreparedArticle, UnchangedArticle, HistoricRemoval, Skip>;

/// Reads a source in one thread, extracts and analyzes its records in others, and gives the results back in the order
/// of the records, whatever thread was first. Holds a bounded number of records at a time, however slow one of them is.
class Pipeline {
 public:
  struct Options {
    ExtractOptions extract;
    unsigned jobs = 1;                     ///< extracting threads
    std::optional<ArchiveFolder> archive;  ///< where articles that are stored already are looked up; none: nowhere
  };

  Pipeline(Source source, const FolderLines& folders, Options options);
  ~Pipeline();

  /// The next result; nothing at the end of the source or after a requested stop. Throws what a thread threw.
  std::optional<Prepared> next();

  /// Bytes of the source read so far.
  std::uint64_t bytes_read() const { return bytes_read_; }

 private:
  struct Batch {
    std::uint64_t number = 0;
    std::vector<SourceItem> items;
    std::uint64_t bytes_read = 0;  ///< of the source, when the batch was complete
  };
  struct Results {
    std::uint64_t number = 0;
    std::vector<Prepared> items;
    std::uint64_t bytes_read = 0;
    std::exception_ptr error;
  };

  void stop();
  void read();
  void read_batches();
  void prepare();
  void fail(std::uint64_t number);

  Source source_;
  const FolderLines& folders_;
  Options options_;
  WorkQueue<std::monostate> tickets_;  ///< one for each batch that may be read before the caller takes another
  WorkQueue<Batch> records_;
  WorkQueue<Results> results_;
  std::map<std::uint64_t, Results> early_;  ///< results whose turn has not come
  std::uint64_t turn_ = 0;
  std::vector<Prepared> current_;
  std::size_t at_ = 0;
  std::uint64_t bytes_read_ = 0;
  std::atomic<unsigned> preparing_;
  std::vector<std::thread> threads_;
};

}  // namespace hemero
