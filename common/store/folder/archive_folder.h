#pragma once

#include <filesystem>
#include <functional>
#include <optional>
#include <string>

#include "common/store/folder/sqlite.h"

namespace hemero {

/// Where the parts of an archive are:
///   archive.sqlite (and its -wal, -shm)   the truth
///   index/                                derived: parts.tsv, part-NNNNNN/ and what belongs to them
///   lock                                  held by the one program that writes, as the folder is (archive_lock.h)
///   synonyms.tsv                          written by people: what means the same to them; may be missing
///   user.sqlite                           what a reader keeps (common/store/user/); may be missing, or elsewhere
struct ArchiveFolder {
  std::filesystem::path path;

  std::filesystem::path catalogue() const { return path / "archive.sqlite"; }
  std::filesystem::path index() const { return path / "index"; }
  std::filesystem::path lock() const { return path / "lock"; }
  std::filesystem::path synonyms() const { return path / "synonyms.tsv"; }
  std::filesystem::path user_data() const { return path / "user.sqlite"; }
};

/// The archive meant when none is named: $HEMERO_ARCHIVE, else $XDG_DATA_HOME/hemero, else ~/.local/share/hemero.
ArchiveFolder default_archive();

/// Makes the archive's folder when there is none. Throws Error (cannot_create, permission).
void create_folder(const ArchiveFolder& folder);

/// Throws Error (no_archive) when there is no archive in the folder.
void require_archive(const ArchiveFolder& folder);

/// Opens the catalogue; Access::create makes an empty one when there is none. One of an older format is brought up to
/// date unless it is opened to be read: `complete` is called in the same transaction, to make what SQL alone cannot.
/// One of the format before this one can be read as it is. Throws Error: no_archive when there is none, other_version
/// when its format is not this one's, bad_data when the file is something else, or holds other tables than programs of
/// its format made (it is left as it is). A connection that reads obeys the deadline.
sqlite::Connection open_catalogue(const ArchiveFolder& folder, sqlite::Access access,
                                  const std::function<void(sqlite::Connection&)>& complete = {},
                                  const Deadline& deadline = Deadline::never());

/// The format of an archive that is open.
std::int64_t stored_format(sqlite::Connection& connection);

/// A setting of the archive; throws Error (bad_data) when it is missing.
std::string read_setting(sqlite::Connection& connection, std::string_view name);
/// The same; nothing when it is missing.
std::optional<std::string> find_setting(sqlite::Connection& connection, std::string_view name);
void write_setting(sqlite::Connection& connection, std::string_view name, std::string_view value);
void remove_setting(sqlite::Connection& connection, std::string_view name);

}  // namespace hemero
