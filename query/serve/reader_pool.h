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

/// Readers of an archive for the threads of a server. Each is used by one thread at a time, and none longer than its
/// state is the archive's. No more search at once than the machine has processors, and as many beside them read what
/// needs no search, so that nobody waits for an article until others have searched. Thread-safe.
class ReaderPool {
 public:
  enum class Use : std::uint8_t { search, read };

  explicit ReaderPool(ArchiveFolder folder, std::size_t most = 0);

  /// A reader for as long as this is there.
  class Lease {
   public:
    Lease(ReaderPool& pool, Use use, std::unique_ptr<PooledReader> reader)
        : pool_(&pool), use_(use), reader_(std::move(reader)) {}
    Lease(Lease&& other) noexcept
        : pool_(std::exchange(other.pool_, nullptr)), use_(other.use_), reader_(std::move(other.reader_)) {}
    Lease& operator=(Lease&&) = delete;
    ~Lease() {
      if (pool_ != nullptr) pool_->take_back(use_, std::move(reader_));
    }
    PooledReader& get() const { return *reader_; }
    bool is_empty() const { return reader_ == nullptr; }
    void open(const ArchiveFolder& folder) { reader_ = std::make_unique<PooledReader>(folder); }

   private:
    ReaderPool* pool_;
    Use use_;
    std::unique_ptr<PooledReader> reader_;
  };

  /// Waits for its turn; nothing where too many do. Throws Error where the archive cannot be opened.
  std::optional<Lease> lease(Use use);

  /// To be called each second: closes readers that nobody used for some seconds, or whose state is not the archive's,
  /// for they keep the catalogue's log from being moved; all of them while that is long.
  void close_idle();

 private:
  /// Those of one use.
  struct Queue {
    std::size_t used = 0;
    std::size_t waiting = 0;
    std::condition_variable given_back = {};
  };

  Queue& queue_of(Use use) { return use == Use::search ? searching_ : reading_; }
  void take_back(Use use, std::unique_ptr<PooledReader> reader);
  std::unique_ptr<PooledReader> idle_reader();

  ArchiveFolder folder_;
  std::size_t most_;
  std::mutex mutex_;
  Queue searching_;
  Queue reading_;
  std::vector<std::unique_ptr<PooledReader>> idle_;  ///< the one that was used last stands last
};

}  // namespace hemero
