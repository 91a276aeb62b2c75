#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <unordered_set>
#include <vector>

#include "common/base/hash.h"
#include "common/model/article.h"
#include "common/store/catalogue/catalogue_lookup.h"
#include "common/store/catalogue/stored_article.h"
#include "common/store/copies/copies_writer.h"
#include "common/store/folder/sqlite.h"
#include "common/text/article_analysis.h"

namespace hemero {

/// Gives keys to articles that have but a place, for the writer of an archive, inside its transaction.
class PlacedArticles {
 public:
  PlacedArticles(sqlite::Connection& connection, CopiesWriter& copies, ArticleReader& reader);

  /// What is put from now on belongs to this run.
  void begin_run(std::int64_t run);

  /// The stored article of the same content that is this one (place.h); one out of the same file comes first. It is
  /// claimed.
  std::optional<PlacedKey> same(const Article& article, const Hash128& content);

  /// The article out of the same file of which this one is an edited state; none that this run has claimed or put. In a
  /// file of many articles another day is another article, unless `dates` are being corrected.
  std::optional<PlacedKey> edited(const Article& article, const AnalyzedArticle& analyzed, bool dates);

  /// True when the date of an article's current version is that of another text, which stood at its place before:
  /// earlier programs took that for an update.
  bool has_date_of_another(ArticleId article);

  /// A key for a new article: its place, or one beside it where another article has that. `waiting` has the keys of
  /// articles that will be put.
  std::string new_key(const std::string& place, const Hash128& content, const std::unordered_set<std::string>& waiting);

  /// An article was found as it was, or has been edited: this run does not edit it any more.
  void claim(ArticleId article) { claimed_.insert(static_cast<std::uint32_t>(article)); }

 private:
  /// A stored article, by its current version or the last one before it was removed.
  struct Candidate {
    ArticleId article{};
    VersionId version{};
    std::string key;
    std::string title;
    std::string date;
    std::int64_t run = 0;
  };

  static Candidate candidate_of(const sqlite::Statement& row);
  std::vector<Candidate> candidates(const Article& article, const AnalyzedArticle& analyzed);
  double likeness(const Article& article, const AnalyzedArticle& analyzed, const Candidate& candidate, bool dates);

  CopiesWriter& copies_;
  ArticleReader& reader_;
  ArticleAnalyzer analyzer_;
  sqlite::Statement by_content_;
  sqlite::Statement at_place_;
  sqlite::Statement by_version_;
  sqlite::Statement has_key_;
  sqlite::Statement versions_;
  std::int64_t run_ = 0;
  std::unordered_set<std::uint32_t> claimed_;
};

}  // namespace hemero
