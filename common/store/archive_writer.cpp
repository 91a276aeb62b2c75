#include "common/store/archive_writer.h"

#include <algorithm>

#include <fmt/format.h>

#include "common/base/error.h"
#include "common/base/message.h"
#include "common/store/catalogue/eraser.h"
#include "common/store/catalogue/place.h"
#include "common/store/catalogue/stored_article.h"
#include "common/store/index/article_terms.h"
#include "common/text/tokenizer.h"

namespace hemero {

namespace {

/// Articles that an archive without a dictionary gathers before it trains one and numbers their words.
constexpr std::size_t warm_up_size = 2000;

ArchiveFolder prepared(const ArchiveFolder& folder, bool create) {
  if (!create) require_archive(folder);
  std::error_code unknown;  // what cannot be looked at is told when it is opened
  IndexFolder(folder.index()).require_ours(std::filesystem::exists(folder.catalogue(), unknown));
  if (create) create_folder(folder);
  return folder;
}

/// Packs an article's tokens with their words' ids in the archive's vocabulary.
class StoredTokens : public TokenCoder<PackedCodeList> {
 public:
  StoredTokens(std::string& codes, const std::vector<VocabularyWriter::Word*>& words)
      : TokenCoder(PackedCodeList{codes}), words_(words) {}

  bool token(CodedToken token) {
    token.surface = static_cast<std::uint32_t>(words_[token.surface]->id);
    return TokenCoder::token(token);
  }

 private:
  const std::vector<VocabularyWriter::Word*>& words_;
};

}  // namespace

ArchiveWriter::ArchiveWriter(const ArchiveFolder& folder, Options options)
    : folder_(prepared(folder, options.create)),
      options_(std::move(options)),
      lock_(folder_),
      connection_(open_catalogue(folder_, options_.create ? sqlite::Access::create : sqlite::Access::write)),
      lines_(connection_),
      catalogue_(connection_),
      vocabulary_(connection_),
      copies_(connection_),
      warming_up_(!catalogue_.use_newest_dictionary()),
      retired_(connection_, &lines_),
      placed_(connection_, copies_, retired_) {}

ArchiveWriter::~ArchiveWriter() = default;

void ArchiveWriter::begin_run(std::string_view command, std::optional<std::int64_t> undoes) {
  finish_purge();
  open_index();
  begin_batch();
  run_ = catalogue_.begin_run(command, undoes);
  placed_.begin_run(run_);
}

/// Opens the index to be added to: derived from this archive, by this analyzer, and caught up.
void ArchiveWriter::open_index() {
  index_ = std::make_unique<IndexWriter>(IndexFolder(folder_.index()), IndexWriter::Start::from_current, options_.jobs);
  marker_ = index_->marker();
  const std::string uuid = read_setting(connection_, "uuid");
  const std::uint64_t seq = last_batch(connection_);
  const bool fresh = marker_.archive.empty();
  if (!fresh && (marker_.archive != uuid || marker_.seq > seq))
    throw Error(ErrorCode::other_version,
                message("the index in {} belongs to another state of the archive", folder_.index().string()),
                message("run “hemero-index rebuild”"));
  if ((!fresh && marker_.analyzer != Analyzer::fingerprint()) ||
      read_setting(connection_, "analyzer") != Analyzer::fingerprint())
    throw Error(ErrorCode::other_version,
                message("the index in {} was made by another version", folder_.index().string()),
                message("run “hemero-index rebuild”"));
  if (fresh) marker_ = {uuid, Analyzer::fingerprint(), 0, "streams-000001", {}};
  remove_leftovers();
  streams_ = std::make_unique<TokenStreamWriter>(folder_.index() / marker_.streams, marker_.extent);
  if (marker_.seq < seq) {
    take_out_replaced(marker_.seq);
    reindex(marker_.seq, false);
    publish();
  }
}

/// What a run that was killed left in the index folder only takes room.
void ArchiveWriter::remove_leftovers() const {
  const IndexFolder folder(folder_.index());
  folder.remove_all_but(folder.current().value_or(""), marker_.streams);
}

void ArchiveWriter::begin_batch() {
  if (!batch_) batch_.emplace(connection_, sqlite::Transaction::Kind::write);
}

PutOutcome ArchiveWriter::put(Article article, const Hash128& hash, AnalyzedArticle analyzed, bool insists) {
  begin_batch();
  if (warming_up_ && (waiting_.size() == warm_up_size || waiting_keys_.contains(article.key))) warm_up();
  const auto known = catalogue_.state(article.key);
  if (known && known->refused && !insists) return PutOutcome::refused;
  const bool current = known && known->version;
  if (current && known->content_hash == hash) return PutOutcome::unchanged;
  if (current) replaced_keys_.insert(article.key);
  if (warming_up_) waiting_keys_.insert(article.key);
  waiting_.push_back({std::move(article), hash, known, std::move(analyzed)});
  if (!warming_up_) store_waiting();
  return current ? PutOutcome::updated : PutOutcome::added;
}

std::optional<std::string> ArchiveWriter::key_of_placed(const Article& article, const Hash128& hash,
                                                        const AnalyzedArticle& analyzed, bool insists) {
  begin_batch();
  const std::pair what(std::string(file_of_place(article.key)), hash);
  if (const auto same = waiting_places_.find(what); same != waiting_places_.end()) return same->second;
  if (!insists && catalogue_.state(purged_content(article.key, hash))) return std::nullopt;
  std::string key = placed_.find(article, hash, analyzed);
  if (warming_up_ && waiting_keys_.contains(key)) {  // an edit of it waits to be stored: then it is another text
    warm_up();
    key = placed_.find(article, hash, analyzed);
  }
  if (key.empty()) key = placed_.new_key(article.key, hash, waiting_keys_);
  if (warming_up_) waiting_places_.emplace(what, key);
  return key;
}

std::optional<StoredArticle> ArchiveWriter::current(std::string_view key) {
  if (warming_up_ && waiting_keys_.contains(std::string(key))) warm_up();
  const auto known = catalogue_.state(key);
  if (!known || !known->version) return std::nullopt;
  return retired_.version(*known->version);
}

RemoveOutcome ArchiveWriter::remove(ArticleId article, const Removal& removal) {
  begin_batch();
  const auto is_it = [&](const Pending& pending) { return pending.known && pending.known->article == article; };
  if (std::any_of(waiting_.begin(), waiting_.end(), is_it)) warm_up();
  const auto known = catalogue_.state(article);
  if (!known) return RemoveOutcome::unknown;
  if (!known->version) return RemoveOutcome::removed_before;
  retire(*known->version);
  catalogue_.remove(*known, removal, next_batch());
  return RemoveOutcome::removed;
}

bool ArchiveWriter::remove_version(std::string_view key, std::uint64_t number, const Removal& removal) {
  begin_batch();
  if (warming_up_ && waiting_keys_.contains(std::string(key))) warm_up();
  const auto known = catalogue_.state(key);
  return known && known->version && catalogue_.versions(known->article) == number &&
         remove(known->article, removal) == RemoveOutcome::removed;
}

/// Learns the dictionary and the most frequent words from the first articles, then stores them.
void ArchiveWriter::warm_up() {
  warming_up_ = false;
  std::vector<std::string_view> samples;
  std::vector<const AnalyzedArticle*> analyzed;
  std::size_t bytes = 0;
  for (const Pending& pending : waiting_) {
    analyzed.push_back(&pending.analyzed);
    if (bytes < training_bytes) samples.push_back(pending.article.text);
    bytes += pending.article.text.size();
  }
  catalogue_.use_dictionary(train_dictionary(samples));
  vocabulary_.number_by_frequency(analyzed);
  waiting_places_.clear();
  store_waiting();
}

void ArchiveWriter::store_waiting() {
  for (const Pending& pending : waiting_) store(pending);
  waiting_.clear();
}

void ArchiveWriter::store(const Pending& pending) {
  if (pending.known && pending.known->version) retire(*pending.known->version);
  const VersionId version = catalogue_.put(pending.article, pending.hash, pending.known, next_batch());
  const auto words = vocabulary_.words(pending.analyzed);
  vocabulary_.count(pending.analyzed, words, +1);
  index(version, pending.article, pending.analyzed, words);
  copies_.add(version, pending.analyzed.signature);
}

/// Takes a current version out of the counts, the index and the copies.
void ArchiveWriter::retire(VersionId version) {
  if (const auto old = retired_.version(version)) {
    const AnalyzedArticle analyzed = reanalyzer_.analyze(old->article);
    vocabulary_.count(analyzed, vocabulary_.words(analyzed), -1);
  }
  index_->remove(version);
  copies_.remove(version);
}

/// Appends the token stream and gives the terms to the index.
void ArchiveWriter::index(VersionId version, const Article& article, const AnalyzedArticle& analyzed,
                          const std::vector<VocabularyWriter::Word*>& words) {
  codes_.clear();
  read_tokens(ListedCodes(analyzed.stream), StoredTokens(codes_, words));
  streams_->append(version, codes_);
  IndexedVersion indexed = article_terms(version, article);
  for (std::size_t i = 0; i < words.size(); ++i)
    if (is_indexed(analyzed.uses[i].surface->text))
      indexed.terms.emplace_back(family_term(static_cast<std::uint32_t>(words[i]->family)), analyzed.uses[i].weight);
  index_->add(std::move(indexed));
}

void ArchiveWriter::commit() {
  if (!batch_) return;
  if (warming_up_ && !waiting_.empty()) warm_up();
  vocabulary_.flush();
  settle_copies();
  batch_->commit();
  batch_.reset();
  marker_.seq = last_batch(connection_);
}

/// Finds the copies of what the batch added, in the token streams as far as they are written.
void ArchiveWriter::settle_copies() {
  const StreamExtent written = streams_->flush();
  copies_.settle(TokenStreamReader(folder_.index() / marker_.streams, written));
}

void ArchiveWriter::finish_run(const RunCounts& counts) {
  commit();
  begin_batch();
  catalogue_.finish_run(run_, counts);
  batch_->commit();
  batch_.reset();
  publish();
  connection_.checkpoint();
}

void ArchiveWriter::publish() {
  marker_.extent = streams_->sync();
  if (index_->marker().archive == marker_.archive && index_->marker().seq == marker_.seq) return;
  marker_.copies = encode_clusters(copies_.clusters());
  index_->publish(marker_);
}

void ArchiveWriter::learn_lines(const std::string& site, const std::vector<std::string>& lines) {
  begin_batch();
  write_site_lines(connection_, site, lines);
  lines_ = SiteLines(connection_);
}

void ArchiveWriter::rebuild() {
  build_index_afresh();
  if (purge_is_pending(connection_)) wipe();
}

PurgeOutcome ArchiveWriter::purge() {
  begin_batch();
  const std::uint64_t articles = erase_removed(connection_);
  vocabulary_.forget_unused();
  catalogue_.forget_erased();
  note_purge(connection_, true);
  build_index_afresh();
  return {articles, wipe()};
}

/// Goes on with a purge that was cut short.
void ArchiveWriter::finish_purge() {
  if (!purge_is_pending(connection_)) return;
  build_index_afresh();
  wipe();
}

/// Makes the catalogue's files anew, without what was erased; false when a reader keeps the log from being emptied.
bool ArchiveWriter::wipe() {
  connection_.vacuum();
  if (!connection_.checkpoint()) return false;
  note_purge(connection_, false);
  connection_.checkpoint();
  return true;
}

void ArchiveWriter::build_index_afresh() {
  const IndexFolder folder(folder_.index());
  index_ = std::make_unique<IndexWriter>(folder, IndexWriter::Start::from_nothing, options_.jobs);
  int number = 1;
  while (std::filesystem::exists(folder.path() / fmt::format("streams-{:06}", number))) ++number;
  marker_ = {read_setting(connection_, "uuid"),
             Analyzer::fingerprint(),
             last_batch(connection_),
             fmt::format("streams-{:06}", number),
             {}};
  streams_ = std::make_unique<TokenStreamWriter>(folder.path() / marker_.streams, marker_.extent);
  begin_batch();
  vocabulary_.start_afresh();
  copies_.start_afresh();
  reindex(0, true);
  vocabulary_.flush();
  settle_copies();
  write_setting(connection_, "analyzer", marker_.analyzer);
  batch_->commit();
  batch_.reset();
  publish();
  connection_.checkpoint();
}

/// Takes the versions out of the index that are no longer current because of a batch stored after this one.
void ArchiveWriter::take_out_replaced(std::uint64_t after_seq) {
  sqlite::Statement replaced = connection_.prepare(
      "SELECT id FROM version WHERE seq <= ?1 AND article_id IN "
      "(SELECT article_id FROM version WHERE seq > ?1 UNION SELECT article_id FROM removal WHERE seq > ?1)");
  replaced.with(after_seq);
  while (replaced.step()) index_->remove(VersionId(replaced.integer(0)));
}

/// Gives the index every current version stored after a batch. Words and signatures are in the catalogue already,
/// unless it begins `afresh`.
void ArchiveWriter::reindex(std::uint64_t after_seq, bool afresh) {
  ArticleReader reader(connection_, &lines_);
  ArticleAnalyzer analyzer;
  sqlite::Statement versions = connection_.prepare(
      fmt::format("SELECT {} FROM {} WHERE seq > ?1 AND version.id = version_id ORDER BY version.id",
                  ArticleReader::selection(), ArticleReader::joins));
  sqlite::Statement total =
      connection_.prepare("SELECT count(*) FROM article JOIN version ON version.id = version_id WHERE seq > ?1");
  total.with(after_seq).step();
  const auto all = static_cast<std::uint64_t>(total.integer(0));
  std::uint64_t done = 0;
  versions.with(after_seq);
  while (versions.step()) {
    if (options_.on_reindexed) options_.on_reindexed(++done, all);
    const StoredArticle stored = reader.read(versions);
    const AnalyzedArticle analyzed = analyzer.analyze(stored.article);
    const auto words = vocabulary_.words(analyzed);
    if (afresh) vocabulary_.count(analyzed, words, +1);
    if (afresh) copies_.add(stored.version, analyzed.signature);
    index(stored.version, stored.article, analyzed, words);
  }
  marker_.seq = last_batch(connection_);
}

}  // namespace hemero
