#include "common/store/folder/batches.h"

#include <random>

namespace hemero {

namespace {

std::uint64_t random_stamp() {
  std::random_device random;
  return std::uint64_t{random()} << 32 | random() | 1U;  // never 0
}

/// Catalogues that no program with stamps has written to have no table of them.
bool has_stamps(sqlite::Connection& connection) {
  return connection.prepare("SELECT 1 FROM sqlite_schema WHERE name = 'batch' AND type = 'table'").step();
}

}  // namespace

std::uint64_t last_batch(sqlite::Connection& connection) {
  sqlite::Statement statement = connection.prepare(  // versions of later batches have higher ids
      "SELECT max(coalesce((SELECT seq FROM version ORDER BY id DESC LIMIT 1), 0), "
      "(SELECT coalesce(max(seq), 0) FROM removal))");
  statement.step();
  return statement.count(0);
}

void stamp_batch(sqlite::Connection& connection, std::uint64_t batch) {
  connection.prepare("INSERT OR REPLACE INTO batch (seq, stamp) VALUES (?1, ?2)").with(batch, random_stamp()).run();
}

void stamp_anew(sqlite::Connection& connection) {
  connection.execute("DELETE FROM batch");
  stamp_batch(connection, last_batch(connection));
}

std::uint64_t stamp_of(sqlite::Connection& connection, std::uint64_t batch) {
  if (!has_stamps(connection)) return 0;
  sqlite::Statement stamp = connection.prepare("SELECT stamp FROM batch WHERE seq = ?1");
  return stamp.with(batch).step() ? static_cast<std::uint64_t>(stamp.integer(0)) : 0;
}

}  // namespace hemero
