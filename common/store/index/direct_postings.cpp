#include <algorithm>
#include <deque>
#include <optional>

#include "common/store/folder/durable_file.h"
#include "common/store/glass/keys.h"
#include "common/store/glass/posting_list.h"
#include "common/store/glass/table.h"
#include "common/store/glass/value_list.h"
#include "common/store/glass/version_file.h"
#include "common/store/index/copied_postings.h"
#include "common/store/index/postings_backends.h"
#include "common/store/index/xapian_access.h"
#include "common/store/postings/gathered_postings.h"
#include "common/store/postings/spill_file.h"
#include "common/store/postings/spilled_postings.h"

namespace hemero {

namespace {

using Path = std::filesystem::path;
using Sources = std::vector<PostingSource*>;  ///< in ascending order of their versions

constexpr std::size_t least_memory = std::size_t{256} << 10;  ///< bytes: less would make very many runs
constexpr std::size_t most_memory = PieceArena::most_bytes / 2;

constexpr std::size_t smallest_buffer = std::size_t{4} << 10;  ///< bytes, to read a spilled run
constexpr std::size_t largest_buffer = std::size_t{256} << 10;

/// Merges the terms of all sources, and gives each term's postings to one list.
class TermMerger {
 public:
  explicit TermMerger(const Sources& sources) : sources_(sources) {
    for (std::size_t number = 0; number < sources_.size(); ++number) advance(number);
  }

  void write(glass::PostingList& list) {
    while (!waiting_.empty()) {
      const std::string term(sources_[waiting_.front()]->term());
      list.begin(term);
      while (!waiting_.empty() && sources_[waiting_.front()]->term() == term) {
        const std::size_t number = take_first();
        sources_[number]->give_postings(list);
        advance(number);
      }
      list.finish();
    }
  }

 private:
  /// Whether a source comes after another: its term does, or its versions.
  bool comes_after(std::size_t left, std::size_t right) const {
    const int order = sources_[left]->term().compare(sources_[right]->term());
    return order != 0 ? order > 0 : left > right;
  }

  auto order() const {
    return [this](std::size_t left, std::size_t right) { return comes_after(left, right); };
  }

  std::size_t take_first() {
    std::pop_heap(waiting_.begin(), waiting_.end(), order());
    const std::size_t number = waiting_.back();
    waiting_.pop_back();
    return number;
  }

  void advance(std::size_t number) {
    if (!sources_[number]->next_term()) return;
    waiting_.push_back(number);
    std::push_heap(waiting_.begin(), waiting_.end(), order());
  }

  const Sources& sources_;
  std::vector<std::size_t> waiting_;  ///< a heap: the source whose term is next is the first
};

class DirectPostingsWriter : public PostingsWriter {
 public:
  DirectPostingsWriter(Path database, std::size_t memory)
      : database_(std::move(database)), memory_(std::clamp(memory, least_memory, most_memory)) {}

  void add(IndexedVersion version) override {
    gathered_.add(version);
    if (gathered_.bytes() > memory_) spill();
  }

  void copy(const Path& database, const std::vector<VersionId>& dead) override {
    auto copied = make_copied_postings(database, dead);
    if (copied->first() != 0) copied_.push_back(std::move(copied));
  }

  void finish(std::string_view marker) override {
    xapian::translating(database_, [&] { std::filesystem::create_directories(database_); });
    glass::TableWriter table(database_ / "postlist.glass");
    if (!marker.empty()) table.add(glass::metadata_key(postings_marker_key), marker);
    const Sources from = sources();
    glass::Statistics statistics = write_versions(from, table);
    glass::PostingList list(table);
    TermMerger(from).write(list);
    statistics.highest_frequency = list.highest_frequency();
    write_version_file(database_, table.finish(), statistics, marker);
    sync_folder(database_);
    require_counts(database_, {statistics.documents, statistics.length, statistics.last});
  }

 private:
  void spill() {
    if (!spill_file_) spill_file_.emplace(database_.string() + ".spill");
    spilled_.emplace_back(*spill_file_, gathered_);
    gathered_.clear();
  }

  /// All that has versions. Where something was spilled, what is gathered is spilled too: what merging takes is what it
  /// gives back.
  Sources sources() {
    if (!spilled_.empty() && gathered_.first() != 0) spill();
    Sources found;
    if (gathered_.first() != 0) found.push_back(&gathered_);
    for (SpilledPostings& run : spilled_) {
      run.open(std::clamp(memory_ / spilled_.size(), smallest_buffer, largest_buffer));
      found.push_back(&run);
    }
    for (const auto& copied : copied_) found.push_back(copied.get());
    std::sort(found.begin(), found.end(),
              [](const PostingSource* left, const PostingSource* right) { return left->first() < right->first(); });
    return found;
  }

  /// Writes dates and lengths, and counts them.
  static glass::Statistics write_versions(const Sources& sources, glass::TableWriter& table) {
    const auto each_version = [&](const PostingSource::VersionTaker& take) {
      for (PostingSource* source : sources) source->each_version(take);
    };
    glass::Statistics statistics;
    glass::ValueStatistics dates;
    each_version([&](std::uint32_t version, std::uint32_t length, std::string_view date) {
      ++statistics.documents;
      statistics.last = version;
      statistics.length += length;
      statistics.longest = std::max(statistics.longest, length);
      if (length != 0 && (statistics.shortest == 0 || length < statistics.shortest)) statistics.shortest = length;
      dates.add(date);
    });
    dates.write(table);
    glass::ValueList values(table);
    each_version([&](std::uint32_t version, std::uint32_t, std::string_view date) { values.add(version, date); });
    values.finish();
    glass::PostingList lengths(table);
    lengths.begin({});
    each_version([&](std::uint32_t version, std::uint32_t length, std::string_view) { lengths.add(version, length); });
    lengths.finish();
    return statistics;
  }

  Path database_;
  std::size_t memory_;
  GatheredPostings gathered_;
  std::optional<SpillFile> spill_file_;
  std::deque<SpilledPostings> spilled_;
  std::vector<std::unique_ptr<PostingSource>> copied_;
};

}  // namespace

std::unique_ptr<PostingsWriter> make_direct_postings_writer(const Path& database, std::size_t memory) {
  return std::make_unique<DirectPostingsWriter>(database, memory);
}

}  // namespace hemero
