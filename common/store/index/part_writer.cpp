#include "common/store/index/part_writer.h"

#include <algorithm>
#include <utility>

#include "common/base/error.h"
#include "common/store/folder/durable_file.h"
#include "common/store/folder/manifest.h"
#include "common/store/index/xapian_access.h"

namespace hemero {

namespace {

constexpr const char* streams_name = "streams";
constexpr const char* draft_name = "streams.new";  ///< of what is added, as long as nobody knows what comes before it

void make_folder(const std::filesystem::path& path) {
  std::error_code error;
  std::filesystem::create_directories(path, error);
  if (error) throw system_error(error.value(), "cannot write {}", path.string());
}

/// Copies the streams of versions that are not dead. Calls `lost` with each that is damaged, while its error is caught.
template <typename Lost>
void copy_streams(const StreamFile& file, const std::vector<VersionId>& dead, TokenStreamWriter& to, Lost lost) {
  constexpr std::uint64_t read_at_once = 4096;  // before their memory is given back
  const TokenStreamReader reader({file});
  const auto first = static_cast<std::uint64_t>(file.first);
  for (std::uint64_t number = first; number < first + file.extent.versions; ++number) {
    const auto version = static_cast<VersionId>(number);
    if (number % read_at_once == 0) reader.give_back();
    if (std::binary_search(dead.begin(), dead.end(), version)) continue;
    try {
      if (reader.holds(version)) to.append(version, reader.codes(version));
    } catch (const Error& error) {
      if (error.code() != ErrorCode::bad_data) throw;
      lost(version);
    }
  }
}

/// Copies the columns of a part's versions that are not dead.
void copy_columns(const ColumnTable& table, const std::vector<VersionId>& dead, ColumnTableWriter& to) {
  const auto first = static_cast<std::uint64_t>(table.first());
  for (std::uint64_t number = first; number < first + table.versions(); ++number) {
    const auto version = static_cast<VersionId>(number);
    if (!std::binary_search(dead.begin(), dead.end(), version)) to.append(version, table);
  }
}

}  // namespace

PartWriter::PartWriter(IndexFolder folder, std::size_t memory, DamagedStream damaged)
    : folder_(std::move(folder)),
      damaged_(std::move(damaged)),
      part_{.folder = folder_.next_name(index_name::part)},
      path_(folder_.path() / part_.folder) {
  make_folder(path_);
  part_.streams = part_.folder + "/" + streams_name;
  postings_ = make_postings_writer(path_, memory);
}

void PartWriter::add(IndexedVersion version, std::string_view codes) {
  if (!streams_) {
    part_.first = version.version;
    streams_.emplace(path_ / draft_name, part_.first);
    columns_.emplace(part_.first);
  }
  part_.last = version.version;
  ++part_.versions;
  streams_->append(version.version, codes);
  columns_->append(version.version, version.columns);
  postings_->add(std::move(version));
}

std::optional<StreamFile> PartWriter::streams() {
  if (!streams_) return std::nullopt;
  return streams_->flush();
}

Part PartWriter::finish(const std::vector<MergedPart>& before, const PartList& list) {
  for (const MergedPart& merged : before)
    require_undamaged(folder_.path() / merged.part.folder, Look::bytes, streams_name);
  write_columns(before);
  write_streams(before);
  take_over(before);
  postings_->finish(part_marker(list, part_));
  postings_.reset();
  write_manifest(path_);
  sync_folder(path_);
  return part_;
}

void PartWriter::take_over(const std::vector<MergedPart>& before) {
  for (const MergedPart& merged : before) {
    postings_->copy(folder_.path() / merged.part.folder, merged.dead);
    part_.versions += merged.part.versions - merged.dead.size();
  }
  if (before.empty()) return;
  part_.first = before.front().part.first;
  part_.last = std::max(part_.last, before.back().part.last);
}

/// None where a part that older programs made has none.
void PartWriter::write_columns(const std::vector<MergedPart>& before) {
  if (before.empty()) return write_durably(path_ / columns_file, columns_->encode());
  ColumnTableWriter merged(before.front().part.first);
  for (const auto& [part, dead] : before) {
    const auto table = ColumnTable::read(folder_.path() / part.folder / columns_file);
    if (!table) return;
    copy_columns(*table, dead, merged);
  }
  if (columns_) copy_columns(*ColumnTable::decode(columns_->encode()), {}, merged);
  write_durably(path_ / columns_file, merged.encode());
}

void PartWriter::write_streams(const std::vector<MergedPart>& before) {
  const auto path = path_ / streams_name;
  const auto added = streams();
  if (before.empty()) {
    part_.extent = streams_->sync().extent;
    streams_.reset();
    std::filesystem::rename(added->path, path);
    std::filesystem::rename(offsets_of(added->path), offsets_of(path));
    return;
  }
  TokenStreamWriter merged(path, before.front().part.first);
  for (const auto& [part, dead] : before)
    copy_streams({folder_.path() / part.streams, part.first, part.extent}, dead, merged,
                 [&, &damaged = part](VersionId version) { keep_damaged(damaged, version, merged); });
  if (added) {
    copy_streams(*added, {}, merged, [](VersionId) { throw; });
    streams_.reset();
    std::filesystem::remove(added->path);
    std::filesystem::remove(offsets_of(added->path));
  }
  part_.extent = merged.sync().extent;
}

/// Copies the damage of a stream, whose error is caught, where there was one.
void PartWriter::keep_damaged(const Part& part, VersionId version, TokenStreamWriter& to) {
  if (!damaged_) throw;
  if (!xapian::has_version(folder_.path() / part.folder, version)) return;
  damaged_(version);
  to.append_damaged(version);
}

}  // namespace hemero
