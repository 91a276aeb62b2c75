#include <set>
#include <string>

#include <fmt/format.h>

#include "common/store/catalogue/article_columns.h"
#include "common/store/catalogue/text_codec.h"
#include "common/store/catalogue/zones.h"
#include "common/store/folder/known_schema.h"
#include "common/store/folder/schema.h"
#include "tests/unit/store/small_archive.h"

// Archives of older formats: what is read as it is, and what writers make of them.

namespace hemero {
namespace {

constexpr int oldest = static_cast<int>(oldest_format);

int newest_format() { return static_cast<int>(archive_format()); }

/// What a catalogue's schema says, however it was written: columns, references and indexes of each table, and the view.
std::string shape(const ArchiveFolder& folder) {
  sqlite::Connection connection = open_catalogue(folder, sqlite::Access::read);
  sqlite::Statement rows = connection.prepare(
      "SELECT t.name, c.name, c.type, c.\"notnull\", coalesce(c.dflt_value, ''), c.pk FROM pragma_table_list t "
      "JOIN pragma_table_info(t.name) c WHERE t.name NOT LIKE 'sqlite_%' UNION ALL "
      "SELECT t.name, f.\"from\", f.\"table\", '', '', '' FROM pragma_table_list t "
      "JOIN pragma_foreign_key_list(t.name) f UNION ALL "
      "SELECT t.name, i.name, i.\"unique\", i.origin, n.name, '' FROM pragma_table_list t "
      "JOIN pragma_index_list(t.name) i JOIN pragma_index_info(i.name) n "
      "WHERE t.name NOT LIKE 'sqlite_%' ORDER BY 1, 2, 3, 4, 5, 6");
  std::string text;
  while (rows.step()) {
    for (int column = 0; column < 6; ++column) text += std::string(rows.text(column)) + "|";
    text += "\n";
  }
  return text;
}

TEST_CASE("the schema and the table of fields know the same columns") {
  const TemporaryFolder temporary;
  const ArchiveFolder folder{temporary.path()};
  sqlite::Connection connection = open_catalogue(folder, sqlite::Access::create);
  std::set<std::string> columns;
  sqlite::Statement rows = connection.prepare("SELECT name FROM pragma_table_info('version')");
  while (rows.step()) columns.emplace(rows.text(0));
  std::set<std::string> known{"id",    "article_id", "seq",           "run_id", "content_hash",
                              "zones", "text_bytes", "dictionary_id", "text"};
  for (const std::string& column : stored_columns()) CHECK(known.insert(column).second);
  CHECK(columns == known);
  for (const ArticleField& field : article_fields)
    CHECK(field.since <= number(folder, "SELECT user_version FROM pragma_user_version"));
}

/// What stood in columns in format 5: addresses, and the shapes of words.
void fill_columns_of_5(sqlite::Connection& connection) {
  Damages damages;
  ArticleReader reader(connection, damages);
  sqlite::Statement write =
      connection.prepare("UPDATE version SET url = ?2, zones = ?3, text = ?4, dictionary_id = NULL WHERE id = ?1");
  std::vector<std::uint32_t> versions;
  sqlite::Statement ids = connection.prepare("SELECT id FROM version");
  while (ids.step()) versions.push_back(ids.id<std::uint32_t>(0));
  for (const std::uint32_t id : versions) {
    const Article article = reader.version(VersionId(id))->article;
    const std::string text = TextCompressor().compress(article.text);
    write.with(id, article.url, sqlite::Blob{encode_zones(article.zones)}, sqlite::Blob{text}).run();
  }
  sqlite::Statement words = connection.prepare("SELECT id, surface, occurrences, inside FROM newer.vocabulary");
  sqlite::Statement insert = connection.prepare(
      "INSERT INTO vocabulary (id, surface, folded, term, occurrences, inside) VALUES (?1, ?2, ?3, ?4, ?5, ?6)");
  while (words.step()) {
    const WordForm form = Analyzer().analyze(words.text(1));
    insert.with(words.integer(0), words.text(1), form.folded, form.term, words.integer(2), words.integer(3)).run();
  }
}

/// The schema as programs of that format wrote it.
const std::string& schema_of(int format) { return older_schemas.at(static_cast<std::size_t>(format - oldest)); }

/// Makes an empty catalogue of an older format.
sqlite::Connection make_older(const std::filesystem::path& file, int format) {
  constexpr int application_id = 0x48454d30;
  sqlite::Connection connection(file, sqlite::Access::create);
  connection.execute(fmt::format("{}; PRAGMA foreign_keys = OFF; PRAGMA application_id = {}; PRAGMA user_version = {}",
                                 schema_of(format), application_id, format));
  return connection;
}

/// Fills a table of an older format with what the newer one has of its columns.
void take_over(sqlite::Connection& connection, const std::string& table) {
  std::string columns;
  sqlite::Statement common = connection.prepare(
      "SELECT name FROM pragma_table_info(?1, 'main') WHERE name IN (SELECT name FROM pragma_table_info(?1, 'newer'))");
  common.with(table);
  while (common.step()) columns += (columns.empty() ? "" : ", ") + std::string(common.text(0));
  connection.execute(fmt::format("DELETE FROM {0}; INSERT INTO {0} ({1}) SELECT {1} FROM newer.{0}", table, columns));
}

/// Makes an archive's catalogue one of the format before its own, or of an earlier one from 5 on.
void recast(const ArchiveFolder& folder, int format) {
  const auto file = folder.path / "older.sqlite";
  {
    sqlite::Connection connection = make_older(file, format);
    connection.prepare("ATTACH ?1 AS newer").with(folder.catalogue().string()).run();
    std::vector<std::string> tables;
    sqlite::Statement names = connection.prepare(
        "SELECT name FROM main.sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%' AND name IN "
        "(SELECT name FROM newer.sqlite_schema WHERE type = 'table')");
    while (names.step()) tables.emplace_back(names.text(0));
    for (const std::string& table : tables) take_over(connection, table);
    if (format == 5) fill_columns_of_5(connection);
  }
  for (const char* suffix : {"-wal", "-shm"}) std::filesystem::remove(folder.catalogue().string() + suffix);
  std::filesystem::rename(file, folder.catalogue());
}

/// Makes an archive what an older format was.
void downgrade(const ArchiveFolder& folder, int format) {
  take_stamps_off(folder);
  recast(folder, 5);
  if (format < 5) recast(folder, format);
}

TEST_CASE("an archive of an older format is brought up to date by the first program that writes to it") {
  const int format = GENERATE_COPY(range(oldest, newest_format()));
  const TemporaryFolder temporary;
  const ArchiveFolder folder{temporary / "archive"};
  add(folder, {make_article("k1", "un loup"), make_article("k2", "un renard")});
  add(folder, {make_article("k1", "un lynx")});
  const IndexContent before = content_of(folder);
  const std::string fresh = shape(folder);
  downgrade(folder, format);
  if (format < oldest_readable_format) {
    const Error error = error_of([&] { ArchiveReader{folder}; });
    CHECK((error.code() == ErrorCode::other_version));
    CHECK_THAT(error.hint(), contains_text("hemero-index rebuild"));
  }
  CHECK(error_of([&] {
          add(folder, {make_article("k3", "un ours"), make_article("k1", "un lynx")});
        }).message() == "no error");
  CHECK(shape(folder) == fresh);
  CHECK(number(folder, "SELECT count(*) FROM pragma_foreign_key_check") == 0);
  CHECK(number(folder, "SELECT id FROM article WHERE key = 'k3'") == 3);
  CHECK(content_of(folder).postings.size() == before.postings.size() + 1);
  CHECK((kept_totals(folder) == counted_totals(folder)));
}

using Names = std::vector<std::string>;

/// What a reader finds out about words and addresses.
Names read_words(const ArchiveFolder& folder) {
  ArchiveReader reader(folder);
  Names read;
  const auto note = [&](const std::vector<VocabularyEntry>& entries) {
    for (const VocabularyEntry& entry : entries)
      read.push_back(fmt::format("{} {} {} {} {} {} {}", entry.id, entry.surface, entry.folded, entry.term,
                                 entry.family, entry.occurrences, entry.inside));
    read.emplace_back("-");
  };
  Vocabulary& vocabulary = reader.vocabulary();
  for (const char* folded : {"loup", "loups", "ete", "lynx", "autre", ""}) note(vocabulary.by_folded(folded));
  for (const char* term : {"loup", "ete", "lynx"}) note(vocabulary.by_term(term));
  for (const char* prefix : {"l", "", "z"}) note(vocabulary.by_prefix(prefix, 5));
  vocabulary.each_folded("", [&](std::string_view folded) {
    read.emplace_back(folded);
    return true;
  });
  for (const char* address : {"https://example.org/loup", "example.org/autre"})
    for (const ArticleId id : reader.articles().of_address(address)) {
      const Article article = reader.articles().article(id)->article;
      read.push_back(article.url + " " + article.text + " " + std::to_string(article.zones.size()));
    }
  return read;
}

TEST_CASE("an archive of the format before this one is read as it is, and as it was after it is brought up to date") {
  const TemporaryFolder temporary;
  const ArchiveFolder folder{temporary / "archive"};
  Article wolf = make_article("k1", "Le loup et les loups", "Un loup.");
  append_zone(wolf, ZoneKind::paragraph, "L’été, deux loups. Été comme hiver.");
  wolf.url = "https://www.example.org/loup";
  Article other = make_article("k2", "Autre", "Un lynx n’est pas un loup.");
  other.url = "http://example.org/autre/";
  add(folder, {wolf, other, make_article("k3", "Une louve")});
  remove_articles(folder, {3});
  const Names before = read_words(folder);
  downgrade(folder, 5);
  CHECK(read_words(folder) == before);
  CHECK(number(folder, "PRAGMA user_version") == 5);
  CHECK(found(folder, "loup") == std::vector<std::uint32_t>{1, 2});
  add(folder, {});
  CHECK(number(folder, "PRAGMA user_version") == newest_format());
  CHECK(read_words(folder) == before);
  CHECK(found(folder, "loup") == std::vector<std::uint32_t>{1, 2});
  rebuild(folder);
  CHECK(read_words(folder) == before);
}

TEST_CASE("the schema of each older format becomes that of today") {
  const TemporaryFolder temporary;
  const ArchiveFolder today{temporary / "today"};
  create_folder(today);
  open_catalogue(today, sqlite::Access::create);
  const int format = GENERATE(range(oldest, newest_format()));
  const ArchiveFolder older{temporary / "older"};
  create_folder(older);
  make_older(older.catalogue(), format);
  for (int reached = format; reached < newest_format(); ++reached) {
    sqlite::Connection connection(older.catalogue(), sqlite::Access::write);
    CHECK_NOTHROW(require_known_schema(connection, reached, "it"));  // what an upgrade left is known as well
    connection.execute("PRAGMA foreign_keys = OFF");
    connection.execute(schema_upgrades.at(static_cast<std::size_t>(reached - oldest)));
    connection.execute(fmt::format("PRAGMA user_version = {}", reached + 1));
  }
  open_catalogue(older, sqlite::Access::write);
  CHECK(shape(older) == shape(today));
}

}  // namespace
}  // namespace hemero
