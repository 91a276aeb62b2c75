#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "common/model/article.h"
#include "common/store/folder/sqlite.h"

namespace hemero {

/// Finds versions by their addresses, which stand in their texts' frames: a number of 32 bits for each version, in
/// blocks of the catalogue; inside the caller's transaction.
class AddressStore {
 public:
  explicit AddressStore(sqlite::Connection& connection) : connection_(connection) {}

  /// Notes the address of a version, which may be empty; written by flush().
  void put(VersionId version, std::string_view address);

  /// Forgets the address of a version; written by flush().
  void forget(VersionId version) { note(version, 0); }

  void flush();

  /// Whether these are the numbers of a version with this address, which may be empty.
  static bool knows(sqlite::Connection& connection, VersionId version, std::string_view address);

  /// The versions whose address may be this one, however it is written (comparable_address), ascending: all that have
  /// it, and few others. Reads four bytes a version. What was put must be flushed.
  static std::vector<VersionId> versions(sqlite::Connection& connection, std::string_view address);

 private:
  void note(VersionId version, std::uint32_t number);
  std::string read_block(std::int64_t block);

  sqlite::Connection& connection_;
  std::map<std::int64_t, std::string> changed_;  ///< blocks to be written
};

}  // namespace hemero
