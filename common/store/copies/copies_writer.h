#pragma once

#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <unordered_set>
#include <vector>

#include "common/store/copies/copy_table.h"
#include "common/store/copies/known_texts.h"
#include "common/store/copies/signature_store.h"
#include "common/store/folder/sqlite.h"

namespace hemero {

/// Keeps the clusters of copies among an archive's current versions, inside the caller's transaction. The clusters
/// depend on the versions only, not on the order or the runs in which they came.
class CopiesWriter {
 public:
  explicit CopiesWriter(sqlite::Connection& connection);

  /// A version has become current; its token stream has these codes.
  void add(VersionId version, const TextSignature& signature, std::string_view codes);

  /// A version is no longer current.
  void remove(VersionId version);

  /// Brings the clusters up to date and writes them. `streams` has those of all current versions; for damaged ones
  /// `make` is asked.
  void settle(const SoundStreams& streams, const KnownTexts::MakeCodes& make = {});

  /// Forgets all versions.
  void start_afresh();

  /// Current versions of earlier runs that share a number with this signature, ascending: candidates for copies.
  std::vector<VersionId> meeting_of_earlier_runs(const TextSignature& signature) {
    return signatures_.meeting_known(signature);
  }
  TextSignature signature(VersionId version) { return signatures_.signature(version); }

  /// The clusters as settled last.
  const CopyClusters& clusters();

 private:
  void load();
  std::vector<VersionId> touched();
  void add_turned(std::vector<VersionId>& versions);
  void settle_around(VersionId version, KnownTexts& texts);
  void set_first(VersionId version, std::optional<VersionId> first);
  std::string publication(VersionId version);

  sqlite::Connection& connection_;
  sqlite::Statement find_publication_;
  sqlite::Statement insert_;
  sqlite::Statement update_;
  sqlite::Statement delete_;
  SignatureStore signatures_;
  TextGlances glances_;
  bool loaded_ = false;
  CopyClusters clusters_;
  std::set<VersionId> unsettled_;          ///< added since the last settle()
  std::vector<TextSignature> released_;    ///< of versions that went since then
  std::unordered_set<VersionId> settled_;  ///< by the settle() that is going on
};

}  // namespace hemero
