#include "common/store/writing/run.h"

#include <algorithm>
#include <utility>

#include "common/store/catalogue/place.h"
#include "common/store/folder/batches.h"
#include "common/store/writing/catch_up.h"
#include "common/store/writing/derived_version.h"

namespace hemero {

namespace {

/// Articles that an archive without a dictionary gathers before it trains one and numbers their words.
constexpr std::size_t warm_up_size = 2000;

}  // namespace

Run::Run(OpenArchive& archive, std::string_view command, std::optional<std::int64_t> undoes, std::string_view folder)
    : connection_(archive.connection),
      derived_(open_caught_up(archive, undoes)),
      last_batch_(derived_.last_batch()),
      lines_(connection_),
      catalogue_(connection_),
      vocabulary_(connection_, words_in(archive.options.memory_of_words())),
      copies_(connection_),
      retired_(connection_, replaced_, &lines_),
      placed_(connection_, copies_, retired_),
      batch_(std::in_place, connection_, sqlite::Transaction::Kind::write),
      run_(catalogue_.begin_run(command, undoes, folder)),
      warming_up_(!catalogue_.use_newest_dictionary()) {
  placed_.begin_run(run_);
}

void Run::begin_batch() {
  if (!batch_) batch_.emplace(connection_, sqlite::Transaction::Kind::write);
}

PutOutcome Run::put(Article article, const Hash128& hash, AnalyzedArticle analyzed, bool insists) {
  begin_batch();
  if (waits(article.key) || (warming_up_ && waiting_.size() == warm_up_size)) warm_up();
  const auto known = catalogue_.state(article.key);
  if (known && known->refused && !insists) return PutOutcome::refused;
  const bool current = known && known->version;
  if (current && known->content_hash == hash && retired_.is_sound(*known->version)) return PutOutcome::unchanged;
  if (current) replaced_keys_.insert(article.key);
  if (warming_up_) {
    waiting_keys_.insert(article.key);
    waiting_contents_.emplace(hash, article.key);
  }
  waiting_.push_back({std::move(article), hash, known, std::move(analyzed)});
  if (!warming_up_) store_waiting();
  return current ? PutOutcome::updated : PutOutcome::added;
}

Identity Run::identify(const Article& article, const Hash128& hash, const AnalyzedArticle& analyzed,
                       const IdentityOptions& options) {
  begin_batch();
  for (auto [same, end] = waiting_contents_.equal_range(hash); same != end; ++same)
    if (is_same_article(article, same->second)) return {Identity::Kind::same, same->second};
  if (!options.restores &&
      (catalogue_.state(purged_content(hash)) || catalogue_.state(purged_content_of_file(article.key, hash))))
    return {Identity::Kind::erased, {}};
  const auto same = placed_.same(article, hash);
  const auto edited = same ? std::nullopt : placed_.edited(article, analyzed, options.corrects_dates);
  if ((same && waits(same->key)) || (edited && waits(edited->key))) {  // it has another state that waits to be stored
    warm_up();
    return identify(article, hash, analyzed, options);
  }
  if (same) return {Identity::Kind::same, same->key};
  if (edited) return {Identity::Kind::edited, edited->key, edited->article};
  return {Identity::Kind::fresh, placed_.new_key(article.key, hash, waiting_keys_)};
}

std::optional<StoredArticle> Run::current(std::string_view key) {
  if (waits(key)) warm_up();
  const auto known = catalogue_.state(key);
  if (!known || !known->version) return std::nullopt;
  auto stored = retired_.version(*known->version);
  if (stored) return stored;
  stored = retired_.names(*known->version);
  if (stored) stored->sound = false;
  return stored;
}

RemoveOutcome Run::remove(ArticleId article, const Removal& removal) {
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

bool Run::remove_version(std::string_view key, std::uint64_t number, const Removal& removal) {
  begin_batch();
  if (waits(key)) warm_up();
  const auto known = catalogue_.state(key);
  return known && known->version && catalogue_.versions(known->article) == number &&
         remove(known->article, removal) == RemoveOutcome::removed;
}

void Run::move(const ReadArticle& article, const std::string& place, const std::string& file) {
  begin_batch();
  const std::string key = place.empty() ? article.key : placed_.new_key(place, article.content, waiting_keys_);
  catalogue_.move(article, key, file);
  placed_.claim(article.id);
}

void Run::remember(const std::string& path, const std::vector<std::string>& options) {
  begin_batch();
  remember_place(connection_, path, options, run_);
}

/// Learns the dictionary and the most frequent words from the first articles, then stores them.
void Run::warm_up() {
  warming_up_ = false;
  std::vector<std::string> samples;
  std::vector<const AnalyzedArticle*> analyzed;
  std::size_t bytes = 0;
  for (const Pending& pending : waiting_) {
    analyzed.push_back(&pending.analyzed);
    const Article& article = pending.article;
    if (bytes < training_bytes) samples.push_back(article.text + std::string(ArticleReader::behind_text(article)));
    bytes += article.text.size();
  }
  catalogue_.use_dictionary(train_dictionary({samples.begin(), samples.end()}));
  vocabulary_.number_by_frequency(analyzed);
  waiting_contents_.clear();
  store_waiting();
}

void Run::store_waiting() {
  for (const Pending& pending : waiting_) store(pending);
  waiting_.clear();
}

void Run::store(const Pending& pending) {
  const bool replaces = pending.known && pending.known->version;
  if (replaces) retire(*pending.known->version);
  Batch batch = next_batch();
  if (replaces && pending.known->content_hash == pending.hash) {  // it was damaged: the same run stored it
    batch.run = pending.known->run;
    mended_.push_back(*pending.known->version);
  }
  const VersionId version = catalogue_.put(pending.article, pending.hash, pending.known, batch);
  const auto words = vocabulary_.words(pending.analyzed);
  vocabulary_.count(pending.analyzed, words, +1);
  const std::string_view codes = derived_.add(version, pending.article, pending.analyzed, words);
  copies_.add(version, pending.analyzed.signature, codes);
}

/// Takes a current version out of the counts, the index and the copies. The words of one that is damaged stay counted
/// until the next rebuild.
void Run::retire(VersionId version) {
  if (const auto old = retired_.version(version); !old || !old->sound) {
    derived_.remove(version);
  } else {
    const AnalyzedArticle analyzed = reanalyzer_.analyze(old->article);
    const auto words = vocabulary_.words(analyzed);
    vocabulary_.count(analyzed, words, -1);
    derived_.remove(version, old->article, analyzed, words);
  }
  copies_.remove(version);
}

/// What the token stream of a stored version holds; nothing where its text is damaged.
std::optional<std::string> Run::codes_of_text(VersionId version) {
  const auto stored = retired_.version(version);
  if (!stored || !stored->sound) return std::nullopt;
  const AnalyzedArticle analyzed = reanalyzer_.analyze(stored->article);
  std::string codes;
  pack_tokens(analyzed, vocabulary_.words(analyzed), codes);
  return codes;
}

void Run::commit() {
  if (!batch_) return;
  if (warming_up_ && !waiting_.empty()) warm_up();
  vocabulary_.flush();
  copies_.settle(derived_.streams(), [this](VersionId version) { return codes_of_text(version); });
  for (const VersionId version : std::exchange(mended_, {})) catalogue_.forget_mended(version);
  catalogue_.flush();
  const std::uint64_t last = last_batch(connection_);
  if (last > last_batch_) stamp_batch(connection_, last);
  batch_->commit();
  batch_.reset();
  last_batch_ = last;
}

void Run::finish(const RunCounts& counts) {
  commit();
  begin_batch();
  catalogue_.finish_run(run_, counts);
  batch_->commit();
  batch_.reset();
  derived_.publish(last_batch_, copies_.clusters());
  connection_.checkpoint();
}

}  // namespace hemero
