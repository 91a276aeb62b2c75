#pragma once

#include <string_view>

#include "common/base/hash.h"
#include "common/store/archive_folder.h"

namespace hemero {

/// Tells whether an archive holds an article already; for threads that would rather not prepare it again. Reads what is
/// committed at each call. One thread at a time.
class CatalogueLookup {
 public:
  explicit CatalogueLookup(const ArchiveFolder& folder);

  /// True when the article under this key has this content now.
  bool holds(std::string_view key, const Hash128& content);

 private:
  sqlite::Connection connection_;
  sqlite::Statement find_;
};

}  // namespace hemero
