#pragma once

#include <cstdint>
#include <set>
#include <span>
#include <string>
#include <unordered_map>
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

  /// Numbers that more versions share are those of a pattern (weather, results, horoscopes), of which each text is
  /// another one: they do not tell copies.
  static constexpr std::size_t most_alike = 1000;

  /// The signature without such numbers: 0 stands in their places.
  TextSignature telling(const TextSignature& signature);

  /// The versions that may be copies of a text with this signature, ascending: those that share a telling number with
  /// it, or all numbers.
  std::vector<VersionId> meeting(const TextSignature& signature);

  /// Those that share a telling number, among versions that were put before the last call of another function that
  /// looks for some, or were read from the catalogue: each of the others makes these sort anew.
  std::vector<VersionId> meeting_known(const TextSignature& signature);

  /// The versions that have this very signature, ascending.
  std::vector<VersionId> equal(const TextSignature& signature);

  /// False when fewer versions than make a pattern share the number at a place of this signature, or did before some
  /// were taken out.
  bool may_be_of_pattern(const TextSignature& signature, std::size_t band);

  /// The versions that share the number at a place of this signature with it, ascending.
  std::vector<VersionId> sharing(const TextSignature& signature, std::size_t band);

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

  static std::uint32_t key_of(const TextSignature& signature, std::size_t band);

  void load();
  void write_block(std::size_t block);
  void enter(std::uint32_t version);
  void sort_entries();
  std::span<const Entry> entries_of(std::uint32_t key) const;
  bool is_of_pattern(const TextSignature& signature, std::size_t band);
  std::vector<VersionId> sharing_any(const TextSignature& telling);
  void add_sharing(const TextSignature& signature, std::size_t band, std::vector<VersionId>& versions);

  sqlite::Connection& connection_;
  bool loaded_ = false;
  std::vector<std::string> blocks_;  ///< by their numbers, as the catalogue holds them, but for what it cut off
  std::vector<Entry> entries_;  ///< ascending up to `sorted_`; those of versions taken out stay until the next loading
  std::size_t sorted_ = 0;
  std::vector<std::uint32_t>
      starts_;  ///< in the sorted entries, of the keys that begin with the same bits, and the end
  std::unordered_map<std::uint32_t, bool> of_pattern_;  ///< by key, of those with many entries
  std::set<std::size_t> changed_;                       ///< blocks to be written
};

}  // namespace hemero
