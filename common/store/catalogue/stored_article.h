#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "common/model/article.h"
#include "common/store/catalogue/content_hash.h"
#include "common/store/catalogue/damages.h"
#include "common/store/catalogue/site_lines.h"
#include "common/store/catalogue/text_codec.h"
#include "common/store/folder/sqlite.h"

namespace hemero {

/// An article as it was stored.
struct StoredArticle {
  ArticleId id{};
  VersionId version{};
  Article article;
  Hash128 content{};  ///< its content hash when it was stored
  bool sound = true;  ///< it has that hash still
};

/// Which version of its article one is.
struct VersionPlace {
  std::uint64_t number = 1;  ///< among all of them, from 1
  std::string stored;        ///< when the run began that stored it (UTC)
};

/// Reads articles out of the catalogue. Use one for many: it keeps the dictionaries of the texts. One thread at a time.
/// Articles come as they were stored, or, where the lines of sites are given, with these marked as debris. Each is
/// compared with its content hash: what is damaged is noted, and comes as far as its text can be read; of what cannot
/// be read at all comes nothing.
class ArticleReader {
 public:
  ArticleReader(sqlite::Connection& connection, Damages& damages, const SiteLines* lines = nullptr);

  /// A version, current or not; nothing when there is no such version.
  std::optional<StoredArticle> version(VersionId version);

  /// A version with its ids, key, date, source and content hash only, which is not compared.
  std::optional<StoredArticle> names(VersionId version);

  /// Whether a version can be read and has its content hash; what is damaged is not noted.
  bool is_sound(VersionId version);

  /// Notes that the words of a version in the index are damaged.
  void note_damaged_words(VersionId version);

  /// Nothing when there is no such version, or it cannot be read.
  std::optional<VersionPlace> place(VersionId version);

  /// The current version of an article.
  std::optional<StoredArticle> article(ArticleId id);

  /// The article of a key, also one without a current version.
  std::optional<ArticleId> of_key(std::string_view key);

  /// The article whose key has this key_hash(), also one without a current version: of several the first. Reads all
  /// keys.
  std::optional<ArticleId> of_key_hash(std::uint64_t hash);

  /// The articles whose current version has this address, however it is written (comparable_address), ascending.
  std::vector<ArticleId> of_address(std::string_view address);

  /// Reads the version whose columns selection() names, in that order, out of a row that starts with them.
  std::optional<StoredArticle> read(const sqlite::Statement& row);
  static std::string selection();

  /// What is compressed of an article beside its text, in one frame.
  static std::string_view behind_text(const Article& article) { return article.url; }
  static constexpr const char* joins =
      "version JOIN article ON article.id = article_id LEFT JOIN source ON source.id = source_id "
      "LEFT JOIN origin ON origin.id = origin_id";

 private:
  std::vector<ArticleId> of_address_in_column(const std::string& wanted);
  std::optional<StoredArticle> read_first(sqlite::Statement& statement);
  template <typename Read>
  auto unless_damaged(VersionId version, Read read) -> decltype(read());
  std::optional<StoredArticle> read_names(VersionId version);
  void read_text(const sqlite::Statement& row, Article& article);
  std::string decompressed(std::int64_t dictionary, std::string_view frame, std::uint64_t text_bytes);
  TextDecompressor& decompressor(std::int64_t dictionary);

  sqlite::Connection& connection_;
  Damages* damages_;
  const SiteLines* lines_;
  sqlite::Statement by_version_;
  sqlite::Statement by_article_;
  sqlite::Statement names_;
  sqlite::Statement place_;
  std::map<std::int64_t, TextDecompressor> decompressors_;
  std::set<std::int64_t> mended_;  ///< dictionaries that were tried to be mended
};

/// Reads stored versions one after the other, by their ids. What is damaged is noted: a text that cannot be read costs
/// its version, a page of the catalogue those that stand on it, and the others come all the same. One thread at a time.
class StoredVersions {
 public:
  /// Those that meet a condition on the columns of `version` and `article`, in SQL, from the one behind `after` on.
  StoredVersions(sqlite::Connection& connection, Damages& damages, std::string_view condition = "TRUE",
                 VersionId after = {}, const SiteLines* lines = nullptr);

  /// The next one; nothing at the end.
  std::optional<StoredArticle> next();

 private:
  const sqlite::Statement* next_row();
  const sqlite::Statement* next_single();
  void pass_gap();

  sqlite::Connection& connection_;
  Damages& damages_;
  ArticleReader reader_;
  sqlite::Statement rows_;
  sqlite::Statement single_;
  sqlite::Statement following_;
  std::int64_t last_;                ///< the version that was read last
  std::optional<std::int64_t> end_;  ///< set where a page was damaged: from then on versions are looked up singly
};

}  // namespace hemero
