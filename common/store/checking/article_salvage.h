#pragma once

#include <cstdint>
#include <filesystem>
#include <map>
#include <string>

#include "common/store/checking/index_entries.h"
#include "common/store/checking/row_mender.h"
#include "common/store/checking/salvage.h"
#include "common/store/folder/sqlite.h"

namespace hemero {

/// Copies the articles of a damaged catalogue, their versions and removals. These name each other by their numbers, and
/// the indexes name them: what was hit is mended by the others, and what is lost is named.
class ArticleSalvage {
 public:
  /// `file` is what `from` reads. All must outlive it.
  ArticleSalvage(const std::filesystem::path& file, sqlite::Connection& from, sqlite::Connection& to, Salvage& found);

  void copy();

 private:
  void settle_doubts(const RowMender& articles, const RowMender& versions);
  void forget_purged();
  void restore_articles(const RowMender& articles);
  void link_orphans();
  void tell_lost_versions(std::uint64_t unread);
  void tell_lost_removals(std::uint64_t unread);
  std::map<std::int64_t, std::uint64_t> missing_rows(const IndexEntries<std::int64_t>& index, const char* counting);
  std::string key_of(std::int64_t article);

  std::filesystem::path file_;
  sqlite::Connection& from_;
  sqlite::Connection& to_;
  Salvage& found_;
  IndexEntries<std::string> keys_;      ///< of articles
  IndexEntries<std::int64_t> current_;  ///< versions of articles; 0 where one is removed
  IndexEntries<std::int64_t> owners_;   ///< articles of versions
  IndexEntries<std::int64_t> removed_;  ///< articles of removals
};

}  // namespace hemero
