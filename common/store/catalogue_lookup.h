#pragma once

#include <cstdint>
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

  /// True when the article under this key has had this content, in its version of this number (from 1) or a later one.
  bool holds_version(std::string_view key, const Hash128& content, std::uint64_t number);

 private:
  sqlite::Connection connection_;
  sqlite::Statement find_;
  sqlite::Statement find_version_;
};

}  // namespace hemero
