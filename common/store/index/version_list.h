#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "common/model/article.h"
#include "common/store/folder/sqlite.h"

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

/// All versions of an article, oldest first.
std::vector<StoredVersion> list_versions(sqlite::Connection& connection, ArticleId article);

/// Why an article is not there.
struct StoredRemoval {
  std::string removed;  ///< when the run began that removed it (UTC)
  std::string reason;   ///< may be empty
};

/// The removal of an article; nothing when it is there, or never was.
std::optional<StoredRemoval> find_removal(sqlite::Connection& connection, ArticleId article);

}  // namespace hemero
