#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>

#include "common/base/hash.h"
#include "common/model/article.h"
#include "common/store/sqlite.h"
#include "common/store/text_codec.h"

namespace hemero {

/// The counts of a run.
struct RunCounts {
  std::uint64_t added = 0;
  std::uint64_t updated = 0;
  std::uint64_t unchanged = 0;
  std::map<std::string, std::uint64_t> skipped;  ///< by reason

  std::uint64_t skipped_in_all() const;
};

/// The current version of an article as far as deciding about a new one needs it.
struct CurrentVersion {
  ArticleId article{};
  VersionId version{};
  Hash128 content_hash{};
};

/// A hash of everything that makes a version what it is (every field but the path).
Hash128 content_hash(const Article& article);

/// Writes articles and runs into the catalogue, inside the caller's transaction.
class CatalogueWriter {
 public:
  explicit CatalogueWriter(sqlite::Connection& connection);

  std::int64_t begin_run(std::string_view command);
  void finish_run(std::int64_t run, const RunCounts& counts);

  /// What is stored under a key now.
  std::optional<CurrentVersion> current(std::string_view key);

  /// The texts written from now on are compressed with this dictionary, which is stored; empty for none.
  void use_dictionary(std::string_view bytes);
  /// The same with the newest dictionary of the archive, when it has one; true when it has.
  bool use_newest_dictionary();

  /// Stores the article as a new version, of a new article unless `replaces` says which one it updates.
  VersionId put(const Article& article, const Hash128& hash, const std::optional<CurrentVersion>& replaces,
                std::int64_t seq, std::int64_t run);

 private:
  std::optional<std::int64_t> source_id(const std::string& name);
  std::optional<std::int64_t> origin_id(const std::string& path);

  sqlite::Connection& connection_;
  sqlite::Statement find_;
  sqlite::Statement insert_article_;
  sqlite::Statement update_article_;
  sqlite::Statement insert_version_;
  TextCompressor compressor_;
  std::optional<std::int64_t> dictionary_;
  std::int64_t next_version_;
  std::int64_t next_article_;
  std::unordered_map<std::string, std::int64_t> sources_;
  std::pair<std::string, std::int64_t> last_origin_;
};

}  // namespace hemero
