#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "common/model/article.h"
#include "common/store/catalogue/stored_article.h"
#include "common/store/folder/archive_folder.h"

namespace hemero {

/// One version of an article, without its text.
struct StoredVersion {
  VersionId id{};
  std::string stored;  ///< when the run began that stored it (UTC)
  std::int64_t run = 0;
  std::string title;
  std::string date;  ///< of publication; empty without one
  std::int64_t text_bytes = 0;
  bool current = false;
};

/// Why an article is not there.
struct StoredRemoval {
  std::string removed;  ///< when the run began that removed it (UTC)
  std::string reason;   ///< may be empty
};

/// All versions of an article, oldest first.
std::vector<StoredVersion> list_versions(sqlite::Connection& connection, ArticleId article);

/// The removal of an article; nothing when it is there, or never was.
std::optional<StoredRemoval> find_removal(sqlite::Connection& connection, ArticleId article);

/// Reads single articles and what became of them. Needs no index. One thread at a time.
class CatalogueReader {
 public:
  /// It obeys the deadline, which must outlive it.
  explicit CatalogueReader(const ArchiveFolder& folder, const Deadline& deadline = Deadline::never());

  /// Reads the articles, the lines that their sites repeat marked as debris.
  ArticleReader& articles() { return articles_; }

  /// What was damaged of the articles that were read.
  const Damages& damages() const { return damages_; }

  /// Of the archive.
  std::string uuid();

  /// The number of the last batch that was committed (common/store/folder/batches.h).
  std::uint64_t last_batch();

  /// All versions of an article, oldest first.
  std::vector<StoredVersion> versions(ArticleId article) { return list_versions(connection_, article); }

  /// The removal of an article; nothing when it is there, or never was.
  std::optional<StoredRemoval> removal(ArticleId article) { return find_removal(connection_, article); }

 private:
  sqlite::Connection connection_;
  SiteLines lines_;
  Damages damages_;
  ArticleReader articles_;
};

}  // namespace hemero
