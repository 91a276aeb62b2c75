#pragma once

#include <cstddef>
#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "common/store/columns/column_table.h"
#include "common/store/index/index_folder.h"
#include "common/store/index/postings_writer.h"
#include "common/store/streams/sound_streams.h"

namespace hemero {

/// A part whose versions, less the dead ones, go into another part.
struct MergedPart {
  Part part;
  std::vector<VersionId> dead;  ///< ascending
};

/// Writes one part of the index: of versions that are new, and of other parts. Until the index is published with it, it
/// is a leftover.
class PartWriter {
 public:
  /// `memory`: bytes that its postings may take before they are spilled. `damaged` is told of streams that are so while
  /// they are copied, as are the copies.
  PartWriter(IndexFolder folder, std::size_t memory, DamagedStream damaged);

  /// Adds a version with its token stream. Versions come in ascending order.
  void add(IndexedVersion version, std::string_view codes);

  /// How many were added.
  std::uint64_t versions() const { return part_.versions; }

  /// Whether the version may be among them.
  bool covers(VersionId version) const { return part_.versions > 0 && part_.first <= version && version <= part_.last; }

  /// The token streams of what was added; nothing when that is nothing.
  std::optional<StreamFile> streams();

  /// Writes all of it to the disk, behind the versions of `before`, which are ascending, and the part's manifest. Ends
  /// the work. Throws Error (bad_data) when a file of one of `before` is damaged, but for token streams: what is wrong
  /// is not copied.
  Part finish(const std::vector<MergedPart>& before, const PartList& list);

 private:
  void take_over(const std::vector<MergedPart>& before);
  void write_streams(const std::vector<MergedPart>& before);
  void write_columns(const std::vector<MergedPart>& before);
  void keep_damaged(const Part& part, VersionId version, TokenStreamWriter& to);

  IndexFolder folder_;
  DamagedStream damaged_;
  Part part_;
  std::filesystem::path path_;
  std::unique_ptr<PostingsWriter> postings_;
  std::optional<TokenStreamWriter> streams_;  ///< of what is added
  std::optional<ColumnTableWriter> columns_;  ///< of the same
};

}  // namespace hemero
