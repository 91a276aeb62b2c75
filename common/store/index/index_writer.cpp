#include "common/store/index/index_writer.h"

#include <xapian.h>

#include <optional>

#include "common/store/index/segment_builder.h"
#include "common/store/index/xapian_access.h"

namespace hemero {

namespace {

/// Up to this many new versions are written straight into the current generation.
constexpr std::size_t few = 1000;

/// Versions in one small database. Compaction copies the chunks of posting lists as they are: smaller groups make a
/// larger index, larger ones take more memory (docs/decisions/0004-groups-of-2000-versions.md).
constexpr std::size_t group_size = 2000;

}  // namespace

class IndexWriter::Implementation {
 public:
  Implementation(IndexFolder folder, Start start, unsigned jobs)
      : folder_(std::move(folder)), fresh_(start == Start::from_nothing), jobs_(jobs) {
    xapian::translating(folder_.path(), [&] { std::filesystem::create_directories(folder_.path()); });
    if (const auto generation = folder_.current(); generation && !fresh_)
      marker_ =
          xapian::translating(*generation, [&] { return xapian::read_marker(Xapian::Database(generation->string())); });
  }

  const IndexMarker& marker() const { return marker_; }

  void add(IndexedVersion version) {
    added_.push_back(std::move(version));
    if (builder_ ? added_.size() == group_size : added_.size() > few) hand_over();
  }

  void remove(VersionId version) { removed_.push_back(version); }

  void publish(const IndexMarker& marker) {
    if (fresh_ || builder_ || !folder_.current())
      publish_new_generation(marker);
    else
      publish_in_place(marker);
    marker_ = marker;
    fresh_ = false;
    added_.clear();
    removed_.clear();
  }

 private:
  /// Gives what has gathered to the builder, in groups.
  void hand_over() {
    if (!builder_) xapian::translating(folder_.path(), [&] { builder_.emplace(folder_.path() / "building", jobs_); });
    for (std::size_t i = 0; i < added_.size(); i += group_size) {
      const auto first = added_.begin() + static_cast<std::ptrdiff_t>(i);
      const auto last = added_.begin() + static_cast<std::ptrdiff_t>(std::min(i + group_size, added_.size()));
      builder_->add({std::make_move_iterator(first), std::make_move_iterator(last)});
    }
    added_.clear();
  }

  void publish_in_place(const IndexMarker& marker) {
    const auto generation = *folder_.current();
    xapian::translating(generation, [&] {
      Xapian::WritableDatabase database(generation.string(), Xapian::DB_OPEN);
      database.begin_transaction();
      apply_changes(database);
      xapian::write_marker(database, marker);
      database.commit_transaction();
    });
  }

  /// The old generation and the small databases hold disjoint docids: merging them is copying. The old versions go, and
  /// the marker comes, before CURRENT names the new generation.
  void publish_new_generation(const IndexMarker& marker) {
    const auto generation = folder_.next();
    if (builder_ && !added_.empty()) hand_over();
    std::vector<std::filesystem::path> parts;
    if (const auto old = folder_.current(); old && !fresh_) parts.push_back(*old);
    if (builder_)
      for (auto& path : builder_->finish()) parts.push_back(std::move(path));
    xapian::translating(generation, [&] {
      if (!parts.empty()) xapian::compact(parts, generation);
      Xapian::WritableDatabase database(generation.string(), Xapian::DB_CREATE_OR_OPEN | Xapian::DB_BACKEND_GLASS);
      apply_changes(database);
      xapian::write_marker(database, marker);
      database.commit();
    });
    builder_.reset();
    xapian::translating(folder_.path(), [&] {
      folder_.switch_to(generation);
      folder_.remove_all_but(generation, marker.streams);
    });
  }

  void apply_changes(Xapian::WritableDatabase& database) {
    for (const IndexedVersion& version : added_)
      database.replace_document(static_cast<Xapian::docid>(version.version), xapian::make_document(version));
    for (const VersionId version : removed_) {
      try {
        database.delete_document(static_cast<Xapian::docid>(version));
      } catch (const Xapian::DocNotFoundError&) {
        // A replayed batch may remove what an earlier try has removed.
      }
    }
  }

  IndexFolder folder_;
  bool fresh_;
  unsigned jobs_;
  IndexMarker marker_;
  std::vector<IndexedVersion> added_;
  std::vector<VersionId> removed_;
  std::optional<SegmentBuilder> builder_;
};

IndexWriter::IndexWriter(IndexFolder folder, Start start, unsigned jobs)
    : implementation_(std::make_unique<Implementation>(std::move(folder), start, jobs)) {}

IndexWriter::~IndexWriter() = default;

const IndexMarker& IndexWriter::marker() const { return implementation_->marker(); }
void IndexWriter::add(IndexedVersion version) { implementation_->add(std::move(version)); }
void IndexWriter::remove(VersionId version) { implementation_->remove(version); }
void IndexWriter::publish(const IndexMarker& marker) { implementation_->publish(marker); }

}  // namespace hemero
