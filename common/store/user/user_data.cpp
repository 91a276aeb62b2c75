#include "common/store/user/user_data.h"

#include <fcntl.h>
#include <unistd.h>

#include <cerrno>

#include <fmt/format.h>

#include "common/base/error.h"
#include "common/base/message.h"
#include "common/base/ordinary_file.h"
#include "common/store/folder/known_schema.h"
#include "common/store/folder/schema.h"

namespace hemero {

namespace {

constexpr int application_id = 0x48454d55;  ///< "HEMU": tells it from other SQLite files
constexpr int user_version = 1;

const std::filesystem::path in_memory = ":memory:";

void make_file(const std::filesystem::path& file) {
  try {
    make_private(file);
  } catch (const Error& error) {
    throw Error(error.code(), error.message(),
                message("--user-data names another file, and so does $HEMERO_USER_DATA"));
  }
}

bool is_new(sqlite::Connection& connection) {
  return connection.pragma("application_id") == 0 && connection.pragma("schema_version") == 0;
}

void create_schema(sqlite::Connection& connection) {
  sqlite::Transaction transaction(connection, sqlite::Transaction::Kind::write);
  if (!is_new(connection)) return;  // another program has made it
  connection.execute(user_schema_sql);
  connection.execute(fmt::format("PRAGMA application_id = {}; PRAGMA user_version = {}", application_id, user_version));
  transaction.commit();
}

/// Throws Error unless the file is of this program's version.
void identify(sqlite::Connection& connection, const std::string& file) {
  if (connection.pragma("application_id") != application_id)
    throw Error(ErrorCode::bad_data, message("{} is not what Hemero keeps for its users", file),
                message("--user-data names another file, and so does $HEMERO_USER_DATA"));
  if (const std::int64_t version = connection.pragma("user_version"); version != user_version)
    throw Error(ErrorCode::other_version,
                message("{} has version {}, this program reads version {}", file, version, user_version));
  require_schema(connection, user_schema_sql, file);
}

}  // namespace

std::filesystem::path user_data_file(const std::filesystem::path& named, const ArchiveFolder& archive) {
  std::error_code ignored;
  if (named.empty()) return archive.user_data();
  return std::filesystem::is_directory(named, ignored) ? named / archive.user_data().filename() : named;
}

/// A file without a byte is a database without a table to SQLite. What it makes beside it has the same permissions.
void make_private(const std::filesystem::path& file) {
  constexpr mode_t owner_alone = 0600;
  const int descriptor = ::open(file.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, owner_alone);
  if (descriptor < 0) throw system_error(errno, "cannot write {}", file.string());
  ::close(descriptor);
}

sqlite::Connection open_user_data(const std::filesystem::path& file, Missing missing) {
  for (const char* suffix : {"", "-journal", "-wal", "-shm"}) require_ordinary_file(file.string() + suffix);
  if (missing == Missing::make) make_file(file);
  std::error_code ignored;
  const bool is_there = std::filesystem::exists(file, ignored);
  sqlite::Connection connection(is_there ? file : in_memory, sqlite::Access::keep);
  if (is_new(connection)) create_schema(connection);
  identify(connection, file.string());
  connection.execute("PRAGMA journal_mode = DELETE");  // whatever another program has made of it
  return connection;
}

}  // namespace hemero
