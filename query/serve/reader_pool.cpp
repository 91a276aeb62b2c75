#include "query/serve/reader_pool.h"

#include <algorithm>
#include <thread>
#include <utility>

#include "common/store/folder/long_log.h"
#include "query/serve/file_stamp.h"
#include "query/words/related_words.h"

namespace hemero {

namespace {

constexpr std::size_t most_waiting = 32;
constexpr std::chrono::seconds longest_idle{5};
constexpr std::chrono::seconds opening_time{10};

}  // namespace

PooledReader::PooledReader(const ArchiveFolder& folder)
    : state(IndexFolder(folder.index()).state()),
      archive(folder, opening_time, ArchiveReader::Use::count),
      batch(archive.last_batch()),
      used(std::chrono::steady_clock::now()),
      plain_(archive) {}

Searcher& PooledReader::searcher(bool synonyms) {
  if (!synonyms) return plain_;
  std::string stamp = file_stamp(archive.folder().synonyms());
  if (!with_synonyms_ || stamp != synonyms_)
    with_synonyms_.emplace(archive, SynonymTable::of_archive(archive.folder()));
  synonyms_ = std::move(stamp);
  return *with_synonyms_;
}

const WordVectors* PooledReader::learnt_words() {
  if (!std::exchange(has_looked_, true)) {
    learnt_ = read_word_vectors(archive.folder());
    if (learnt_ && !is_learnt_of(*learnt_, archive.index().list())) learnt_.reset();
  }
  return learnt_ ? &*learnt_ : nullptr;
}

ReaderPool::ReaderPool(ArchiveFolder folder, std::size_t most)
    : folder_(std::move(folder)), most_(most > 0 ? most : std::max(1U, std::thread::hardware_concurrency())) {}

std::optional<ReaderPool::Lease> ReaderPool::lease(Use use) {
  Queue& queue = queue_of(use);
  std::unique_lock lock(mutex_);
  if (queue.used >= most_ && queue.waiting >= most_waiting) return std::nullopt;
  ++queue.waiting;
  queue.given_back.wait(lock, [&] { return queue.used < most_; });
  --queue.waiting;
  ++queue.used;
  std::unique_ptr<PooledReader> reader = idle_reader();
  lock.unlock();
  Lease lease(*this, use, std::move(reader));  // gives its place back whatever happens
  if (lease.is_empty()) lease.open(folder_);
  return lease;
}

/// One that is open and of the archive's state; those of others are closed.
std::unique_ptr<PooledReader> ReaderPool::idle_reader() {
  if (idle_.empty()) return nullptr;
  const std::string state = IndexFolder(folder_.index()).state();
  std::erase_if(idle_, [&](const auto& reader) { return reader->state != state; });
  if (idle_.empty()) return nullptr;
  std::unique_ptr<PooledReader> reader = std::move(idle_.back());
  idle_.pop_back();
  return reader;
}

void ReaderPool::take_back(Use use, std::unique_ptr<PooledReader> reader) {
  if (has_long_log(folder_.catalogue())) reader.reset();
  {
    const std::lock_guard lock(mutex_);
    --queue_of(use).used;
    if (reader) {
      reader->used = std::chrono::steady_clock::now();
      idle_.push_back(std::move(reader));
    }
  }
  queue_of(use).given_back.notify_one();
}

void ReaderPool::close_idle() {
  const auto before = std::chrono::steady_clock::now() - longest_idle;
  const std::string state = IndexFolder(folder_.index()).state();
  const bool all = has_long_log(folder_.catalogue());
  const std::lock_guard lock(mutex_);
  std::erase_if(idle_, [&](const auto& reader) { return all || reader->used < before || reader->state != state; });
}

}  // namespace hemero
