#include "common/store/folder/archive_folder.h"

#include <cerrno>
#include <chrono>
#include <cstdlib>
#include <random>

#include <fmt/chrono.h>
#include <fmt/format.h>

#include "common/base/error.h"
#include "common/base/message.h"
#include "common/base/names/near_words.h"
#include "common/base/ordinary_file.h"
#include "common/store/folder/durable_file.h"
#include "common/store/folder/known_schema.h"
#include "common/store/folder/schema.h"
#include "common/text/analyzer.h"

namespace hemero {

namespace {

constexpr int application_id = 0x48454d30;  ///< "HEM0": tells an archive from other SQLite files

/// A random UUID (RFC 9562, version 4).
std::string make_uuid() {
  std::random_device random;
  const auto part = [&](std::uint32_t mask, std::uint32_t set) { return (random() & mask) | set; };
  return fmt::format("{:08x}-{:04x}-{:04x}-{:04x}-{:04x}{:08x}", part(~0U, 0), part(0xFFFF, 0), part(0x0FFF, 0x4000),
                     part(0x3FFF, 0x8000), part(0xFFFF, 0), part(~0U, 0));
}

void create_schema(sqlite::Connection& connection) {
  sqlite::Transaction transaction(connection, sqlite::Transaction::Kind::write);
  connection.execute(schema_sql);
  connection.execute(
      fmt::format("PRAGMA application_id = {}; PRAGMA user_version = {}", application_id, archive_format()));
  write_setting(connection, "uuid", make_uuid());
  write_setting(connection, "analyzer", Analyzer::fingerprint());
  write_setting(connection, "created", fmt::format("{:%FT%TZ}", fmt::gmtime(std::chrono::system_clock::now())));
  transaction.commit();
}

/// Brings a catalogue of an older format up to date. A table that others refer to is made anew, so that references must
/// not be followed meanwhile.
void upgrade_schema(sqlite::Connection& connection, const std::function<void(sqlite::Connection&)>& complete) {
  const std::int64_t version = connection.pragma("user_version");
  connection.execute("PRAGMA foreign_keys = OFF");
  sqlite::Transaction transaction(connection, sqlite::Transaction::Kind::write);
  for (auto from = version - oldest_format; from < std::ssize(schema_upgrades); ++from)
    connection.execute(schema_upgrades[static_cast<std::size_t>(from)]);
  connection.execute(fmt::format("PRAGMA user_version = {}", archive_format()));
  if (complete) complete(connection);
  transaction.commit();
  connection.execute("PRAGMA foreign_keys = ON");
}

/// What to do where there is no archive in the folder.
std::string how_to_get_one(const ArchiveFolder& folder) {
  std::error_code ignored;
  if (std::filesystem::exists(folder.path, ignored) && !std::filesystem::is_directory(folder.path, ignored))
    return message("an archive is a folder, and this is none: name one with --archive");
  const auto near = near_path(folder.path);
  if (near && std::filesystem::exists(ArchiveFolder{*near}.catalogue(), ignored))
    return message("did you mean “{}”?", near->string());
  return message("name one with --archive, or make one with “hemero-index add -a {} PATH…”",
                 shell_word(folder.path.string()));
}

enum class Content { nothing, older_archive, readable_archive, archive };

/// What a catalogue's file holds; throws Error when that is something else than an archive that this program knows.
Content identify(sqlite::Connection& connection, const ArchiveFolder& folder) {
  const std::int64_t application = connection.pragma("application_id");
  const std::int64_t version = connection.pragma("user_version");
  if (application == 0 && version == 0 && connection.pragma("schema_version") == 0) return Content::nothing;
  if (application != application_id)
    throw Error(ErrorCode::bad_data, message("{} is not an archive of Hemero", folder.catalogue().string()));
  if (version < oldest_format || version > archive_format())
    throw Error(ErrorCode::other_version,
                message("the archive in {} has format {}, this program reads format {}", folder.path.string(), version,
                        archive_format()),
                message("use the version of Hemero that wrote it, or export it and add it again"));
  require_known_schema(connection, version, folder.catalogue().string());
  if (version == oldest_readable_format) return Content::readable_archive;
  return version < archive_format() ? Content::older_archive : Content::archive;
}

/// The catalogue, and what SQLite reads beside it without being told.
void require_ordinary_files(const ArchiveFolder& folder) {
  for (const char* suffix : {"", "-wal", "-shm", "-journal"})
    require_ordinary_file(folder.catalogue().string() + suffix);
}

/// Where the power was lost while a catalogue was made its journal may be there again when its log already is: SQLite
/// cannot look at it then without undoing what the journal says.
bool has_journal_and_log(const std::filesystem::path& catalogue) {
  const auto has = [&](const char* suffix) {
    std::error_code none;
    const std::uintmax_t size = std::filesystem::file_size(catalogue.native() + suffix, none);
    return !none && size > 0;
  };
  return has("-journal") && has("-wal");
}

}  // namespace

ArchiveFolder default_archive() {
  const auto variable = [](const char* name) {
    const char* value = std::getenv(name);
    return std::filesystem::path(value != nullptr ? value : "");
  };
  if (const auto named = variable("HEMERO_ARCHIVE"); !named.empty()) return {named};
  if (const auto data = variable("XDG_DATA_HOME"); !data.empty()) return {data / "hemero"};
  return {variable("HOME") / ".local" / "share" / "hemero"};
}

void create_folder(const ArchiveFolder& folder) {
  std::error_code error;
  create_folders(folder.path, error);
  std::error_code ignored;
  if (std::filesystem::is_directory(folder.path, ignored)) return;
  if (std::filesystem::exists(folder.path, ignored))
    throw Error(ErrorCode::cannot_create,
                system_error(EEXIST, "cannot create the archive {}", folder.path.string()).message(),
                message("an archive is a folder, and this is none: name one with --archive"));
  const Error why = system_error(error.value(), "cannot create the archive {}", folder.path.string());
  const auto code = why.code() == ErrorCode::permission ? why.code() : ErrorCode::cannot_create;
  throw Error(code, why.message(), why.hint());
}

void require_archive(const ArchiveFolder& folder) {
  std::error_code error;
  if (std::filesystem::exists(folder.catalogue(), error)) return;
  const std::string name = folder.path.string();
  if (error == std::errc::permission_denied) throw system_error(EACCES, "cannot read {}", name);
  throw Error(ErrorCode::no_archive, message("there is no archive in {}", name), how_to_get_one(folder));
}

sqlite::Connection open_catalogue(const ArchiveFolder& folder, sqlite::Access access,
                                  const std::function<void(sqlite::Connection&)>& complete, const Deadline& deadline) {
  if (access != sqlite::Access::create) require_archive(folder);
  require_ordinary_files(folder);
  if (access != sqlite::Access::read && has_journal_and_log(folder.catalogue()))
    sqlite::Connection(folder.catalogue(), sqlite::Access::undo);
  Content content = Content::nothing;
  // Looked at before it is opened to be written: a file that is not ours must stay as it is.
  if (std::filesystem::exists(folder.catalogue())) {
    sqlite::Connection connection(folder.catalogue(), sqlite::Access::read, deadline);
    content = identify(connection, folder);
    if (content == Content::archive && access == sqlite::Access::read) return connection;
    if (content == Content::readable_archive && access == sqlite::Access::read) {
      connection.execute(read_older_sql);
      return connection;
    }
  }
  if (content == Content::older_archive && access == sqlite::Access::read)
    throw Error(ErrorCode::other_version,
                message("the archive in {} has an older format, this program reads format {}", folder.path.string(),
                        archive_format()),
                message("run “hemero-index rebuild” once: it brings the archive up to date"));
  if (content == Content::nothing && access != sqlite::Access::create)
    throw Error(ErrorCode::no_archive, message("the archive in {} was never finished", folder.path.string()),
                message("run “hemero-index add” on it"));
  sqlite::Connection connection(folder.catalogue(), access);
  if (content != Content::nothing) content = identify(connection, folder);  // a journal was undone, if there was one
  if (content == Content::nothing) create_schema(connection);
  if (content == Content::older_archive || content == Content::readable_archive) upgrade_schema(connection, complete);
  connection.execute(
      "CREATE INDEX IF NOT EXISTS version_by_content ON version (content_hash);"
      "CREATE TABLE IF NOT EXISTS batch (seq INTEGER PRIMARY KEY, stamp INTEGER NOT NULL) STRICT");
  return connection;
}

std::int64_t stored_format(sqlite::Connection& connection) { return connection.pragma("user_version"); }

std::string read_setting(sqlite::Connection& connection, std::string_view name) {
  auto value = find_setting(connection, name);
  if (!value) throw Error(ErrorCode::bad_data, message("the archive lacks its setting {}", name));
  return *std::move(value);
}

std::optional<std::string> find_setting(sqlite::Connection& connection, std::string_view name) {
  sqlite::Statement statement = connection.prepare("SELECT value FROM setting WHERE name = ?1");
  if (!statement.with(name).step()) return std::nullopt;
  return std::string(statement.text(0));
}

void write_setting(sqlite::Connection& connection, std::string_view name, std::string_view value) {
  connection.prepare("INSERT OR REPLACE INTO setting (name, value) VALUES (?1, ?2)").with(name, value).run();
}

void remove_setting(sqlite::Connection& connection, std::string_view name) {
  connection.prepare("DELETE FROM setting WHERE name = ?1").with(name).run();
}

}  // namespace hemero
