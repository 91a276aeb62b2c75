#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string_view>
#include <vector>

#include "common/model/article.h"
#include "common/store/catalogue/site_lines.h"
#include "common/store/catalogue/text_codec.h"
#include "common/store/folder/sqlite.h"

namespace hemero {

/// An article as it was stored.
struct StoredArticle {
  ArticleId id{};
  VersionId version{};
  Article article;
};

/// Reads articles out of the catalogue. Use one for many: it keeps the dictionaries of the texts. One thread at a time.
/// Articles come as they were stored, or, where the lines of sites are given, with these marked as debris.
class ArticleReader {
 public:
  explicit ArticleReader(sqlite::Connection& connection, const SiteLines* lines = nullptr);

  /// A version, current or not; nothing when there is no such version.
  std::optional<StoredArticle> version(VersionId version);

  /// A version with its ids, key, date and source only.
  std::optional<StoredArticle> names(VersionId version);

  /// The current version of an article.
  std::optional<StoredArticle> article(ArticleId id);

  /// The article of a key, also one without a current version.
  std::optional<ArticleId> of_key(std::string_view key);

  /// The articles whose current version has this address, however it is written (comparable_address), ascending.
  std::vector<ArticleId> of_address(std::string_view address);

  /// Reads the version whose columns selection() names, in that order, out of a row that starts with them.
  StoredArticle read(const sqlite::Statement& row);
  static std::string selection();

  /// What is compressed of an article beside its text, in one frame.
  static std::string_view behind_text(const Article& article) { return article.url; }
  static const int columns;  ///< of the selection
  static constexpr const char* joins =
      "version JOIN article ON article.id = article_id LEFT JOIN source ON source.id = source_id "
      "LEFT JOIN origin ON origin.id = origin_id";

 private:
  std::vector<ArticleId> of_address_in_column(const std::string& wanted);
  std::optional<StoredArticle> read_first(sqlite::Statement& statement);
  TextDecompressor& decompressor(std::int64_t dictionary);

  sqlite::Connection& connection_;
  const SiteLines* lines_;
  sqlite::Statement by_version_;
  sqlite::Statement by_article_;
  sqlite::Statement names_;
  std::map<std::int64_t, TextDecompressor> decompressors_;
};

}  // namespace hemero
