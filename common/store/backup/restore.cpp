#include "common/store/backup/restore.h"

#include <cerrno>

#include "common/base/error.h"
#include "common/base/message.h"
#include "common/store/folder/archive_lock.h"
#include "common/store/folder/durable_file.h"
#include "common/store/folder/schema.h"
#include "common/store/index/index_folder.h"
#include "common/store/user/user_data.h"

namespace hemero {

namespace {

namespace fs = std::filesystem;

BackupManifest manifest_of(const BackupFolder& folder) {
  if (auto manifest = read_manifest(folder)) return *std::move(manifest);
  if (!fs::exists(folder.path)) throw path_error(ENOENT, "cannot read {}", folder.path.string());
  throw Error(ErrorCode::no_archive, message("there is no backup in {}", folder.path.string()),
              message("name the folder that “hemero-index backup” wrote"));
}

void require_known_format(const BackupManifest& manifest, const BackupFolder& folder) {
  if (manifest.format >= oldest_format && manifest.format <= archive_format()) return;
  throw Error(ErrorCode::other_version,
              message("the archive in {} has format {}, this program reads format {}", folder.path.string(),
                      manifest.format, archive_format()),
              message("use the version of Hemero that wrote it, or export it and add it again"));
}

[[noreturn]] void refuse(const std::string& why) {
  throw Error(ErrorCode::cannot_create, why, message("restore into another folder, or move that one away"));
}

/// Throws Error where something would be lost that this backup does not give back.
void require_free(const ArchiveFolder& to, const BackupManifest& manifest) {
  std::error_code none;
  for (const fs::path& path : {to.catalogue(), fs::path(to.catalogue().string() + "-wal")})
    if (const auto size = fs::file_size(path, none); !none && size > 0)
      refuse(message("there is an archive in {} already: it holds {}", to.path.string(), path.filename().string()));
  const IndexFolder index(to.index());
  index.require_ours(false);
  if (const auto list = index.readable_list(); list && list->archive != manifest.archive)
    refuse(message("the index in {} is of another archive", to.index().string()));
}

}  // namespace

CheckedBackup::CheckedBackup(fs::path from, const BackupProgress& progress)
    : from_{std::move(from)}, manifest_(manifest_of(from_)) {
  require_known_format(manifest_, from_);
  for (const BackupFile& file : manifest_.files) bytes_ += file.bytes;
  std::uint64_t done = 0;
  const GoOn go_on = [&](std::uint64_t bytes) { return progress(done += bytes, bytes_); };
  for (const BackupFile& file : manifest_.files) {
    const auto whole = is_whole(from_, file, go_on);
    if (!whole) return;
    if (!*whole)
      throw Error(ErrorCode::bad_data,
                  message("the backup is damaged: {} is not what it was", from_.file(file).string()),
                  message("use another backup"));
  }
  checked_ = true;
}

bool CheckedBackup::restore(const ArchiveFolder& to, const BackupProgress& progress) const {
  require_free(to, manifest_);
  create_folder(to);
  const ArchiveLock lock(to);
  require_free(to, manifest_);
  const IndexFolder index(to.index());
  remove_file(index.path() / IndexFolder::list_name);  // of an archive whose catalogue is gone
  if (fs::exists(index.path())) index.remove_all_but({});
  std::uint64_t done = 0;
  const GoOn go_on = [&](std::uint64_t bytes) { return progress(done += bytes, bytes_); };
  const fs::path draft = to.catalogue().string() + ".restoring";  // it becomes an archive when all else is there
  for (const char* beside : {"-journal", "-wal", "-shm"}) remove_file(draft.native() + beside);  // of one cut short
  for (const BackupFile& file : manifest_.files) {
    const bool is_catalogue = file.name == to.catalogue().filename();
    const bool is_user_data = file.name == to.user_data().filename();
    const fs::path path = to.path / file.name;
    if ((is_user_data || file.name == to.synonyms().filename()) && fs::exists(path)) continue;
    if (is_user_data) make_private(path);
    if (!copy(file, is_catalogue ? draft : path, go_on)) return false;
  }
  { const sqlite::Connection with_log(draft, sqlite::Access::write); }  // as readers and writers expect it
  sync_folder(to.path);                                                 // its journal is gone
  replace_file(draft, to.catalogue());
  sync_folder(to.path);
  return true;
}

/// False when it was stopped.
bool CheckedBackup::copy(const BackupFile& file, const fs::path& to, const GoOn& go_on) const {
  std::error_code error;
  create_folders(to.parent_path(), error);
  if (error) throw system_error(error.value(), "cannot write {}", to.parent_path().string());
  const auto hash = copy_durably(SourceFile(from_.file(file)), to, go_on);
  if (!hash) return false;
  if (*hash != file.hash)
    throw Error(ErrorCode::bad_data, message("the backup is damaged: {} is not what it was", from_.file(file).string()),
                message("use another backup"));
  sync_folder(to.parent_path());
  return true;
}

}  // namespace hemero
