#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <variant>

#include "common/store/catalogue/stored_article.h"
#include "common/store/folder/archive_folder.h"

namespace hemero {

/// A version as it was stored, with its place in the article's life.
struct HistoricVersion {
  Article article;
  std::uint64_t number = 1;  ///< 1 for the first version of the article
  bool restored = false;     ///< the article had been removed before
  std::string stored;        ///< when the run began that stored it (UTC)
};

/// An article was removed.
struct HistoricRemoval {
  std::string key;
  std::uint64_t number = 1;  ///< the version that was taken away
  std::string reason;
  bool lasting = true;
  std::string removed;  ///< when the run began that removed it (UTC)
};

using HistoricEvent = std::variant<HistoricVersion, HistoricRemoval>;

/// Reads all that became of an archive's articles, in an order in which it can be done again: versions by their ids,
/// each removal before the version that came after it, else at the end. One state of the archive, in constant memory.
class HistoryReader {
 public:
  /// With `only_current`, the current versions alone, each as the first of its article.
  HistoryReader(const ArchiveFolder& folder, bool only_current);

  /// The next event; nothing at the end.
  std::optional<HistoricEvent> next();

  /// How many versions there are in all.
  std::uint64_t versions();

  /// What of them was damaged, and left out as far as it cannot be read.
  const Damages& damages() const { return damages_; }

 private:
  std::optional<HistoricEvent> next_version();
  std::optional<HistoricEvent> last_removal();

  sqlite::Connection connection_;
  sqlite::Transaction snapshot_;
  bool only_current_;
  Damages damages_;
  StoredVersions rows_;
  sqlite::Statement stored_;
  sqlite::Statement place_;
  sqlite::Statement removal_before_;
  sqlite::Statement last_removals_;
  bool versions_done_ = false;
  std::optional<HistoricVersion> waiting_;  ///< the version behind the removal that was given last
};

}  // namespace hemero
