#pragma once

#include <condition_variable>
#include <deque>
#include <exception>
#include <filesystem>
#include <mutex>
#include <thread>
#include <vector>

#include "common/store/index/index_writer.h"

namespace hemero {

/// Builds an index out of many small databases: each holds a group of versions small enough for the maps in
/// which Xapian inverts them; as soon as 64 stand side by side they are compacted into one. Groups come
/// from one thread, `jobs` threads build. The first error of a building thread is thrown by the next call.
class SegmentBuilder {
 public:
  using Group = std::vector<IndexedVersion>;

  SegmentBuilder(std::filesystem::path folder, unsigned jobs);
  ~SegmentBuilder();

  /// Takes the next group; waits while too many are waiting to be built.
  void add(Group group);

  /// Waits for all groups and returns the databases that hold them, in ascending order of their disjoint docids.
  std::vector<std::filesystem::path> finish();

 private:
  struct Segment {
    std::filesystem::path path;
    bool built = false;
  };

  void work();
  void build(const Group& group, const std::filesystem::path& path) const;
  void merge_full_row();

  std::filesystem::path folder_;
  std::mutex mutex_;
  std::condition_variable changed_;
  std::deque<std::pair<std::size_t, Group>> waiting_;  ///< segment number, group
  std::vector<Segment> segments_;                      ///< not merged yet, ascending
  std::size_t first_segment_ = 0;                      ///< number of segments_[0]
  std::vector<std::filesystem::path> merged_;
  bool merging_ = false;
  bool closed_ = false;
  std::exception_ptr error_;
  std::size_t queue_limit_;
  std::vector<std::thread> threads_;
};

}  // namespace hemero
