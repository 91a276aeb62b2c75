#include "common/store/catalogue/stored_article.h"

#include <algorithm>

#include <fmt/format.h>

#include "common/store/catalogue/address_store.h"
#include "common/store/catalogue/article_columns.h"
#include "common/store/catalogue/zones.h"
#include "common/text/addresses/address.h"

namespace hemero {

namespace {

constexpr int first_field = 7;  ///< behind the columns that are no fields

/// Before format 6 an address stood in a column, and nowhere else.
bool keeps_addresses(sqlite::Connection& connection) {
  return connection.prepare("SELECT 1 FROM sqlite_schema WHERE name = 'address_block'").for_first([](const auto&) {});
}

}  // namespace

std::string ArticleReader::selection() {
  return "article.id, version.id, key, zones, text_bytes, dictionary_id, text, " + read_columns();
}

const int ArticleReader::columns = first_field + static_cast<int>(article_fields.size());

ArticleReader::ArticleReader(sqlite::Connection& connection, const SiteLines* lines)
    : connection_(connection),
      lines_(lines),
      by_version_(connection.prepare(fmt::format("SELECT {} FROM {} WHERE version.id = ?1", selection(), joins))),
      by_article_(connection.prepare(
          fmt::format("SELECT {} FROM {} WHERE article.id = ?1 AND version.id = version_id", selection(), joins))),
      names_(connection.prepare("SELECT article.id, key, date, source.name FROM version JOIN article ON "
                                "article.id = article_id LEFT JOIN source ON source.id = source_id "
                                "WHERE version.id = ?1")) {}

std::optional<StoredArticle> ArticleReader::version(VersionId version) {
  return read_first(by_version_.with(static_cast<std::uint32_t>(version)));
}

std::optional<StoredArticle> ArticleReader::names(VersionId version) {
  std::optional<StoredArticle> stored;
  names_.with(static_cast<std::uint32_t>(version)).for_first([&](const sqlite::Statement& row) {
    stored = {ArticleId(row.integer(0)), version, {}};
    stored->article.key = row.text(1);
    if (!row.is_null(2)) stored->article.date = parse_iso_date(row.text(2));
    stored->article.source = row.text(3);
  });
  return stored;
}

std::optional<StoredArticle> ArticleReader::article(ArticleId id) {
  return read_first(by_article_.with(static_cast<std::uint32_t>(id)));
}

std::optional<ArticleId> ArticleReader::of_key(std::string_view key) {
  sqlite::Statement row = connection_.prepare("SELECT id FROM article WHERE key = ?1");
  return row.with(key).step() ? std::optional(ArticleId(row.integer(0))) : std::nullopt;
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
    if (comparable_address(rows.text(1)) == wanted) articles.push_back(ArticleId(rows.integer(0)));
  return articles;
}

std::optional<StoredArticle> ArticleReader::read_first(sqlite::Statement& statement) {
  std::optional<StoredArticle> stored;
  statement.for_first([&](const sqlite::Statement& row) { stored = read(row); });
  return stored;
}

StoredArticle ArticleReader::read(const sqlite::Statement& row) {
  StoredArticle stored{ArticleId(row.integer(0)), VersionId(row.integer(1)), {}};
  Article& article = stored.article;
  article.key = row.text(2);
  read_fields(row, first_field, article);
  const auto text_bytes = static_cast<std::uint64_t>(row.integer(4));
  article.text = decompressor(row.integer(5)).decompress(row.blob(6), text_bytes);
  if (article.text.size() > text_bytes) article.url = article.text.substr(text_bytes);
  article.text.resize(text_bytes);
  article.zones = decode_zones(row.blob(3), article.text);
  if (lines_ != nullptr) lines_->mark(article);
  return stored;
}

/// The decompressor of a dictionary; 0 (NULL in the catalogue) is none.
TextDecompressor& ArticleReader::decompressor(std::int64_t dictionary) {
  const auto known = decompressors_.find(dictionary);
  if (known != decompressors_.end()) return known->second;
  sqlite::Statement statement = connection_.prepare("SELECT bytes FROM dictionary WHERE id = ?1");
  const std::string_view bytes = statement.with(dictionary).step() ? statement.blob(0) : std::string_view{};
  return decompressors_.emplace(dictionary, TextDecompressor(bytes)).first->second;
}

}  // namespace hemero
