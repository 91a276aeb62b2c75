#include "common/store/checking/article_check.h"

#include <algorithm>
#include <map>
#include <unordered_map>

#include <fmt/format.h>

#include "common/base/error.h"
#include "common/base/message.h"
#include "common/store/catalogue/address_store.h"
#include "common/store/catalogue/stored_article.h"
#include "common/store/copies/signature_store.h"
#include "common/store/folder/batches.h"
#include "common/store/index/index_fit.h"
#include "common/store/index/part_content.h"
#include "common/store/writing/derived_version.h"

namespace hemero {

namespace {

constexpr const char* catalogue_file = "archive.sqlite";

/// All words of an archive, in memory.
class WordTable {
 public:
  explicit WordTable(sqlite::Connection& connection) {
    sqlite::Statement rows = connection.prepare("SELECT surface, id, family, occurrences, inside FROM vocabulary");
    while (rows.step()) {
      Entry& entry = words_[std::string(rows.text(0))];
      entry.word.id = rows.id<SurfaceId>(1);
      entry.word.family = rows.id<SurfaceId>(2);
      entry.occurrences = rows.integer(3);
      entry.inside = rows.integer(4);
    }
  }

  /// The words of an article, which are taken off their counts; nothing when one is missing.
  std::optional<ArticleWords> words(const AnalyzedArticle& analyzed) {
    ArticleWords words;
    for (const SurfaceUse& use : analyzed.uses) {
      const auto found = words_.find(use.surface->text);
      if (found == words_.end()) return std::nullopt;
      found->second.occurrences -= use.occurrences;
      found->second.inside -= use.inner;
      words.push_back(&found->second.word);
    }
    return words;
  }

  /// How many are counted otherwise than the articles print them.
  std::uint64_t miscounted() const {
    return static_cast<std::uint64_t>(std::count_if(words_.begin(), words_.end(), [](const auto& each) {
      return each.second.occurrences != 0 || each.second.inside != 0;
    }));
  }

 private:
  struct Entry {
    VocabularyWriter::Word word;
    std::int64_t occurrences = 0;  ///< less those that were met
    std::int64_t inside = 0;
  };
  std::unordered_map<std::string, Entry> words_;
};

/// What is derived of single versions, as it should be and as it is.
class DerivedLook {
 public:
  DerivedLook(const ArchiveFolder& folder, sqlite::Connection& connection, const FindingSender& sender)
      : connection_(connection), sender_(sender), lines_(connection), words_(connection), signatures_(connection) {
    open_index(IndexFolder(folder.index()));
  }

  /// A current version, as it is stored.
  void look_at(StoredArticle stored) {
    const std::string address = stored.article.url;
    lines_.mark(stored.article);
    const AnalyzedArticle analyzed = analyzer_.analyze(stored.article);
    if (!AddressStore::knows(connection_, stored.version, address))
      found(catalogue_file, stored.id, message("its address does not find it"));
    if (!(signatures_.signature(stored.version) == analyzed.signature))
      found(catalogue_file, stored.id, message("what tells its copies is not of its text"));
    const auto words = words_.words(analyzed);
    if (!words) return found(catalogue_file, stored.id, message("the vocabulary lacks some of its words"));
    if (const Part* part = part_of(stored.version)) look_at(stored, analyzed, *words, *part);
  }

  /// A current version that is damaged: what was derived of it is not known.
  void leave_out(VersionId version) {
    left_out_ = true;
    sender_.leave_out(version);
  }

  /// When all were looked at.
  void finish() {
    for (const auto& [part, sum] : sums_) sender_.sum(part, sum.value());
    if (const std::uint64_t words = words_.miscounted(); words > 0 && !left_out_)
      sender_.found({Damaged::derived, catalogue_file, {}, message("{} words are counted wrongly", words)});
  }

 private:
  void open_index(const IndexFolder& index) {
    try {
      auto list = index.list();
      if (!list || list->batch != last_batch(connection_) || index_fit(*list, connection_) != IndexFit::exact) return;
      streams_.emplace(stream_files(*list, index.path()));
      list_ = *std::move(list);
    } catch (const Error& error) {
      if (error.code() != ErrorCode::bad_data && error.code() != ErrorCode::io) throw;
      sender_.found({Damaged::derived, "index", {}, error.message()});
    }
    for (const Part& part : list_.parts) sums_[part.folder];
  }

  const Part* part_of(VersionId version) const {
    for (const Part& part : list_.parts)
      if (part.first <= version && version <= part.last) return &part;
    return nullptr;
  }

  void look_at(const StoredArticle& stored, const AnalyzedArticle& analyzed, const ArticleWords& words,
               const Part& part) {
    pack_tokens(analyzed, words, codes_);
    try {
      if (streams_->codes(stored.version) != codes_)
        found("index/" + part.streams, stored.id, message("its words in the index are not those of its text"));
    } catch (const Error& error) {
      found("index/" + part.streams, stored.id, error.message());
    }
    sums_[part.folder].add(indexed_version(stored.version, stored.article, analyzed, words));
  }

  void found(const std::string& file, ArticleId article, const std::string& what) {
    sender_.found({Damaged::derived, file, article, what});
  }

  sqlite::Connection& connection_;
  const FindingSender& sender_;
  SiteLines lines_;
  WordTable words_;
  SignatureStore signatures_;
  ArticleAnalyzer analyzer_;
  PartList list_;  ///< without parts where it is not to be compared
  std::optional<TokenStreamReader> streams_;
  std::map<std::string, PostingSum> sums_;  ///< by the parts' folders
  std::string codes_;
  bool left_out_ = false;
};

/// Reads the versions, from one on to the last and then from the first on.
class ArticleLook {
 public:
  ArticleLook(const ArchiveFolder& folder, const ArticleCheckLimits& limits, const FindingSender& sender)
      : connection_(open_catalogue(folder, sqlite::Access::read)),
        snapshot_(connection_, sqlite::Transaction::Kind::read),
        limits_(limits),
        sender_(sender),
        is_current_(connection_.prepare("SELECT 1 FROM article WHERE version_id = ?1")) {
    tried([&] { derived_.emplace(folder, connection_, sender_); });
    tried([this] {
      connection_.prepare("SELECT count(*) FROM version").for_first([this](const sqlite::Statement& row) {
        total_ = row.count(0);
      });
    });
  }

  void look(const std::function<void(std::uint64_t, std::uint64_t)>& progress) {
    const auto first = static_cast<std::uint32_t>(limits_.first);
    const bool complete =
        read(fmt::format("version.id > {}", first), progress) && read(fmt::format("version.id <= {}", first), progress);
    for (const Damage& damage : damages_.list()) tell(damage);
    if (complete && derived_) derived_->finish();
    sender_.counted(done_, total_);
  }

 private:
  /// False when it ended early.
  bool read(const std::string& which, const std::function<void(std::uint64_t, std::uint64_t)>& progress) {
    StoredVersions versions(connection_, damages_, which);
    while (auto stored = versions.next()) {
      progress(++done_, total_);
      if (stored->sound && derived_ && is_current(stored->version))
        tried([&] { derived_->look_at(*std::move(stored)); });
      if (limits_.end && std::chrono::steady_clock::now() >= *limits_.end) return false;
    }
    return true;
  }

  /// What SQLite cannot read is found.
  template <typename Work>
  void tried(const Work& work) {
    try {
      work();
    } catch (const Error& error) {
      if (error.code() != ErrorCode::bad_data) throw;
      sender_.found({Damaged::catalogue, catalogue_file, {}, error.message()});
    }
  }

  bool is_current(VersionId version) {
    bool current = false;
    tried([&] { current = is_current_.with(static_cast<std::uint32_t>(version)).for_first([](const auto&) {}); });
    return current;
  }

  void tell(const Damage& damage) {
    done_ += damage.kind == Damage::Kind::unreadable;
    sender_.found({Damaged::catalogue, catalogue_file, damage.article, damage_text(damage)});
    if (derived_ && is_current(damage.version)) derived_->leave_out(damage.version);
  }

  sqlite::Connection connection_;
  sqlite::Transaction snapshot_;
  const ArticleCheckLimits& limits_;
  const FindingSender& sender_;
  std::optional<DerivedLook> derived_;  ///< none where its tables cannot be read
  Damages damages_;
  sqlite::Statement is_current_;
  std::uint64_t done_ = 0;
  std::uint64_t total_ = 0;
};

}  // namespace

void check_articles(const ArchiveFolder& folder, const ArticleCheckLimits& limits, const FindingSender& sender,
                    const std::function<void(std::uint64_t done, std::uint64_t total)>& progress) {
  ArticleLook(folder, limits, sender).look(progress);
}

VersionId last_version_of(const ArchiveFolder& folder) {
  sqlite::Connection connection = open_catalogue(folder, sqlite::Access::read);
  VersionId last{};
  connection.prepare("SELECT coalesce(max(id), 0) FROM version").for_first([&](const sqlite::Statement& row) {
    last = row.id<VersionId>(0);
  });
  return last;
}

}  // namespace hemero
