#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "common/base/hash.h"
#include "common/model/article.h"
#include "common/store/catalogue/stored_article.h"
#include "common/store/folder/archive_folder.h"

namespace hemero {

/// A stored article that has but a place.
struct PlacedKey {
  ArticleId article{};
  std::string key;
};

/// What threads that prepare articles ask of the archive. One thread at a time.
class CatalogueLookup {
 public:
  explicit CatalogueLookup(const ArchiveFolder& folder);

  /// True when the article under this key has this content now, as far as that is committed, and all of it can be read.
  /// In an archive that was empty when the lookup began, nothing is looked for: hardly any article comes twice in its
  /// first run.
  bool holds(std::string_view key, const Hash128& content);

  /// The stored article that is the one which was read at a place, its key (is_same_article), and has its content now:
  /// the one at the place, else one out of the same file, else any. Nothing when it is damaged.
  std::optional<PlacedKey> placed(const Article& read, const Hash128& content);

  /// True when the article under this key has had this content, in its version of this number (from 1) or a later one.
  bool holds_version(std::string_view key, const Hash128& content, std::uint64_t number);

  /// The lines of sites as they were when the lookup began.
  const SiteLines& lines() const { return lines_; }

 private:
  sqlite::Connection connection_;
  SiteLines lines_;
  Damages damages_;
  ArticleReader articles_;
  bool was_empty_;
  sqlite::Statement find_;
  sqlite::Statement find_content_;
  sqlite::Statement find_version_;
};

}  // namespace hemero
