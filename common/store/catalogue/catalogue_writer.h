#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>

#include "common/base/hash.h"
#include "common/model/article.h"
#include "common/store/catalogue/address_store.h"
#include "common/store/catalogue/content_hash.h"
#include "common/store/catalogue/damages.h"
#include "common/store/catalogue/text_codec.h"
#include "common/store/folder/sqlite.h"
#include "common/store/folder/totals.h"

namespace hemero {

struct ArticleField;
struct ReadArticle;

/// The counts of a run.
struct RunCounts {
  std::uint64_t added = 0;
  std::uint64_t updated = 0;
  std::uint64_t unchanged = 0;
  std::uint64_t removed = 0;
  std::map<std::string, std::uint64_t> skipped;  ///< by reason

  std::uint64_t skipped_in_all() const;
};

/// What is stored of an article, as far as deciding about a new version needs it.
struct ArticleState {
  ArticleId article{};
  std::optional<VersionId> version;  ///< the current one; none while the article is removed
  Hash128 content_hash{};            ///< of that version
  std::int64_t text_bytes = 0;       ///< of its title and text
  std::int64_t run = 0;              ///< that stored it
  bool refused = false;              ///< removed for good: its key is not taken again unless somebody insists
};

/// How an article is removed.
struct Removal {
  std::string reason;   ///< for those who ask later; may be empty
  bool lasting = true;  ///< the key is refused from now on
};

/// Where a change belongs: the batch it is committed with, and the run.
struct Batch {
  std::int64_t seq = 0;
  std::int64_t run = 0;
};

/// Writes articles and runs into the catalogue, inside the caller's transaction.
class CatalogueWriter {
 public:
  explicit CatalogueWriter(sqlite::Connection& connection);

  /// `undoes` is the run that this one takes back; the relative paths of its articles begin in `folder`, where that is
  /// known.
  std::int64_t begin_run(std::string_view command, std::optional<std::int64_t> undoes, std::string_view folder);
  void finish_run(std::int64_t run, const RunCounts& counts);

  /// What is stored under a key now, also when it was purged; nothing for a new key. An archive that was empty at the
  /// beginning is not asked for keys that were not put since.
  std::optional<ArticleState> state(std::string_view key);
  std::optional<ArticleState> state(ArticleId article);

  /// How many versions an article has had.
  std::uint64_t versions(ArticleId article);

  /// The texts written from now on are compressed with this dictionary, which is stored; empty for none.
  void use_dictionary(std::string_view bytes);
  /// The same with the newest dictionary of the archive, or one that is trained on its texts where it has none and they
  /// are enough; true when there is one.
  bool use_newest_dictionary();

  /// Stores the article as a new version, of a new article unless `known` says which one it belongs to.
  VersionId put(const Article& article, const Hash128& hash, const std::optional<ArticleState>& known, Batch batch);

  /// Writes what is gathered of the versions that were stored and removed since the last call, to be committed with
  /// them.
  void flush();

  /// Takes away the current version of an article, which stays on record. The article must have one.
  void remove(const ArticleState& article, const Removal& removal, Batch batch);

  /// The file of an article's current version is elsewhere now. An article that has but a place gets another key.
  void move(const ReadArticle& article, std::string_view key, const std::string& file);

  /// Compresses all texts anew, with a dictionary trained on those that are there, and drops the older dictionaries,
  /// sources and paths that nothing refers to any more. A text that cannot be read stays, and with it its dictionary.
  void forget_erased(Damages& damages);

  /// A version that was damaged was stored anew: it goes, unless it is needed to tell copies, or its page is damaged.
  void forget_mended(VersionId version);

 private:
  void note_key(std::string_view key);
  bool use_trained_dictionary();

  /// What is stored of a field: the number of its row where it has a table of its own.
  sqlite::Value value_of(const Article& article, const ArticleField& field);
  sqlite::Value source_id(const std::string& name);
  sqlite::Value origin_id(const std::string& path);

  sqlite::Connection& connection_;
  sqlite::Statement find_;
  sqlite::Statement find_by_id_;
  sqlite::Statement insert_article_;
  sqlite::Statement update_article_;
  sqlite::Statement insert_version_;
  TotalsWriter totals_;
  Totals change_;  ///< of them since the last flush()
  AddressStore addresses_;
  TextCompressor compressor_;
  std::optional<std::int64_t> dictionary_;
  std::int64_t next_version_;
  std::int64_t next_article_;
  std::unordered_map<std::string, std::int64_t> sources_;
  std::pair<std::string, std::int64_t> last_origin_;
  bool has_purged_;
  bool was_empty_;
  std::unordered_set<std::uint64_t> keys_;  ///< hashes of those that were put, while was_empty_
};

}  // namespace hemero
