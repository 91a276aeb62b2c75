#include "common/store/catalogue/catalogue_writer.h"

#include <chrono>
#include <numeric>

#include <fmt/chrono.h>
#include <fmt/format.h>

#include "common/base/error.h"
#include "common/model/key_hash.h"
#include "common/store/catalogue/article_columns.h"
#include "common/store/catalogue/dictionary_store.h"
#include "common/store/catalogue/eraser.h"
#include "common/store/catalogue/known_places.h"
#include "common/store/catalogue/stored_article.h"
#include "common/store/catalogue/text_codec.h"
#include "common/store/catalogue/zones.h"
#include "common/store/folder/totals.h"

namespace hemero {

namespace {

std::string now() { return fmt::format("{:%FT%TZ}", fmt::gmtime(std::chrono::system_clock::now())); }

constexpr std::size_t most_keys = 250'000;  ///< that a first run remembers: some 10 MB

std::string_view as_bytes(const Hash128& hash) { return {reinterpret_cast<const char*>(hash.data()), hash.size()}; }

/// The states of articles; a condition on the article is to follow.
constexpr std::string_view states =
    "SELECT article.id, version.id, content_hash, (SELECT lasting FROM removal WHERE article_id = article.id "
    "ORDER BY id DESC LIMIT 1), text_bytes + length(CAST(title AS BLOB)), run_id FROM article LEFT JOIN version ON "
    "version.id "
    "= version_id WHERE ";

ArticleState state_of(const sqlite::Statement& row) {
  ArticleState state;
  state.article = row.id<ArticleId>(0);
  state.refused = row.is_null(1) && row.integer(3) != 0;
  if (row.is_null(1)) return state;
  state.version = row.id<VersionId>(1);
  state.content_hash = read_hash(row.blob(2));
  state.text_bytes = row.integer(4);
  state.run = row.integer(5);
  return state;
}

std::optional<ArticleState> read_state(sqlite::Statement& statement) {
  std::optional<ArticleState> state;
  statement.for_first([&](const sqlite::Statement& row) { state = state_of(row); });
  return state;
}

std::int64_t last_id(sqlite::Connection& connection, std::string_view table) {
  sqlite::Statement statement = connection.prepare("SELECT seq FROM sqlite_sequence WHERE name = ?1");
  return statement.with(table).step() ? statement.id<std::uint32_t>(0) : 0;
}

/// All columns of a version: those that are no fields, then the fields.
std::string insert_version() {
  const std::vector<std::string> columns = stored_columns();
  std::string values = "?, ?, ?, ?, ?, ?, ?, ?, ?";
  for (std::size_t i = 0; i < columns.size(); ++i) values += ", ?";
  return fmt::format(
      "INSERT INTO version (id, article_id, seq, run_id, content_hash, zones, text_bytes, dictionary_id, text, {}) "
      "VALUES ({})",
      fmt::join(columns, ", "), values);
}

}  // namespace

std::uint64_t RunCounts::skipped_in_all() const {
  return std::accumulate(skipped.begin(), skipped.end(), std::uint64_t{0},
                         [](std::uint64_t sum, const auto& reason) { return sum + reason.second; });
}

CatalogueWriter::CatalogueWriter(sqlite::Connection& connection)
    : connection_(connection),
      find_(connection.prepare(fmt::format("{} key IN (?1, ?2)", states))),
      find_by_id_(connection.prepare(fmt::format("{} article.id = ?1", states))),
      insert_article_(connection.prepare("INSERT INTO article (id, key, version_id) VALUES (?1, ?2, ?3)")),
      update_article_(connection.prepare("UPDATE article SET version_id = ?2, key = ?3 WHERE id = ?1")),
      insert_version_(connection.prepare(insert_version())),
      totals_(connection),
      addresses_(connection),
      next_version_(last_id(connection, "version") + 1),
      next_article_(last_id(connection, "article") + 1),
      has_purged_(
          connection.prepare("SELECT 1 FROM removal WHERE purged IS NOT NULL LIMIT 1").for_first([](const auto&) {})),
      was_empty_(next_article_ == 1) {}

std::int64_t CatalogueWriter::begin_run(std::string_view command, std::optional<std::int64_t> undoes,
                                        std::string_view folder) {
  connection_.prepare("INSERT INTO run (command, started, undoes, folder) VALUES (?1, ?2, ?3, ?4)")
      .with(command, now(), undoes, folder)
      .run();
  return connection_.last_insert_id();
}

void CatalogueWriter::finish_run(std::int64_t run, const RunCounts& counts) {
  connection_
      .prepare(
          "UPDATE run SET finished = ?2, added = ?3, updated = ?4, unchanged = ?5, skipped = ?6, "
          "removed = ?7 WHERE id = ?1")
      .with(run, now(), counts.added, counts.updated, counts.unchanged, counts.skipped_in_all(), counts.removed)
      .run();
  sqlite::Statement skip = connection_.prepare("INSERT INTO run_skip (run_id, reason, records) VALUES (?1, ?2, ?3)");
  for (const auto& [reason, records] : counts.skipped) skip.with(run, reason, records).run();
}

std::optional<ArticleState> CatalogueWriter::state(std::string_view key) {
  if (was_empty_ && !keys_.contains(hash64(key))) return std::nullopt;
  return read_state(has_purged_ ? find_.with(key, purged_key(key)) : find_.with(key, key));
}

std::optional<ArticleState> CatalogueWriter::state(ArticleId article) {
  return read_state(find_by_id_.with(static_cast<std::uint32_t>(article)));
}

std::uint64_t CatalogueWriter::versions(ArticleId article) {
  sqlite::Statement count = connection_.prepare("SELECT count(*) FROM version WHERE article_id = ?1");
  count.with(static_cast<std::uint32_t>(article)).step();
  return count.count(0);
}

void CatalogueWriter::use_dictionary(std::string_view bytes) {
  if (bytes.empty()) return;
  dictionary_ = store_dictionary(connection_, bytes);
  compressor_ = TextCompressor(bytes);
}

bool CatalogueWriter::use_newest_dictionary() {
  const auto newest = newest_dictionary(connection_);
  if (!newest) return use_trained_dictionary();
  dictionary_ = newest->first;
  compressor_ = TextCompressor(newest->second);
  return true;
}

/// Trains a dictionary on the texts that are stored, as soon as these are enough: an archive may grow by a few articles
/// at a time, none of which are. Texts that were stored before stay as they are.
bool CatalogueWriter::use_trained_dictionary() {
  if (read_totals(connection_).text_bytes < static_cast<std::int64_t>(training_bytes)) return false;
  Damages unread;
  use_dictionary(train_on_stored(connection_, unread));
  return dictionary_.has_value();
}

void CatalogueWriter::forget_erased(Damages& damages) {
  connection_.execute(
      "DELETE FROM origin WHERE id NOT IN (SELECT origin_id FROM version WHERE origin_id IS NOT NULL);"
      "DELETE FROM source WHERE id NOT IN (SELECT source_id FROM version WHERE source_id IS NOT NULL)");
  sources_.clear();
  last_origin_ = {};
  dictionary_ = std::nullopt;
  compressor_ = TextCompressor();
  const std::string trained = train_on_stored(connection_, damages);
  use_dictionary(trained);
  recompress(connection_, compressor_, dictionary_, damages);
  forget_dictionaries(connection_, dictionary_);
}

void CatalogueWriter::forget_mended(VersionId version) {
  const auto id = static_cast<std::uint32_t>(version);
  sqlite::Statement needed = connection_.prepare("SELECT 1 FROM copy WHERE version_id = ?1 OR first_id = ?1");
  if (needed.with(id).for_first([](const auto&) {})) return;
  try {
    connection_.prepare("DELETE FROM version WHERE id = ?1").with(id).run();
  } catch (const Error& error) {
    if (error.code() != ErrorCode::bad_data) throw;
    return;  // SQLite cannot follow the pages of its text: it stays on record, as damaged
  }
  addresses_.forget(version);
  change_ += {.versions = -1};
}

VersionId CatalogueWriter::put(const Article& article, const Hash128& hash, const std::optional<ArticleState>& known,
                               Batch batch) {
  const std::int64_t id = known ? static_cast<std::uint32_t>(known->article) : next_article_++;
  const std::int64_t version = next_version_++;
  const std::string text = compressor_.compress(article.text, ArticleReader::behind_text(article));
  const std::string zones = pack_zones(article.zones, article.text);
  std::vector<sqlite::Value> values;
  for (const ArticleField& field : article_fields) values.push_back(value_of(article, field));
  insert_version_.with(version, id, batch.seq, batch.run, sqlite::Blob{as_bytes(hash)}, sqlite::Blob{zones},
                       std::uint64_t{article.text.size()}, dictionary_, sqlite::Blob{text});
  for (const sqlite::Value& value : values) insert_version_.also(value);
  insert_version_.run();
  addresses_.put(VersionId(version), article.url);
  note_key(article.key);
  known ? update_article_.with(id, version, article.key).run() : insert_article_.with(id, article.key, version).run();
  const auto text_bytes = static_cast<std::int64_t>(article.title.size() + article.text.size());
  const bool current = known && known->version;
  const bool removed = known && !known->version;
  change_ += {.articles = current ? 0 : 1,
              .removed = removed ? -1 : 0,
              .versions = 1,
              .text_bytes = text_bytes - (current ? known->text_bytes : 0)};
  return VersionId(version);
}

void CatalogueWriter::remove(const ArticleState& article, const Removal& removal, Batch batch) {
  const auto id = static_cast<std::uint32_t>(article.article);
  connection_
      .prepare(
          "INSERT INTO removal (article_id, version_id, seq, run_id, reason, lasting) "
          "VALUES (?1, ?2, ?3, ?4, ?5, ?6)")
      .with(id, static_cast<std::uint32_t>(*article.version), batch.seq, batch.run, removal.reason,
            int{removal.lasting})
      .run();
  connection_.prepare("UPDATE article SET version_id = NULL WHERE id = ?1").with(id).run();
  change_ += {.articles = -1, .removed = 1, .text_bytes = -article.text_bytes};
}

void CatalogueWriter::flush() {
  addresses_.flush();
  totals_.add(change_);
  change_ = {};
}

void CatalogueWriter::move(const ReadArticle& article, std::string_view key, const std::string& file) {
  connection_.prepare("UPDATE origin SET path = ?2 WHERE id = ?1").with(article.origin, file).run();
  connection_.prepare("UPDATE article SET key = ?2 WHERE id = ?1")
      .with(static_cast<std::uint32_t>(article.id), key)
      .run();
  note_key(key);
}

void CatalogueWriter::note_key(std::string_view key) {
  if (!was_empty_) return;
  keys_.insert(hash64(key));
  if (keys_.size() <= most_keys) return;
  was_empty_ = false;
  keys_.clear();
}

sqlite::Value CatalogueWriter::value_of(const Article& article, const ArticleField& field) {
  if (field.name == "url") return std::string();  // it stands behind the text
  if (field.column == "source.name") return source_id(article.source);
  if (field.column == "origin.path") return origin_id(article.path);
  return stored_value(article, field);
}

sqlite::Value CatalogueWriter::source_id(const std::string& name) {
  if (name.empty()) return {};
  const auto known = sources_.find(name);
  if (known != sources_.end()) return known->second;
  connection_.prepare("INSERT OR IGNORE INTO source (name) VALUES (?1)").with(name).run();
  sqlite::Statement find = connection_.prepare("SELECT id FROM source WHERE name = ?1");
  find.with(name).step();
  return sources_[name] = find.integer(0);
}

/// Records of one file come one after the other: only the last path is remembered.
sqlite::Value CatalogueWriter::origin_id(const std::string& path) {
  if (path.empty()) return {};
  if (path != last_origin_.first) {
    connection_.prepare("INSERT INTO origin (path) VALUES (?1)").with(path).run();
    last_origin_ = {path, connection_.last_insert_id()};
  }
  return last_origin_.second;
}

}  // namespace hemero
