#include "common/store/backup/backup.h"

#include <algorithm>
#include <chrono>
#include <set>

#include <fmt/chrono.h>
#include <fmt/format.h>

#include "common/base/error.h"
#include "common/base/hash.h"
#include "common/base/message.h"
#include "common/store/backup/archive_snapshot.h"
#include "common/store/folder/archive_lock.h"
#include "common/store/folder/durable_file.h"
#include "common/store/folder/schema.h"
#include "common/store/folder/totals.h"
#include "common/store/index/index_folder.h"
#include "common/store/user/user_data.h"

namespace hemero {

namespace {

namespace fs = std::filesystem;

[[noreturn]] void refuse_folder(const std::string& why) {
  throw Error(ErrorCode::cannot_create, why, message("name another folder, best on another disk"));
}

/// What a folder holds, nothing where there is none. Throws Error.
std::vector<std::string> names_in(const fs::path& folder) {
  std::error_code error;
  std::vector<std::string> names;
  for (const auto& entry : fs::directory_iterator(folder, error)) names.push_back(entry.path().filename().string());
  if (error && error != std::errc::no_such_file_or_directory)
    throw system_error(error.value(), "cannot read {}", folder.string());
  return names;
}

/// Throws Error where the folder holds what no backup has.
void require_free(const BackupFolder& to) {
  const std::set<std::string> ours{"backup.tsv.new", "files", "lock"};
  for (const std::string& name : names_in(to.path))
    if (!ours.contains(name))
      refuse_folder(message("{} is there already, and no backup: it holds {}", to.path.string(), name));
  for (const std::string& name : names_in(to.files()))
    if (!is_stored_name(name))
      refuse_folder(message("{} is there already, and no backup: it holds {}", to.files().string(), name));
}

bool is_below(const fs::path& path, const fs::path& folder) {
  const fs::path there = fs::weakly_canonical(path);
  const fs::path above = fs::weakly_canonical(folder);
  return std::mismatch(above.begin(), above.end(), there.begin(), there.end()).first == above.end();
}

/// Makes the folder, or throws Error where it is not ours.
void prepare(const ArchiveFolder& archive, const BackupFolder& to) {
  if (is_below(to.path, archive.path)) refuse_folder(message("{} lies in the archive", to.path.string()));
  if (fs::is_symlink(fs::symlink_status(to.files())))
    throw Error(ErrorCode::cannot_create,
                message("{} is a symbolic link: nothing is written behind it", to.files().string()));
  if (!read_manifest(to)) require_free(to);
  std::error_code error;
  create_folders(to.files(), error);
  if (error) throw system_error(error.value(), "cannot write {}", to.files().string());
}

/// Writes the files of one backup.
class BackupWriter {
 public:
  BackupWriter(BackupFolder to, std::optional<BackupManifest> before, const BackupProgress& progress,
               std::uint64_t total)
      : to_(std::move(to)), before_(std::move(before)), progress_(progress), total_(total) {}
  BackupWriter(const BackupWriter&) = delete;
  BackupWriter& operator=(const BackupWriter&) = delete;

  const GoOn& go_on() const { return go_on_; }

  /// Where a file is written whose hash is not known yet.
  fs::path draft() const { return to_.files() / draft_names.front(); }

  /// Removes what a backup that was cut short left of one.
  void remove_drafts() const {
    for (const std::string_view name : draft_names) remove_file(to_.files() / name);
  }

  /// Takes an open file over; false when it was stopped. One that the backup has is not copied again.
  bool add(const std::string& name, const SourceFile& source) {
    BackupFile file{.name = name, .bytes = source.bytes(), .hash = {}, .modified = source.modified()};
    if (const BackupFile* known = find(file)) {
      file.hash = known->hash;
      const auto whole = is_whole(to_, file, go_on_);
      if (!whole) return false;
      if (*whole) return keep(std::move(file));
    }
    const auto hash = copy_durably(source, draft(), go_on_);
    if (!hash) return false;
    file.hash = *hash;
    file.bytes = fs::file_size(draft());
    return add_draft(std::move(file));
  }

  /// Takes over what was written as the draft; false when it was stopped.
  bool add_draft(BackupFile file) {
    const auto there = is_whole(to_, file, go_on_);
    if (!there) return false;
    if (*there) {
      remove_file(draft());
      return keep(std::move(file));
    }
    replace_file(draft(), to_.file(file));
    const auto whole = is_whole(to_, file, go_on_);
    if (!whole) return false;
    if (!*whole)
      throw Error(ErrorCode::io, message("{} does not read back as it was written", to_.file(file).string()),
                  message("the disk may be failing: save your data"));
    outcome.copied += file.bytes;
    manifest.files.push_back(std::move(file));
    return true;
  }

  /// Makes what was added the backup, and removes what only the one before had.
  void publish() {
    sync_folder(to_.files());
    const fs::path draft = to_.manifest().string() + ".new";
    write_durably(draft, encode_manifest(manifest));
    replace_file(draft, to_.manifest());
    sync_folder(to_.path);
    std::set<std::string> used;
    for (const BackupFile& file : manifest.files) used.insert(stored_name(file));
    for (const auto& entry : fs::directory_iterator(to_.files())) {
      const std::string name = entry.path().filename().string();
      std::error_code ignored;  // what cannot be removed now is tried again by the next backup
      if (is_stored_name(name) && !used.contains(name)) fs::remove(entry.path(), ignored);
    }
  }

  BackupManifest manifest;
  BackupOutcome outcome;

 private:
  const BackupFile* find(const BackupFile& file) const {
    if (!before_ || file.modified == 0) return nullptr;
    const auto found = std::find_if(before_->files.begin(), before_->files.end(), [&](const BackupFile& each) {
      return each.name == file.name && each.bytes == file.bytes && each.modified == file.modified;
    });
    return found == before_->files.end() ? nullptr : &*found;
  }

  bool keep(BackupFile file) {
    outcome.unchanged += file.bytes;
    manifest.files.push_back(std::move(file));
    return true;
  }

  BackupFolder to_;
  std::optional<BackupManifest> before_;
  const BackupProgress& progress_;
  std::uint64_t total_;
  std::uint64_t done_ = 0;
  GoOn go_on_ = [this](std::uint64_t bytes) { return progress_(done_ += bytes, total_); };
};

/// A database as the caller's transaction sees it; false when it was stopped.
bool add_database(sqlite::Connection& connection, const std::string& name, BackupWriter& writer) {
  if (!connection.copy_to(writer.draft(), [&] { return writer.go_on()(0); })) return false;
  sync_file(writer.draft());
  const auto hash = hash_of(SourceFile(writer.draft()), writer.go_on());
  return hash && writer.add_draft({.name = name, .bytes = fs::file_size(writer.draft()), .hash = *hash});
}

/// What a reader keeps, for his eyes alone here too; false when it was stopped.
bool add_user_data(const ArchiveFolder& archive, BackupWriter& writer) {
  const fs::path file = archive.user_data();
  if (std::error_code none; !fs::exists(file, none)) return true;
  writer.remove_drafts();
  try {
    sqlite::Connection connection = open_user_data(file, Missing::leave);
    const sqlite::Transaction state(connection, sqlite::Transaction::Kind::read);
    make_private(writer.draft());
    return add_database(connection, file.filename(), writer);
  } catch (const Error& error) {
    writer.outcome.left_out = error.message();
    return true;
  }
}

/// The list of parts, as it was when these were opened; false when it was stopped.
bool add_list(const PartList& list, BackupWriter& writer) {
  const std::string text = encode_parts(list);
  write_durably(writer.draft(), text);
  const std::string name = fmt::format("index/{}", IndexFolder::list_name);
  return writer.add_draft({.name = name, .bytes = text.size(), .hash = hash_text(hash128(text))});
}

bool add_all(const ArchiveFolder& archive, ArchiveSnapshot& snapshot, BackupWriter& writer) {
  for (const ArchiveSnapshot::File& file : snapshot.files)
    if (!writer.add(file.name, file.source)) return false;
  if (snapshot.list && !add_list(*snapshot.list, writer)) return false;
  if (!add_user_data(archive, writer)) return false;
  writer.remove_drafts();
  return add_database(snapshot.connection, archive.catalogue().filename(), writer);
}

/// How many bytes will be looked at, about: what is copied is read back.
std::uint64_t bytes_to_look_at(const ArchiveFolder& archive, const ArchiveSnapshot& snapshot) {
  std::uint64_t bytes = fs::file_size(archive.catalogue());
  for (const ArchiveSnapshot::File& file : snapshot.files) bytes += file.source.bytes();
  return 2 * bytes;
}

}  // namespace

BackupOutcome back_up(const ArchiveFolder& archive, const fs::path& to, const BackupProgress& progress) {
  const auto snapshot = take_snapshot(archive);
  const BackupFolder folder{to};
  prepare(archive, folder);
  const ArchiveLock lock({to});
  auto before = read_manifest(folder);
  const std::string uuid = read_setting(snapshot->connection, "uuid");
  if (before && before->archive != uuid) refuse_folder(message("{} holds the backup of another archive", to.string()));
  BackupWriter writer(folder, std::move(before), progress, bytes_to_look_at(archive, *snapshot));
  writer.manifest = {.archive = uuid,
                     .format = stored_format(snapshot->connection),
                     .articles = static_cast<std::uint64_t>(read_totals(snapshot->connection).articles),
                     .taken = fmt::format("{:%FT%TZ}", fmt::gmtime(std::chrono::system_clock::now()))};
  writer.outcome.has_index = snapshot->list.has_value();
  writer.outcome.articles = writer.manifest.articles;
  writer.outcome.finished = add_all(archive, *snapshot, writer);
  if (writer.outcome.finished) writer.publish();
  return writer.outcome;
}

}  // namespace hemero
