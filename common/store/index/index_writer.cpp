#include "common/store/index/index_writer.h"

#include <algorithm>
#include <iterator>

#include "common/base/error.h"
#include "common/base/message.h"
#include "common/store/copies/copy_table.h"
#include "common/store/folder/durable_file.h"
#include "common/store/index/docids.h"
#include "common/store/index/merging.h"
#include "common/store/index/xapian_access.h"

namespace hemero {

namespace {

bool is_of(VersionId version, const Part& part) { return part.first <= version && version <= part.last; }

}  // namespace

IndexWriter::IndexWriter(IndexFolder folder, PartList list, std::size_t memory, DamagedStream damaged)
    : folder_(std::move(folder)), list_(std::move(list)), memory_(memory), damaged_(std::move(damaged)) {
  std::error_code error;
  create_folders(folder_.path(), error);
  if (error) throw system_error(error.value(), "cannot write {}", folder_.path().string());
  for (const Part& part : list_.parts) xapian::require_part(folder_, list_, part);
  sealed_streams();
}

void IndexWriter::add(IndexedVersion version, std::string_view codes) {
  if (!added_) added_.emplace(folder_, memory_, damaged_);
  added_->add(std::move(version), codes);
  if (added_->versions() == largest_merged_part) xapian::translating(folder_.path(), [&] { seal(); });
}

void IndexWriter::remove(const IndexedVersion& version) {
  Dead* const dead = dead_with(version.version);
  if (dead == nullptr) return;
  dead->versions.add(version);
  dead->changed = true;
}

void IndexWriter::remove_unknown(VersionId version) {
  Dead* const dead = dead_with(version);
  if (dead == nullptr) return;
  dead->versions.add({version, {}, {}, {}});
  dead->changed = true;
  dead->counted = false;
}

/// The dead versions that this one is to join; null when it is among them, or the index does not hold it.
IndexWriter::Dead* IndexWriter::dead_with(VersionId version) {
  const auto joined = [&](Dead& dead) { return dead.versions.holds(version) ? nullptr : &dead; };
  if (added_ && added_->covers(version)) return joined(dead_added_);
  for (const Part& part : list_.parts)
    if (is_of(version, part)) return holds(version, part) ? joined(dead_of(part)) : nullptr;
  return nullptr;
}

/// Asks the part's postings, which are slower, where the streams cannot tell.
bool IndexWriter::holds(VersionId version, const Part& part) {
  try {
    return sealed_streams().holds(version);
  } catch (const Error& error) {
    if (error.code() != ErrorCode::bad_data) throw;
    return xapian::has_version(folder_.path() / part.folder, version);
  }
}

SoundStreams IndexWriter::streams() {
  std::vector<StreamFile> files = stream_files(list_, folder_.path());
  if (added_)
    if (const auto added = added_->streams()) files.push_back(*added);
  return {TokenStreamReader(files), damaged_};
}

const TokenStreamReader& IndexWriter::sealed_streams() {
  if (!sealed_streams_) sealed_streams_.emplace(stream_files(list_, folder_.path()));
  return *sealed_streams_;
}

IndexWriter::Dead& IndexWriter::dead_of(const Part& part) {
  const auto [found, is_new] = dead_.try_emplace(part.folder);
  if (is_new && !part.dead.empty()) found->second.versions = DeadVersions::read(folder_.path(), part);
  return found->second;
}

std::uint64_t IndexWriter::current_versions(const Part& part) {
  return part.versions - dead_of(part).versions.versions().size();
}

MergedPart IndexWriter::taken_over(const Part& part) { return {part, dead_of(part).versions.versions()}; }

/// Ends the part that is being written, which the last parts of the list may join.
void IndexWriter::seal() {
  if (!added_) return;
  std::vector<std::uint64_t> sizes;
  for (const Part& part : list_.parts) sizes.push_back(current_versions(part));
  const auto joining = list_.parts.end() - static_cast<std::ptrdiff_t>(parts_to_merge(sizes, added_->versions()));
  std::vector<MergedPart> before;
  for (auto part = joining; part != list_.parts.end(); ++part) before.push_back(taken_over(*part));
  const Part made = added_->finish(before, list_);
  for (const MergedPart& merged : before) dead_.erase(merged.part.folder);
  list_.parts.erase(joining, list_.parts.end());
  list_.parts.push_back(made);
  dead_.emplace(made.folder, std::exchange(dead_added_, {}));
  added_.reset();
  sealed_streams_.reset();
}

/// Writes the parts anew that hold many dead versions; those that hold nothing else go.
void IndexWriter::renew_worn_parts() {
  std::vector<Part> parts;
  for (const Part& part : list_.parts) {
    const Dead& dead = dead_of(part);
    const std::uint64_t count = dead.versions.versions().size();
    const bool renews = !dead.counted || is_worn(part.versions, count);
    if (count < part.versions)
      parts.push_back(renews ? PartWriter(folder_, memory_, damaged_).finish({taken_over(part)}, list_) : part);
  }
  if (parts != list_.parts) replace_parts(std::move(parts));
}

/// Makes these the parts, some of which were written anew.
void IndexWriter::replace_parts(std::vector<Part> parts) {
  list_.parts = std::move(parts);
  std::erase_if(dead_, [this](const auto& dead) {
    return std::none_of(list_.parts.begin(), list_.parts.end(),
                        [&](const Part& part) { return part.folder == dead.first; });
  });
  sealed_streams_.reset();
}

void IndexWriter::write_dead() {
  for (Part& part : list_.parts) {
    Dead& dead = dead_of(part);
    if (!dead.changed) continue;
    dead.versions.settle(xapian::last_date(folder_.path() / part.folder, dead.versions.versions()));
    part.dead = folder_.next_name(index_name::dead);
    write_durably(folder_.path() / part.dead, dead.versions.encode());
    dead.changed = false;
  }
}

void IndexWriter::write_copies(const std::string& copies) {
  if (copies.empty()) {
    list_.copies.clear();
  } else if (list_.copies.empty() || read_bytes(folder_.path() / list_.copies) != seal_clusters(copies)) {
    list_.copies = folder_.next_name(index_name::copies);
    write_durably(folder_.path() / list_.copies, seal_clusters(copies));
  }
}

void IndexWriter::publish(std::uint64_t batch, const std::string& copies, std::uint64_t stamp) {
  if (batch > 0 && batch == list_.batch) return;
  xapian::translating(folder_.path(), [&] {
    seal();
    renew_worn_parts();
    require_docids(list_);
    write_dead();
    write_copies(copies);
    list_.batch = batch;
    list_.stamp = stamp;
    folder_.publish(list_);
    folder_.remove_all_but(list_);
  });
}

void IndexWriter::compact() {
  xapian::translating(folder_.path(), [&] {
    std::vector<Part> parts;
    for (auto first = list_.parts.begin(); first != list_.parts.end();) {
      std::uint64_t together = current_versions(*first);
      auto end = std::next(first);
      for (; end != list_.parts.end() && together + current_versions(*end) <= largest_merged_part; ++end)
        together += current_versions(*end);
      const bool stays = std::next(first) == end && together == first->versions;
      std::vector<MergedPart> joined;
      std::transform(first, end, std::back_inserter(joined), [this](const Part& part) { return taken_over(part); });
      if (together > 0) parts.push_back(stays ? *first : PartWriter(folder_, memory_, damaged_).finish(joined, list_));
      first = end;
    }
    if (parts == list_.parts) return;
    replace_parts(std::move(parts));
    folder_.publish(list_);
    folder_.remove_all_but(list_);
  });
}

}  // namespace hemero
