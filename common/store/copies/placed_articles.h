#pragma once

#include <string>
#include <string_view>
#include <unordered_set>
#include <vector>

#include "common/base/hash.h"
#include "common/model/article.h"
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

  /// The key of the article with this content out of the same file, wherever it stood, or else of the one of which it
  /// is an edited state; empty for a new article. Each stored article is edited once a run at most, and none that this
  /// run has found as it was or has put.
  std::string find(const Article& article, const Hash128& content, const AnalyzedArticle& analyzed);

  /// A key for a new article: its place, or one beside it where another article has that. `waiting` has the keys of
  /// articles that will be put.
  std::string new_key(const std::string& place, const Hash128& content, const std::unordered_set<std::string>& waiting);

  /// An article was found as it was.
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
  std::string same_content(const Article& article, const Hash128& content);
  std::vector<Candidate> candidates(const Article& article, const AnalyzedArticle& analyzed);
  double likeness(const Article& article, const AnalyzedArticle& analyzed, const Candidate& candidate);

  CopiesWriter& copies_;
  ArticleReader& reader_;
  ArticleAnalyzer analyzer_;
  sqlite::Statement by_content_;
  sqlite::Statement at_place_;
  sqlite::Statement by_version_;
  sqlite::Statement has_key_;
  std::int64_t run_ = 0;
  std::unordered_set<std::uint32_t> claimed_;
};

}  // namespace hemero
