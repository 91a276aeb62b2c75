#pragma once

#include <cstdint>
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_set>
#include <vector>

#include "common/store/catalogue/catalogue_writer.h"
#include "common/store/catalogue/stored_article.h"
#include "common/store/copies/copies_writer.h"
#include "common/store/copies/placed_articles.h"
#include "common/store/folder/archive_folder.h"
#include "common/store/index/index_writer.h"
#include "common/store/streams/token_stream.h"
#include "common/store/vocabulary/vocabulary_writer.h"

namespace hemero {

enum class PutOutcome {
  added,
  updated,
  unchanged,
  refused,  ///< the article was removed, and stays so
};

struct PurgeOutcome {
  std::uint64_t articles = 0;  ///< erased
  bool complete = true;        ///< false when a reader still holds the log, and what was erased is in it
};

enum class RemoveOutcome { removed, removed_before, unknown };

/// The one writer of an archive. Holds its lock. What commit() returned from is safe whatever happens; publish() makes
/// it visible to searches. An archive whose index is behind its catalogue (a run was cut short) is caught up on
/// opening.
///
/// Order of writing (docs/format.md): a batch is committed to the catalogue under the next seq, then its token streams
/// are synchronised, then the index commits its terms together with that seq.
class ArchiveWriter {
 public:
  struct Options {
    bool create = true;  ///< make the archive when there is none
    unsigned jobs = 1;   ///< threads that build the index
    std::function<void(std::uint64_t done, std::uint64_t total)>
        on_reindexed;  ///< told during catching up and rebuild()
  };

  ArchiveWriter(const ArchiveFolder& folder, Options options);
  ~ArchiveWriter();

  /// What is put and removed from now on belongs to this run. `undoes` is the run that it takes back.
  void begin_run(std::string_view command, std::optional<std::int64_t> undoes = std::nullopt);

  /// Stores an article that is new or has another content than the stored one. One that was removed for good comes back
  /// only when `insists` is set.
  PutOutcome put(Article article, const Hash128& hash, AnalyzedArticle analyzed, bool insists = false);

  /// The key of an article that has but a place (placed_articles.h): that of the stored article which it is or edits,
  /// else a new one. Nothing when its content was purged, unless somebody insists.
  std::optional<std::string> key_of_placed(const Article& article, const Hash128& hash, const AnalyzedArticle& analyzed,
                                           bool insists = false);

  /// An article that has but a place was found unchanged: no other one of this run edits it.
  void claim(ArticleId article) { placed_.claim(article); }

  /// The current version of the article under a key, also one that was put and not committed; nothing when it has none.
  std::optional<StoredArticle> current(std::string_view key);

  /// Takes an article back: no search finds it any more, its versions stay on record.
  RemoveOutcome remove(ArticleId article, const Removal& removal);

  /// True when this run has put a new version of the article under this key.
  bool replaced_in_run(std::string_view key) const { return replaced_keys_.contains(std::string(key)); }

  /// The same with the article under a key, when its current version is its `number`th; false when it is not.
  bool remove_version(std::string_view key, std::uint64_t number, const Removal& removal);

  /// Commits what was put since the last commit.
  void commit();

  /// Commits, writes the run's counts and publishes the index.
  void finish_run(const RunCounts& counts);

  /// Replaces the lines that were learnt for a site. They hold after rebuild(), which must follow, and commits both.
  void learn_lines(const std::string& site, const std::vector<std::string>& lines);

  /// Erases what is left of removed articles: their versions and keys, words that no current article prints,
  /// dictionaries that may hold pieces of their texts, their token streams and terms, and the bytes they had in the
  /// files. When it is cut short before the end, the next writer goes on. Ends the run.
  PurgeOutcome purge();

  /// Makes a new index, new token streams and exact vocabulary counts from the catalogue alone.
  void rebuild();

 private:
  struct Pending {
    Article article;
    Hash128 hash{};
    std::optional<ArticleState> known;
    AnalyzedArticle analyzed;
  };

  void open_index();
  void remove_leftovers() const;
  void begin_batch();
  void warm_up();
  void store_waiting();
  void store(const Pending& pending);
  void index(VersionId version, const Article& article, const AnalyzedArticle& analyzed,
             const std::vector<VocabularyWriter::Word*>& words);
  Batch next_batch() const { return {static_cast<std::int64_t>(marker_.seq) + 1, run_}; }
  void retire(VersionId version);
  void reindex(std::uint64_t after_seq, bool afresh);
  void take_out_replaced(std::uint64_t after_seq);
  void settle_copies();
  void publish();
  void build_index_afresh();
  bool wipe();
  void finish_purge();

  ArchiveFolder folder_;
  Options options_;
  ArchiveLock lock_;
  sqlite::Connection connection_;
  SiteLines lines_;
  CatalogueWriter catalogue_;
  VocabularyWriter vocabulary_;
  CopiesWriter copies_;
  std::unique_ptr<IndexWriter> index_;
  std::unique_ptr<TokenStreamWriter> streams_;
  IndexMarker marker_;
  std::int64_t run_ = 0;
  std::optional<sqlite::Transaction> batch_;
  bool warming_up_ = false;
  std::vector<Pending>
      waiting_;  ///< the first articles of a run without dictionary, until there are enough to learn from
  std::unordered_set<std::string> waiting_keys_;
  std::map<std::pair<std::string, Hash128>, std::string>
      waiting_places_;  ///< file and content of waiting articles that have but a place → their keys
  std::unordered_set<std::string> replaced_keys_;
  ArticleReader retired_;       ///< reads versions that are no longer current
  ArticleAnalyzer reanalyzer_;  ///< and counts their words
  PlacedArticles placed_;
  std::string codes_;  ///< storage of index()
};

}  // namespace hemero
