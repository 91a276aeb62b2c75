#pragma once

#include <chrono>
#include <condition_variable>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "common/store/related/word_vectors.h"
#include "query/answer/searcher.h"

namespace hemero {

/// One state of an archive that is open, and what searches it.
class PooledReader {
 public:
  explicit PooledReader(const ArchiveFolder& folder);

  /// What searches with the archive's synonyms, as their file is now, or without any.
  Searcher& searcher(bool synonyms);

  /// What was learnt of the archive's words, as it was when this was first asked for; null where nothing was. Throws
  /// Error where it is damaged.
  const WordVectors* learnt_words();

  std::string state;  ///< of the index, by IndexFolder::state()
  ArchiveReader archive;
  std::uint64_t batch = 0;  ///< the last one of its catalogue
  std::chrono::steady_clock::time_point used;

 private:
  Searcher plain_;
  std::optional<Searcher> with_synonyms_;
  std::string synonyms_;  ///< the stamp of the file that these were read from
  std::optional<WordVectors> learnt_;
  bool has_looked_ = false;  ///< for what was learnt
};

/// Readers of an archive for the threads of a server. Each is used by one thread at a time, no more at once than the
/// machine has processors, and none longer than its state is the archive's. Thread-safe.
class ReaderPool {
 public:
  explicit ReaderPool(ArchiveFolder folder, std::size_t most = 0);

  /// A reader for as long as this is there.
  class Lease {
   public:
    Lease(ReaderPool& pool, std::unique_ptr<PooledReader> reader) : pool_(&pool), reader_(std::move(reader)) {}
    Lease(Lease&& other) noexcept : pool_(std::exchange(other.pool_, nullptr)), reader_(std::move(other.reader_)) {}
    Lease& operator=(Lease&&) = delete;
    ~Lease() {
      if (pool_ != nullptr) pool_->take_back(std::move(reader_));
    }
    PooledReader& get() const { return *reader_; }
    bool is_empty() const { return reader_ == nullptr; }
    void open(const ArchiveFolder& folder) { reader_ = std::make_unique<PooledReader>(folder); }

   private:
    ReaderPool* pool_;
    std::unique_ptr<PooledReader> reader_;
  };

  /// Waits for its turn; nothing where too many do. Throws Error where the archive cannot be opened.
  std::optional<Lease> lease();

  /// To be called each second: closes readers that nobody used for some seconds, or whose state is not the archive's,
  /// for they keep the catalogue's log from being moved.
  void close_idle();

 private:
  void take_back(std::unique_ptr<PooledReader> reader);
  std::unique_ptr<PooledReader> idle_reader();

  ArchiveFolder folder_;
  std::size_t most_;
  std::mutex mutex_;
  std::condition_variable given_back_;
  std::size_t used_ = 0;
  std::size_t waiting_ = 0;
  std::vector<std::unique_ptr<PooledReader>> idle_;  ///< the one that was used last stands last
};

}  // namespace hemero
