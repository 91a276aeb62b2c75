#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_set>
#include <vector>

#include "common/store/catalogue/catalogue_writer.h"
#include "common/store/catalogue/known_places.h"
#include "common/store/catalogue/site_lines.h"
#include "common/store/catalogue/stored_article.h"
#include "common/store/copies/copies_writer.h"
#include "common/store/copies/placed_articles.h"
#include "common/store/vocabulary/vocabulary_writer.h"
#include "common/store/writing/derived_writer.h"
#include "common/store/writing/open_archive.h"
#include "common/text/article_analysis.h"

namespace hemero {

/// How many articles a command changes before it commits them.
inline constexpr std::uint64_t articles_per_commit = 8192;

enum class PutOutcome {
  added,
  updated,
  unchanged,
  refused,  ///< the article was removed, and stays so
};

enum class RemoveOutcome { removed, removed_before, unknown };

/// What an article is that names neither id nor address.
struct Identity {
  enum class Kind {
    fresh,   ///< an article of its own
    same,    ///< one that is there as it is
    edited,  ///< an edited state of one that an earlier run stored
    erased,  ///< one that was purged
  };
  Kind kind = Kind::fresh;
  std::string key;      ///< to be stored under; empty for what was erased
  ArticleId article{};  ///< that it is an edited state of
};

/// How an article is held against those that are stored.
struct IdentityOptions {
  bool restores = false;        ///< what was purged may come back
  bool corrects_dates = false;  ///< another date may be a correction
};

/// One run of a command that puts articles into an archive and removes some. What commit() returned from is safe
/// whatever happens; finish() makes it visible to searches. A run that ends without it leaves the archive as after the
/// last commit; the next one catches up.
///
/// Order of writing (docs/format.md): a batch is committed to the catalogue under the next seq, then its token streams
/// are synchronised, then the index commits its terms together with that seq.
class Run {
 public:
  /// Catches up on what earlier runs left. `undoes` is the run that this one takes back; the relative paths of its
  /// articles begin in `folder`, where that is known. Throws Error (other_version) where the index must be rebuilt
  /// first.
  Run(OpenArchive& archive, std::string_view command, std::optional<std::int64_t> undoes = std::nullopt,
      std::string_view folder = {});
  Run(const Run&) = delete;
  Run& operator=(const Run&) = delete;

  /// Stores an article that is new or has another content than the stored one, or the same where that is damaged. One
  /// that was removed for good comes back only when `insists` is set.
  PutOutcome put(Article article, const Hash128& hash, AnalyzedArticle analyzed, bool insists = false);

  /// What an article is that has but a place (placed_articles.h).
  Identity identify(const Article& article, const Hash128& hash, const AnalyzedArticle& analyzed,
                    const IdentityOptions& options = {});

  /// An article that has but a place was found unchanged, or is edited: no other one of this run edits it.
  void claim(ArticleId article) { placed_.claim(article); }

  /// True when the article of a place has the date of another text (placed_articles.h).
  bool has_date_of_another(ArticleId article) { return placed_.has_date_of_another(article); }

  /// The current version of the article under a key, also one that was put and not committed; nothing when it has none.
  /// One that cannot be read comes with its names only, and is not sound.
  std::optional<StoredArticle> current(std::string_view key);

  /// True when this run has put a new version of the article under this key.
  bool replaced_in_run(std::string_view key) const { return replaced_keys_.contains(std::string(key)); }

  /// Takes an article back: no search finds it any more, its versions stay on record.
  RemoveOutcome remove(ArticleId article, const Removal& removal);

  /// The same with the article under a key, when its current version is its `number`th; false when it is not.
  bool remove_version(std::string_view key, std::uint64_t number, const Removal& removal);

  /// An article as it is stored was read from another file, and its own is no longer there. `place` is its new one when
  /// it has but a place, else empty.
  void move(const ReadArticle& article, const std::string& place, const std::string& file);

  /// `add` without a path reads this file or folder again, with these options.
  void remember(const std::string& path, const std::vector<std::string>& options);

  /// Commits what was put and removed since the last commit.
  void commit();

  /// Commits, writes the run's counts and publishes the index. Ends the run.
  void finish(const RunCounts& counts);

 private:
  struct Pending {
    Article article;
    Hash128 hash{};
    std::optional<ArticleState> known;
    AnalyzedArticle analyzed;
  };

  bool waits(std::string_view key) const { return warming_up_ && waiting_keys_.contains(std::string(key)); }
  void begin_batch();
  void warm_up();
  void store_waiting();
  void store(const Pending& pending);
  void retire(VersionId version);
  std::optional<std::string> codes_of_text(VersionId version);
  Batch next_batch() const { return {static_cast<std::int64_t>(last_batch_) + 1, run_}; }

  sqlite::Connection& connection_;
  DerivedWriter derived_;
  std::uint64_t last_batch_;  ///< that was committed
  SiteLines lines_;
  CatalogueWriter catalogue_;
  VocabularyWriter vocabulary_;
  CopiesWriter copies_;
  Damages replaced_;            ///< of which nobody is told: what was damaged goes
  ArticleReader retired_;       ///< reads versions that are no longer current
  ArticleAnalyzer reanalyzer_;  ///< and counts their words
  PlacedArticles placed_;
  std::optional<sqlite::Transaction> batch_;
  std::int64_t run_;
  bool warming_up_;
  std::vector<Pending>
      waiting_;  ///< the first articles of an archive without dictionary, until there are enough to learn from
  std::unordered_set<std::string> waiting_keys_;
  std::multimap<Hash128, std::string> waiting_contents_;  ///< content of waiting articles → their keys
  std::unordered_set<std::string> replaced_keys_;
  std::vector<VersionId> mended_;  ///< damaged versions that were stored anew, to be forgotten
};

}  // namespace hemero
