#include "common/store/catalogue/dictionary_store.h"

#include <vector>

#include <fmt/format.h>

#include "common/base/error.h"
#include "common/base/hash.h"

namespace hemero {

namespace {

constexpr std::size_t most_differing = 16;  ///< bytes in which two copies may differ: all of 2^16 ways are tried

std::string hash_of(std::string_view bytes) { return hash_text(hash128(bytes)); }

/// The name of the setting that has its hash.
std::string hash_name(std::int64_t id) { return fmt::format("dictionary {}", id); }

/// A second copy stands under the negative number.
std::int64_t second(std::int64_t id) { return -id; }

void write(sqlite::Connection& connection, std::int64_t id, std::string_view bytes) {
  sqlite::Statement insert = connection.prepare("INSERT OR REPLACE INTO dictionary (id, bytes) VALUES (?1, ?2)");
  for (const std::int64_t copy : {id, second(id)}) insert.with(copy, sqlite::Blob{bytes}).run();
  connection.prepare("INSERT OR REPLACE INTO setting (name, value) VALUES (?1, ?2)")
      .with(hash_name(id), hash_of(bytes))
      .run();
}

/// Empty where there is none.
std::string stored_hash(sqlite::Connection& connection, std::int64_t id) {
  std::string hash;
  connection.prepare("SELECT value FROM setting WHERE name = ?1")
      .with(hash_name(id))
      .for_first([&](const sqlite::Statement& row) { hash = row.text(0); });
  return hash;
}

/// Takes each byte in which two copies differ from one of them, in all ways, until the hash fits.
std::optional<std::string> merged(std::string first, const std::string& other, const std::string& hash) {
  if (first.size() != other.size()) return std::nullopt;
  std::vector<std::size_t> differing;
  for (std::size_t i = 0; i < first.size(); ++i)
    if (first[i] != other[i]) differing.push_back(i);
  if (differing.size() > most_differing) return std::nullopt;
  const std::string own = first;
  for (std::uint32_t choice = 0; choice < std::uint32_t{1} << differing.size(); ++choice) {
    for (std::size_t i = 0; i < differing.size(); ++i)
      first[differing[i]] = (choice >> i & 1) != 0 ? other[differing[i]] : own[differing[i]];
    if (hash_of(first) == hash) return first;
  }
  return std::nullopt;
}

std::vector<std::int64_t> ids(sqlite::Connection& connection) {
  std::vector<std::int64_t> found;
  sqlite::Statement rows = connection.prepare("SELECT DISTINCT abs(id) FROM dictionary ORDER BY 1 DESC");
  while (rows.step()) found.push_back(rows.integer(0));
  return found;
}

}  // namespace

std::int64_t store_dictionary(sqlite::Connection& connection, std::string_view bytes) {
  std::int64_t id = 1;
  connection.prepare("SELECT max(abs(id)) + 1 FROM dictionary").for_first([&](const sqlite::Statement& row) {
    if (!row.is_null(0)) id = row.integer(0);
  });
  write(connection, id, bytes);
  return id;
}

std::string read_dictionary(sqlite::Connection& connection, std::int64_t id) {
  std::string bytes;
  try {
    connection.prepare("SELECT bytes FROM dictionary WHERE id = ?1")
        .with(id)
        .for_first([&](const sqlite::Statement& row) { bytes = row.blob(0); });
  } catch (const Error& error) {  // one of its pages; there is another copy
    if (error.code() != ErrorCode::bad_data) throw;
  }
  return bytes;
}

bool dictionary_is_sound(sqlite::Connection& connection, std::int64_t id) {
  const std::string hash = stored_hash(connection, id);
  return hash.empty() ||
         (hash_of(read_dictionary(connection, id)) == hash && hash_of(read_dictionary(connection, second(id))) == hash);
}

std::optional<std::string> mended_dictionary(sqlite::Connection& connection, std::int64_t id) {
  const std::string hash = stored_hash(connection, id);
  std::string first = read_dictionary(connection, id);
  if (hash.empty()) return first.empty() ? std::nullopt : std::optional(std::move(first));
  if (hash_of(first) == hash) return first;
  std::string other = read_dictionary(connection, second(id));
  if (hash_of(other) == hash) return other;
  return merged(std::move(first), other, hash);
}

std::optional<std::pair<std::int64_t, std::string>> newest_dictionary(sqlite::Connection& connection) {
  for (const std::int64_t id : ids(connection))
    if (auto bytes = mended_dictionary(connection, id)) return std::pair(id, *std::move(bytes));
  return std::nullopt;
}

void mend_dictionaries(sqlite::Connection& connection) {
  for (const std::int64_t id : ids(connection)) {
    const auto bytes = mended_dictionary(connection, id);
    if (bytes) write(connection, id, *bytes);
  }
}

void forget_dictionaries(sqlite::Connection& connection, std::optional<std::int64_t> but_for) {
  for (const std::int64_t id : ids(connection)) {
    sqlite::Statement needed = connection.prepare("SELECT 1 FROM version WHERE dictionary_id = ?1 LIMIT 1");
    if (id == but_for || needed.with(id).for_first([](const auto&) {})) continue;
    connection.prepare("DELETE FROM dictionary WHERE abs(id) = ?1").with(id).run();
    connection.prepare("DELETE FROM setting WHERE name = ?1").with(hash_name(id)).run();
  }
}

}  // namespace hemero
