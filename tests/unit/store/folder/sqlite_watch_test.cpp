#include "common/store/folder/sqlite_watch.h"

#include <cstddef>
#include <string>

#include "common/store/folder/sqlite.h"
#include "tests/unit/store/temporary_folder.h"

namespace hemero {
namespace {

using sqlite::Access;
using sqlite::Connection;
using sqlite::Statement;

void put_big_endian(std::string& bytes, std::size_t at, std::size_t value, std::size_t size) {
  for (std::size_t i = size; i > 0; --i, value >>= 8) bytes[at + i - 1] = static_cast<char>(value & 0xFF);
}

/// A file with a table `t` of three rows, whose pages name the ones below a thousand times each: 3 * 10^15 rows.
void write_endless_file(const TemporaryFolder& folder) {
  constexpr std::size_t size = 16384;
  constexpr std::size_t cells = 1000;
  std::size_t root = 0;
  {
    Connection connection(folder / "a.sqlite", Access::create);
    connection.execute("CREATE TABLE t (id INTEGER PRIMARY KEY, x); INSERT INTO t (x) VALUES (1), (2), (3)");
    connection.prepare("SELECT rootpage FROM sqlite_schema").for_first([&](const Statement& row) {
      root = row.count(0);
    });
    connection.checkpoint();
  }
  std::string bytes = read_file(folder / "a.sqlite");
  bytes += bytes.substr((root - 1) * size, size);
  for (int level = 0; level < 5; ++level) {
    const std::size_t below = bytes.size() / size;
    std::string page(size, '\0');
    page[0] = 5;  // inside a table: https://www.sqlite.org/fileformat2.html
    put_big_endian(page, 3, cells, 2);
    put_big_endian(page, 5, size - 5 * cells, 2);
    put_big_endian(page, 8, below, 4);
    for (std::size_t i = 0; i < cells; ++i) {
      const std::size_t at = size - 5 * (i + 1);
      put_big_endian(page, 12 + 2 * i, at, 2);
      put_big_endian(page, at, below, 4);
      page[at + 4] = 1;
    }
    level < 4 ? bytes += page : bytes.replace((root - 1) * size, size, page);
  }
  put_big_endian(bytes, 28, bytes.size() / size, 4);
  folder.write("a.sqlite", bytes);
}

TEST_CASE("a table without an end is told as damage, also by what goes through all of it first") {
  const TemporaryFolder folder;
  write_endless_file(folder);
  for (const char* sql :
       {"SELECT x FROM t", "SELECT x FROM t ORDER BY x", "SELECT x, count(*) FROM t GROUP BY x", "SELECT sum(x) FROM t",
        "SELECT DISTINCT x FROM t ORDER BY x DESC LIMIT 1", "SELECT count(*) FROM t", "SELECT (SELECT count(*) FROM t)",
        "SELECT sum(x) FROM t WHERE id > 0", "SELECT count(*) FROM t WHERE id BETWEEN 1 AND 9"}) {
    INFO(sql);
    CHECK(
        (error_of([&] { Connection(folder / "a.sqlite", Access::read).execute(sql); }).code() == ErrorCode::bad_data));
    const Error error = error_of([&] {
      Connection connection(folder / "a.sqlite", Access::read);
      Statement statement = connection.prepare(sql);
      while (statement.step()) continue;
    });
    CHECK((error.code() == ErrorCode::bad_data));
    CHECK_THAT(error.message(), contains_text("more rows than it has room for"));
  }
}

}  // namespace
}  // namespace hemero
