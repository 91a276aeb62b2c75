#include "common/store/index/segment_builder.h"

#include <xapian.h>

#include <algorithm>

#include <fmt/format.h>

#include "common/store/index/xapian_access.h"

namespace hemero {

namespace {

constexpr std::size_t row_length = 64;  ///< segments merged at a time

}  // namespace

SegmentBuilder::SegmentBuilder(std::filesystem::path folder, unsigned jobs)
    : folder_(std::move(folder)), queue_limit_(2 * jobs) {
  std::filesystem::remove_all(folder_);
  std::filesystem::create_directories(folder_);
  for (unsigned i = 0; i < jobs; ++i) threads_.emplace_back([this] { work(); });
}

SegmentBuilder::~SegmentBuilder() {
  {
    const std::lock_guard lock(mutex_);
    closed_ = true;
    waiting_.clear();
  }
  changed_.notify_all();
  for (std::thread& thread : threads_)
    if (thread.joinable()) thread.join();
  std::error_code ignored;  // the next run removes what is left
  std::filesystem::remove_all(folder_, ignored);
}

void SegmentBuilder::add(Group group) {
  std::unique_lock lock(mutex_);
  changed_.wait(lock, [this] { return error_ || waiting_.size() < queue_limit_; });
  if (error_) std::rethrow_exception(error_);
  const std::size_t number = first_segment_ + segments_.size();
  segments_.push_back({folder_ / fmt::format("s-{:06}", number)});
  waiting_.emplace_back(number, std::move(group));
  changed_.notify_all();
}

std::vector<std::filesystem::path> SegmentBuilder::finish() {
  {
    const std::lock_guard lock(mutex_);
    closed_ = true;
  }
  changed_.notify_all();
  for (std::thread& thread : threads_) thread.join();
  if (error_) std::rethrow_exception(error_);
  std::vector<std::filesystem::path> paths = merged_;
  for (const Segment& segment : segments_) paths.push_back(segment.path);
  return paths;
}

/// The life of a building thread: build the next group, then merge a row if one is complete.
void SegmentBuilder::work() {
  std::unique_lock lock(mutex_);
  while (true) {
    changed_.wait(lock, [this] { return error_ || closed_ || !waiting_.empty(); });
    if (error_ || waiting_.empty()) return;
    const auto [number, group] = std::move(waiting_.front());
    waiting_.pop_front();
    const std::filesystem::path path = segments_[number - first_segment_].path;
    lock.unlock();
    changed_.notify_all();
    std::exception_ptr error;
    try {
      build(group, path);
    } catch (...) {
      error = std::current_exception();
    }
    lock.lock();
    if (!error) segments_[number - first_segment_].built = true;
    if (error && !error_) error_ = error;
    if (!error_ && !merging_) {
      merging_ = true;
      lock.unlock();
      merge_full_row();
      lock.lock();
      merging_ = false;
    }
    changed_.notify_all();
  }
}

void SegmentBuilder::build(const Group& group, const std::filesystem::path& path) const {
  xapian::writing(path, [&] {
    Xapian::WritableDatabase database(
        path.string(), Xapian::DB_CREATE | Xapian::DB_BACKEND_GLASS | Xapian::DB_DANGEROUS | Xapian::DB_NO_SYNC);
    for (const IndexedVersion& version : group)
      database.replace_document(static_cast<Xapian::docid>(version.version), xapian::make_document(version));
    database.commit();
  });
}

/// Merges the first segments when a full row of them is built.
void SegmentBuilder::merge_full_row() {
  std::vector<std::filesystem::path> row;
  std::filesystem::path target;
  {
    const std::lock_guard lock(mutex_);
    if (segments_.size() < row_length) return;
    for (std::size_t i = 0; i < row_length; ++i) {
      if (!segments_[i].built) return;
      row.push_back(segments_[i].path);
    }
    target = folder_ / fmt::format("m-{:06}", merged_.size());
  }
  std::exception_ptr error;
  try {
    xapian::translating(target, [&] { xapian::compact(row, target); });
    for (const auto& path : row) std::filesystem::remove_all(path);
  } catch (...) {
    error = std::current_exception();
  }
  const std::lock_guard lock(mutex_);
  if (error) {
    error_ = error_ ? error_ : error;
    return;
  }
  merged_.push_back(target);
  segments_.erase(segments_.begin(), segments_.begin() + row_length);
  first_segment_ += row_length;
}

}  // namespace hemero
