#pragma once

#include <cstdint>
#include <set>
#include <string>
#include <vector>

#include "common/model/article.h"
#include "common/store/folder/sqlite.h"
#include "common/text/text_signature.h"

namespace hemero {

/// The signatures of an archive's current versions, kept in the catalogue in blocks; inside the caller's transaction.
/// All of them are read at the first use: 24 bytes a version, and as many again to look them up.
class SignatureStore {
 public:
  explicit SignatureStore(sqlite::Connection& connection) : connection_(connection) {}

  /// Gives a version its signature; an empty one takes it out.
  void put(VersionId version, const TextSignature& signature);

  TextSignature signature(VersionId version);

  /// The versions that share a number with this signature, ascending.
  std::vector<VersionId> meeting(const TextSignature& signature);

  /// The same among versions that were put before the last call of meeting() or equal(), or were read from the
  /// catalogue: each of the others makes these two sort anew.
  std::vector<VersionId> meeting_known(const TextSignature& signature);

  /// The versions that have this very signature, ascending.
  std::vector<VersionId> equal(const TextSignature& signature);

  /// Writes what was put since the last call.
  void flush();

  /// Forgets all signatures.
  void clear();

 private:
  struct Entry {
    std::uint32_t key = 0;  ///< the number, and in its upper bits its place in the signature
    std::uint32_t version = 0;
    auto operator<=>(const Entry&) const = default;
  };

  void load();
  void write_block(std::size_t block);
  void enter(std::uint32_t version);
  void sort_entries();

  sqlite::Connection& connection_;
  bool loaded_ = false;
  std::string bytes_;           ///< the signatures by version, as the blocks hold them
  std::vector<Entry> entries_;  ///< ascending up to `sorted_`; those of versions taken out stay until the next loading
  std::size_t sorted_ = 0;
  std::set<std::size_t> changed_;  ///< blocks to be written
};

}  // namespace hemero
