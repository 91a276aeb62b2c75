#include "common/store/catalogue/stored_article.h"

#include <algorithm>
#include <utility>

#include <fmt/format.h>

#include "common/base/error.h"
#include "common/model/key_hash.h"
#include "common/store/catalogue/address_store.h"
#include "common/store/catalogue/article_columns.h"
#include "common/store/catalogue/dictionary_store.h"
#include "common/store/catalogue/zones.h"
#include "common/text/addresses/address.h"

namespace hemero {

namespace {

constexpr int first_field = 8;  ///< behind the columns that are no fields

/// Before format 6 an address stood in a column, and nowhere else.
bool keeps_addresses(sqlite::Connection& connection) {
  return connection.prepare("SELECT 1 FROM sqlite_schema WHERE name = 'address_block'").for_first([](const auto&) {});
}

std::string selecting(std::string_view condition, std::string_view ids) {
  return fmt::format("SELECT {} FROM {} WHERE ({}) AND version.id {} ORDER BY version.id", ArticleReader::selection(),
                     ArticleReader::joins, condition, ids);
}

}  // namespace

std::string ArticleReader::selection() {
  return "article.id, version.id, key, zones, text_bytes, dictionary_id, text, content_hash, " + read_columns();
}

ArticleReader::ArticleReader(sqlite::Connection& connection, Damages& damages, const SiteLines* lines)
    : connection_(connection),
      damages_(&damages),
      lines_(lines),
      by_version_(connection.prepare(fmt::format("SELECT {} FROM {} WHERE version.id = ?1", selection(), joins))),
      by_article_(connection.prepare(
          fmt::format("SELECT {} FROM {} WHERE article.id = ?1 AND version.id = version_id", selection(), joins))),
      names_(connection.prepare(
          "SELECT article.id, key, date, date_text, content_hash, source.name FROM version JOIN article ON "
          "article.id = article_id LEFT JOIN source ON source.id = source_id "
          "WHERE version.id = ?1")),
      place_(connection.prepare(
          "SELECT (SELECT count(*) FROM version AS other WHERE other.article_id = version.article_id AND "
          "other.id <= version.id), started FROM version JOIN run ON run.id = run_id WHERE version.id = ?1")) {}

std::optional<StoredArticle> ArticleReader::version(VersionId version) {
  return unless_damaged(version, [&] { return read_first(by_version_.with(static_cast<std::uint32_t>(version))); });
}

/// What `read` gives; nothing, and a note, where SQLite cannot read the version.
template <typename Read>
auto ArticleReader::unless_damaged(VersionId version, Read read) -> decltype(read()) {
  try {
    return read();
  } catch (const Error& error) {
    if (error.code() != ErrorCode::bad_data) throw;
    damages_->note({.version = version});
    return std::nullopt;
  }
}

bool ArticleReader::is_sound(VersionId version) {
  Damages found;
  Damages* const told = std::exchange(damages_, &found);
  const auto stored = this->version(version);
  damages_ = told;
  return stored && stored->sound;
}

std::optional<StoredArticle> ArticleReader::names(VersionId version) {
  return unless_damaged(version, [&] { return read_names(version); });
}

std::optional<StoredArticle> ArticleReader::read_names(VersionId version) {
  std::optional<StoredArticle> stored;
  names_.with(static_cast<std::uint32_t>(version)).for_first([&](const sqlite::Statement& row) {
    stored = {row.id<ArticleId>(0), version, {}};
    stored->article.key = row.text(1);
    if (!row.is_null(2)) stored->article.date = parse_iso_date(row.text(2));
    stored->article.date_text = row.text(row.is_null(3) ? 2 : 3);
    stored->content = read_hash(row.blob(4));
    stored->article.source = row.text(5);
  });
  return stored;
}

std::optional<VersionPlace> ArticleReader::place(VersionId version) {
  return unless_damaged(version, [&] {
    std::optional<VersionPlace> place;
    place_.with(static_cast<std::uint32_t>(version)).for_first([&](const sqlite::Statement& row) {
      place = {row.count(0), std::string(row.text(1))};
    });
    return place;
  });
}

std::optional<StoredArticle> ArticleReader::article(ArticleId id) {
  return read_first(by_article_.with(static_cast<std::uint32_t>(id)));
}

std::optional<ArticleId> ArticleReader::of_key(std::string_view key) {
  sqlite::Statement row = connection_.prepare("SELECT id FROM article WHERE key = ?1");
  return row.with(key).step() ? std::optional(row.id<ArticleId>(0)) : std::nullopt;
}

std::optional<ArticleId> ArticleReader::of_key_hash(std::uint64_t hash) {
  sqlite::Statement rows = connection_.prepare("SELECT id, key FROM article");
  std::optional<ArticleId> found;
  while (rows.step()) {
    const auto id = rows.id<ArticleId>(0);
    if (key_hash(rows.text(1)) == hash && (!found || id < *found)) found = id;
  }
  return found;
}

std::vector<ArticleId> ArticleReader::of_address(std::string_view address) {
  const std::string wanted = comparable_address(address);
  if (!keeps_addresses(connection_)) return of_address_in_column(wanted);
  sqlite::Statement current = connection_.prepare(
      "SELECT 1 FROM version JOIN article ON article.id = article_id AND version_id = version.id "
      "WHERE version.id = ?1");
  std::vector<ArticleId> articles;
  for (const VersionId candidate : AddressStore::versions(connection_, address)) {
    if (!current.with(static_cast<std::uint32_t>(candidate)).for_first([](const auto&) {})) continue;
    const auto stored = version(candidate);
    if (stored && comparable_address(stored->article.url) == wanted) articles.push_back(stored->id);
  }
  std::sort(articles.begin(), articles.end());
  return articles;
}

/// Reads the addresses of all.
std::vector<ArticleId> ArticleReader::of_address_in_column(const std::string& wanted) {
  sqlite::Statement rows = connection_.prepare(
      "SELECT article.id, url FROM version JOIN article ON version_id = version.id WHERE url <> '' ORDER BY "
      "article.id");
  std::vector<ArticleId> articles;
  while (rows.step())
    if (comparable_address(rows.text(1)) == wanted) articles.push_back(rows.id<ArticleId>(0));
  return articles;
}

std::optional<StoredArticle> ArticleReader::read_first(sqlite::Statement& statement) {
  std::optional<StoredArticle> stored;
  statement.for_first([&](const sqlite::Statement& row) { stored = read(row); });
  return stored;
}

std::optional<StoredArticle> ArticleReader::read(const sqlite::Statement& row) {
  StoredArticle stored;
  Article& article = stored.article;
  const auto note = [&](Damage::Kind kind) {
    damages_->note({stored.version, stored.id, article.key, article.title, kind});
  };
  try {
    stored.version = row.id<VersionId>(1);
    stored.id = row.id<ArticleId>(0);
    stored.content = read_hash(row.blob(7));
    article.key = row.text(2);
    read_fields(row, first_field, article);
    read_text(row, article);
  } catch (const Error& error) {
    if (error.code() != ErrorCode::bad_data) throw;
    note(Damage::Kind::unreadable);
    return std::nullopt;
  }
  stored.sound = content_hash(article) == stored.content;
  if (!stored.sound) note(Damage::Kind::changed);
  if (lines_ != nullptr) lines_->mark(article);
  return stored;
}

void ArticleReader::note_damaged_words(VersionId version) {
  Damage damage{.version = version, .kind = Damage::Kind::words};
  if (const auto stored = this->version(version)) {
    damage.article = stored->id;
    damage.key = stored->article.key;
    damage.title = stored->article.title;
  }
  damages_->note(damage);
}

void ArticleReader::read_text(const sqlite::Statement& row, Article& article) {
  const auto text_bytes = row.count(4);
  article.text = decompressed(row.integer(5), row.blob(6), text_bytes);
  if (article.text.size() > text_bytes) article.url = article.text.substr(text_bytes);
  article.text.resize(text_bytes);
  article.zones = decode_zones(row.blob(3), article.text);
}

/// The text of a frame; what is damaged may be the dictionary, which is mended once.
std::string ArticleReader::decompressed(std::int64_t dictionary, std::string_view frame, std::uint64_t text_bytes) {
  TextDecompressor& decompressor = this->decompressor(dictionary);
  try {
    return decompressor.decompress(frame, text_bytes);
  } catch (const Error& error) {
    if (error.code() != ErrorCode::bad_data || dictionary == 0 || !mended_.insert(dictionary).second) throw;
  }
  const auto mended = mended_dictionary(connection_, dictionary);
  if (mended) decompressor = TextDecompressor(*mended);
  return decompressor.decompress(frame, text_bytes);
}

/// The decompressor of a dictionary; 0 (NULL in the catalogue) is none.
TextDecompressor& ArticleReader::decompressor(std::int64_t dictionary) {
  const auto known = decompressors_.find(dictionary);
  if (known != decompressors_.end()) return known->second;
  return decompressors_.emplace(dictionary, TextDecompressor(read_dictionary(connection_, dictionary))).first->second;
}

StoredVersions::StoredVersions(sqlite::Connection& connection, Damages& damages, std::string_view condition,
                               VersionId after, const SiteLines* lines)
    : connection_(connection),
      damages_(damages),
      reader_(connection, damages, lines),
      rows_(connection.prepare(selecting(condition, "> ?1"))),
      single_(connection.prepare(selecting(condition, "= ?1"))),
      following_(connection.prepare("SELECT id FROM version WHERE id > ?1 ORDER BY id LIMIT 1")),
      last_(static_cast<std::uint32_t>(after)) {
  rows_.with(last_);
}

std::optional<StoredArticle> StoredVersions::next() {
  while (const sqlite::Statement* row = end_ ? next_single() : next_row()) {
    last_ = row->integer(1);
    if (auto stored = reader_.read(*row)) return stored;
  }
  return std::nullopt;
}

const sqlite::Statement* StoredVersions::next_row() {
  try {
    if (!rows_.step()) return nullptr;
    if (rows_.integer(1) > last_) return &rows_;  // else a page stands in two places
  } catch (const Error& error) {
    if (error.code() != ErrorCode::bad_data) throw;
  }
  rows_.with();
  sqlite::Statement newest = connection_.prepare("SELECT seq FROM sqlite_sequence WHERE name = 'version'");
  end_ = newest.step() ? std::min(newest.integer(0), std::int64_t{sqlite::largest_id}) : 0;
  return next_single();
}

const sqlite::Statement* StoredVersions::next_single() {
  constexpr std::uint32_t most_unreadable = 1'000'000;  // in a row, of what may be no more than a number
  for (std::uint32_t unreadable = 0; last_ < *end_ && unreadable < most_unreadable;) {
    try {
      if (single_.with(++last_).step()) return &single_;
      pass_gap();
      unreadable = 0;
    } catch (const Error& error) {
      if (error.code() != ErrorCode::bad_data) throw;
      damages_.note({.version = VersionId(static_cast<std::uint32_t>(last_))});
      ++unreadable;
    }
  }
  return nullptr;
}

/// Goes on before the next number that a version has, if that can be read.
void StoredVersions::pass_gap() {
  try {
    const bool more = following_.with(last_).for_first(
        [&](const sqlite::Statement& row) { last_ = std::max(last_, row.integer(0) - 1); });
    if (!more) end_ = last_;
  } catch (const Error& error) {
    if (error.code() != ErrorCode::bad_data) throw;
  }
}

}  // namespace hemero
