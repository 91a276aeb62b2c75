#include "common/store/folder/sqlite.h"

#include <algorithm>
#include <chrono>
#include <limits>
#include <optional>
#include <string>
#include <thread>

#include <fmt/format.h>

#include "common/model/article.h"
#include "common/store/folder/long_log.h"
#include "tests/unit/store/temporary_folder.h"

namespace hemero {
namespace {

using sqlite::Access;
using sqlite::Blob;
using sqlite::Connection;
using sqlite::Statement;
using sqlite::Transaction;

std::string type_of(Connection& connection, const std::string& name) {
  Statement statement = connection.prepare("SELECT typeof(value) FROM bound WHERE name = ?1");
  REQUIRE(statement.with(name).step());
  return std::string(statement.text(0));
}

/// Stores a value and gives the statement that stands on it.
template <typename Value>
Statement stored(Connection& connection, const std::string& name, const Value& value) {
  connection.prepare("INSERT INTO bound (name, value) VALUES (?1, ?2)").with(name, value).run();
  Statement statement = connection.prepare("SELECT value FROM bound WHERE name = ?1");
  REQUIRE(statement.with(name).step());
  return statement;
}

Connection make_connection(const TemporaryFolder& folder) {
  Connection connection(folder / "a.sqlite", Access::create);
  connection.execute("CREATE TABLE bound (name TEXT PRIMARY KEY, value)");
  return connection;
}

TEST_CASE("a statement is prepared when it first runs") {
  const TemporaryFolder folder;
  Connection connection(folder / "a.sqlite", Access::create);
  Statement statement = connection.prepare("SELECT value FROM later");
  connection.execute("CREATE TABLE later (value); INSERT INTO later VALUES (7)");
  REQUIRE(statement.step());
  CHECK(statement.integer(0) == 7);
  CHECK_THROWS_AS(connection.prepare("SELECT value FROM never").step(), Error);
}

TEST_CASE("integers come back from SQLite as they were") {
  const TemporaryFolder folder;
  Connection connection = make_connection(folder);
  constexpr auto smallest = std::numeric_limits<std::int64_t>::min();
  constexpr auto largest = std::numeric_limits<std::int64_t>::max();
  CHECK(stored(connection, "zero", 0).integer(0) == 0);
  CHECK(stored(connection, "negative", -7).integer(0) == -7);
  CHECK(stored(connection, "smallest", smallest).integer(0) == smallest);
  CHECK(stored(connection, "largest", largest).integer(0) == largest);
  CHECK(stored(connection, "uint32", std::uint32_t{4'000'000'000}).integer(0) == 4'000'000'000);
  CHECK(stored(connection, "uint64", std::uint64_t{1} << 40).integer(0) == std::int64_t{1} << 40);
  CHECK(stored(connection, "given", std::optional<std::int64_t>(5)).integer(0) == 5);
  CHECK(type_of(connection, "given") == "integer");
}

TEST_CASE("texts and blobs come back from SQLite byte for byte, with their type") {
  struct Row {
    std::string bytes;
    const char* reason;
  };
  const Row rows[] = {
      {"", "nothing"},
      {"œuvre à l’étude", "UTF-8"},
      {std::string("a\0b\0", 4), "NUL bytes"},
      {"\xFF\xFE\x80", "bytes that are no UTF-8"},
      {std::string(1'000'000, 'x'), "a megabyte"},
  };
  for (const Row& row : rows) {
    INFO(row.reason);
    const TemporaryFolder folder;
    Connection connection = make_connection(folder);
    CHECK((stored(connection, "text", row.bytes).text(0) == row.bytes));
    CHECK((stored(connection, "view", std::string_view(row.bytes)).text(0) == row.bytes));
    CHECK((stored(connection, "given", std::optional(row.bytes)).text(0) == row.bytes));
    CHECK((stored(connection, "blob", Blob{row.bytes}).blob(0) == row.bytes));
    CHECK(type_of(connection, "text") == "text");
    CHECK(type_of(connection, "view") == "text");
    CHECK(type_of(connection, "given") == "text");
    CHECK(type_of(connection, "blob") == "blob");
  }
}

TEST_CASE("only a missing value is NULL: an empty text is a text, an empty blob a blob") {
  const TemporaryFolder folder;
  Connection connection = make_connection(folder);
  CHECK(stored(connection, "missing", std::optional<std::string>()).is_null(0));
  CHECK(stored(connection, "missing number", std::optional<std::int64_t>()).is_null(0));
  CHECK_FALSE(stored(connection, "text", std::string_view()).is_null(0));
  CHECK_FALSE(stored(connection, "literal", "").is_null(0));
  CHECK_FALSE(stored(connection, "blob", Blob{}).is_null(0));
  CHECK(stored(connection, "null as text", std::optional<std::string>()).text(0).empty());
  CHECK(stored(connection, "null as blob", std::optional<std::string>()).blob(0).empty());
  CHECK(stored(connection, "null as number", std::optional<std::int64_t>()).integer(0) == 0);
}

TEST_CASE("a statement starts again with new values, also in the middle of its rows") {
  const TemporaryFolder folder;
  Connection connection = make_connection(folder);
  for (const char* name : {"a", "b", "c"}) stored(connection, name, name);
  Statement from = connection.prepare("SELECT name FROM bound WHERE name >= ?1 ORDER BY name");
  REQUIRE(from.with("a").step());
  REQUIRE(from.with("b").step());
  CHECK(from.text(0) == "b");
  REQUIRE(from.step());
  CHECK(from.text(0) == "c");
  CHECK_FALSE(from.step());
}

TEST_CASE("a transaction that is not committed leaves nothing") {
  const TemporaryFolder folder;
  Connection connection = make_connection(folder);
  const auto count = [&] {
    Statement statement = connection.prepare("SELECT count(*) FROM bound");
    statement.step();
    return statement.integer(0);
  };
  {
    const Transaction transaction(connection, Transaction::Kind::write);
    stored(connection, "a", 1);
    CHECK(count() == 1);
  }
  CHECK(count() == 0);
  {
    Transaction transaction(connection, Transaction::Kind::write);
    stored(connection, "a", 1);
    transaction.commit();
  }
  CHECK(count() == 1);
}

/// An open transaction that has read, so that it sees the state of now for as long as it lasts.
struct Snapshot {
  explicit Snapshot(const std::filesystem::path& file)
      : connection(file, Access::read), transaction(connection, Transaction::Kind::read) {
    CHECK(count() >= 0);
  }
  std::int64_t count() {
    Statement statement = connection.prepare("SELECT count(*) FROM bound");
    statement.step();
    return statement.integer(0);
  }

  Connection connection;
  Transaction transaction;
};

TEST_CASE("a reader keeps its state while a writer commits") {
  const TemporaryFolder folder;
  Connection connection = make_connection(folder);
  Snapshot before(folder / "a.sqlite");
  stored(connection, "a", 1);
  CHECK(before.count() == 0);
  CHECK(Snapshot(folder / "a.sqlite").count() == 1);
}

TEST_CASE("one row is read, and then the statement stands on none") {
  const TemporaryFolder folder;
  Connection connection = make_connection(folder);
  for (const char* name : {"a", "b"}) stored(connection, name, 7);
  Statement statement = connection.prepare("SELECT value FROM bound WHERE name >= ?1 ORDER BY name");
  std::int64_t sum = 0;
  const auto add = [&](const Statement& row) { sum += row.integer(0); };
  CHECK(statement.with("a").for_first(add));
  CHECK(sum == 7);
  CHECK(Connection(folder / "a.sqlite", Access::write).checkpoint());
  CHECK_FALSE(statement.with("c").for_first(add));
  CHECK(sum == 7);
}

TEST_CASE("a checkpoint empties the log, whatever statement stands on a row") {
  const TemporaryFolder folder;
  Connection connection = make_connection(folder);
  const Statement on_row = stored(connection, "a", 1);
  CHECK(std::filesystem::file_size(folder / "a.sqlite-wal") > 0);
  connection.checkpoint();
  CHECK(std::filesystem::file_size(folder / "a.sqlite-wal") == 0);
}

TEST_CASE("a checkpoint neither fails nor waits long when a reader needs the log") {
  const TemporaryFolder folder;
  Connection connection = make_connection(folder);
  Snapshot reader(folder / "a.sqlite");
  stored(connection, "a", 1);
  const auto start = std::chrono::steady_clock::now();
  connection.checkpoint();
  CHECK(std::chrono::steady_clock::now() - start < std::chrono::seconds(2));
  CHECK(reader.count() == 0);
}

TEST_CASE("a checkpoint waits for a reader when the log is long") {
  const TemporaryFolder folder;
  Connection connection = make_connection(folder);
  std::optional<Snapshot> reader(std::in_place, folder / "a.sqlite");
  for (int i = 0; i < 200; ++i) stored(connection, std::to_string(i) + std::string(16'000, 'a'), 1);
  CHECK(has_long_log(folder / "a.sqlite"));
  std::thread leaving([&] {
    std::this_thread::sleep_for(std::chrono::milliseconds(500));
    reader.reset();
  });
  CHECK(connection.checkpoint());
  leaving.join();
  CHECK_FALSE(has_long_log(folder / "a.sqlite"));
}

TEST_CASE("what SQLite refuses is translated once: the code says what the reader can do") {
  const TemporaryFolder folder;
  Connection connection = make_connection(folder);
  const auto file = folder / "a.sqlite";
  const auto full = [&] {
    connection.execute("PRAGMA max_page_count = 3");
    stored(connection, "big", std::string(1'000'000, 'x'));
  };
  const auto drop_under_reader = [&] {
    const Statement on_row = stored(connection, "row", 1);
    connection.execute("DROP TABLE bound");
  };
  const auto write_as_reader = [&] { Connection(file, Access::read).execute("DELETE FROM bound"); };
  const auto open_missing = [&] { Connection(folder / "none.sqlite", Access::write); };
  const auto open_missing_to_read = [&] { Connection(folder / "none.sqlite", Access::read); };
  const auto open_noise = [&] { Connection(folder.write("noise", std::string(5000, 'x')), Access::write); };
  const auto open_folder = [&] { Connection(folder.path(), Access::create); };

  CHECK((error_of(full).code() == ErrorCode::io));
  CHECK_THAT(error_of(full).message(), contains_text("the disk is full"));
  CHECK_FALSE(error_of(full).hint().empty());
  CHECK((error_of(drop_under_reader).code() == ErrorCode::locked));
  CHECK((error_of(write_as_reader).code() == ErrorCode::permission));
  CHECK((error_of(open_missing).code() == ErrorCode::io));
  CHECK((error_of(open_missing_to_read).code() == ErrorCode::io));
  CHECK((error_of(open_noise).code() == ErrorCode::bad_data));
  CHECK((error_of(open_folder).code() == ErrorCode::io));
  CHECK((error_of([&] { connection.prepare("SELECT nothing"); }).code() == ErrorCode::bug));
  const auto store_twice = [&] { stored(connection, "twice", 1), stored(connection, "twice", 1); };
  CHECK((error_of(store_twice).code() == ErrorCode::bad_data));  // nobody does, unless an index does not know its table
  CHECK((error_of([&] { connection.prepare("SELECT abs(-9223372036854775807 - 1)").run(); }).code() ==
         ErrorCode::bad_data));  // a number that the file may hold
}

TEST_CASE("errors name the file") {
  const TemporaryFolder folder;
  const auto file = folder.write("noise", std::string(5000, 'x'));
  CHECK_THAT(error_of([&] { Connection(file, Access::write); }).message(), contains_text(file.string()));
}

TEST_CASE("damage inside a file is bad data") {
  const TemporaryFolder folder;
  {
    Connection connection = make_connection(folder);
    stored(connection, "a", std::string(200'000, 'x'));
  }
  std::string bytes = read_file(folder / "a.sqlite");
  std::fill(bytes.begin() + 16384, bytes.end(), '\x7F');  // all pages but the first
  folder.write("a.sqlite", bytes);
  const Error error = error_of([&] {
    Connection connection(folder / "a.sqlite", Access::read);
    Statement statement = connection.prepare("SELECT value FROM bound");
    while (statement.step()) continue;
  });
  CHECK((error.code() == ErrorCode::bad_data));
}

TEST_CASE("a second writer is told that the file is in use") {
  const TemporaryFolder folder;
  Connection first = make_connection(folder);
  Connection second(folder / "a.sqlite", Access::write);
  // A transaction that has read what has changed since cannot go on to write: no use in waiting.
  Transaction stale(second, Transaction::Kind::read);
  CHECK(Statement(second.prepare("SELECT count(*) FROM bound")).step());
  stored(first, "a", 1);
  CHECK((error_of([&] { stored(second, "b", 1); }).code() == ErrorCode::locked));
}

std::int64_t count_of(const std::filesystem::path& file) {
  Connection connection(file, Access::read);
  Statement statement = connection.prepare("SELECT count(*) FROM bound");
  return statement.step() ? statement.integer(0) : -1;
}

void forbid_writing(const std::filesystem::path& folder) {
  using std::filesystem::perms;
  const auto read = perms::owner_read | perms::group_read | perms::others_read;
  for (const auto& entry : std::filesystem::directory_iterator(folder)) permissions(entry.path(), read);
  permissions(folder, read | perms::owner_exec | perms::group_exec | perms::others_exec);
}

void allow_writing(const std::filesystem::path& folder) { permissions(folder, std::filesystem::perms::owner_all); }

TEST_CASE("a file in a folder that cannot be written is read, whatever its name") {
  for (const char* name : {"a.sqlite", "50 %.sqlite", "a?immutable=0#.sqlite"}) {
    INFO(name);
    const TemporaryFolder folder;
    {
      Connection connection(folder / name, Access::create);
      connection.execute("CREATE TABLE bound (name TEXT PRIMARY KEY, value)");
      stored(connection, "a", 1);
    }
    forbid_writing(folder.path());
    CHECK(holds_for_nobody([&] { return count_of(folder / name) == 1; }));
    allow_writing(folder.path());
  }
}

TEST_CASE("a file in a folder that cannot be written is not read past a log that holds more") {
  const TemporaryFolder folder;
  Connection connection = make_connection(folder);
  connection.checkpoint();
  stored(connection, "a", 1);
  const TemporaryFolder copy;
  std::filesystem::copy(folder / "a.sqlite", copy / "a.sqlite");
  std::filesystem::copy(folder / "a.sqlite-wal", copy / "a.sqlite-wal");
  forbid_writing(copy.path());
  const auto refused = [&] {
    const ErrorCode code = error_of([&] { count_of(copy / "a.sqlite"); }).code();
    return code == ErrorCode::io || code == ErrorCode::permission;
  };
  CHECK(holds_for_nobody(refused));
  allow_writing(copy.path());
}

TEST_CASE("a number that cannot be one is told with its file and its column") {
  const TemporaryFolder folder;
  Connection connection = make_connection(folder);
  const auto read_as_id = [&](std::int64_t value) {
    return stored(connection, fmt::format("{}", value), value).id<ArticleId>(0);
  };
  CHECK(read_as_id(1) == ArticleId(1));
  CHECK(read_as_id(sqlite::largest_id) == ArticleId(sqlite::largest_id));
  CHECK(stored(connection, "null", std::optional<std::int64_t>()).id<ArticleId>(0) == ArticleId(0));
  CHECK(stored(connection, "count", std::int64_t{1} << 40).count(0) == std::uint64_t{1} << 40);
  for (const std::int64_t value :
       {std::int64_t{-1}, std::int64_t{0xFFFF'FFFF}, std::int64_t{1} << 32, std::numeric_limits<std::int64_t>::min(),
        std::numeric_limits<std::int64_t>::max()}) {
    const Error error = error_of([&] { read_as_id(value); });
    CHECK((error.code() == ErrorCode::bad_data));
    CHECK_THAT(error.message(), contains_text("a.sqlite"));
    CHECK_THAT(error.message(), contains_text("“value”"));
    CHECK_THAT(error.message(), contains_text(std::to_string(value)));
  }
  CHECK((error_of([&] { stored(connection, "less", -5).count(0); }).code() == ErrorCode::bad_data));
}

constexpr const char* endless = "WITH RECURSIVE c(x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM c) SELECT max(x) FROM c";

TEST_CASE("a statement ends with the time that its connection has, as if nothing more stood there") {
  const TemporaryFolder folder;
  Connection connection = make_connection(folder);
  const Deadline deadline(std::chrono::milliseconds(20));
  CHECK(&connection.obey(deadline) == &Deadline::never());
  Statement statement = connection.prepare(endless);
  CHECK_FALSE(statement.step());
  CHECK(deadline.was_over());
  CHECK((error_of([&] { connection.execute(endless); }).code() == ErrorCode::locked));
  CHECK(&connection.obey(Deadline::never()) == &deadline);
  CHECK(count_of(folder / "a.sqlite") == 0);
}

TEST_CASE("what a file says of itself runs nothing") {
  const TemporaryFolder folder;
  Connection connection = make_connection(folder);
  connection.execute("CREATE TRIGGER t AFTER INSERT ON bound BEGIN DELETE FROM bound; END");
  stored(connection, "kept", 1);
  CHECK(count_of(folder / "a.sqlite") == 1);
  CHECK_THROWS_AS(connection.execute("PRAGMA writable_schema = ON; DELETE FROM sqlite_schema"), Error);
  CHECK_THROWS_AS(connection.execute("SELECT load_extension('x')"), Error);
  connection.execute("ATTACH ':memory:' AS one");
  CHECK_THROWS_AS(connection.execute("ATTACH ':memory:' AS two"), Error);
}

TEST_CASE("a file that may not be opened is a matter of permission") {
  const TemporaryFolder folder;
  { const Connection connection = make_connection(folder); }
  permissions(folder.path(), std::filesystem::perms::owner_all | std::filesystem::perms::others_exec);
  permissions(folder / "a.sqlite", std::filesystem::perms::none);
  const auto refused = [&] { return error_of([&] { count_of(folder / "a.sqlite"); }).code() == ErrorCode::permission; };
  CHECK(holds_for_nobody(refused));
}

}  // namespace
}  // namespace hemero
