#include "common/store/folder/known_schema.h"

#include <string>

#include "common/store/folder/schema.h"
#include "tests/unit/store/small_archive.h"

namespace hemero {
namespace {

TEST_CASE("statements that differ in comments, blanks and marks around names are the same") {
  struct Row {
    const char* sql;
    const char* bare;
    const char* why;
  };
  const Row rows[] = {
      {"CREATE TABLE a (b, c)", "CREATE TABLE a(b,c)", "blanks beside signs"},
      {"CREATE TABLE a (\n  b  INTEGER,\n  c\n)", "CREATE TABLE a(b INTEGER,c)", "several lines"},
      {"CREATE TABLE a (b, -- (c; d'\n c)", "CREATE TABLE a(b,c)", "a comment with signs in it"},
      {"CREATE TABLE \"a\"(b)", "CREATE TABLE a(b)", "a name that was given later"},
      {"CREATE TABLE a (b DEFAULT ' x -- y ')", "CREATE TABLE a(b DEFAULT' x -- y ')", "a string stays as it is"},
      {"CREATE TABLE a (b DEFAULT 'x", "CREATE TABLE a(b DEFAULT'x", "a string without an end"},
      {"CREATE TABLE a -- b", "CREATE TABLE a", "a comment without an end"},
      {"", "", "nothing"},
  };
  for (const Row& row : rows) {
    INFO(row.why);
    CHECK(bare_statement(row.sql) == row.bare);
  }
}

/// What is said of a catalogue of ours after others wrote to it; empty when nothing is.
std::string said_after(const std::string& sql) {
  const TemporaryFolder temporary;
  const ArchiveFolder folder{temporary.path()};
  open_catalogue(folder, sqlite::Access::create).execute(sql);
  const Error error = error_of([&] { open_catalogue(folder, sqlite::Access::read); });
  if (error.code() == ErrorCode::bug) return {};
  CHECK((error.code() == ErrorCode::bad_data));
  CHECK_THAT(error.hint(), contains_text("repair"));
  return error.message();
}

TEST_CASE("a catalogue has the tables, indexes and views that we make, and no others") {
  struct Row {
    const char* sql;
    const char* named;
    const char* why;
  };
  const Row rows[] = {
      {"SELECT 1", "", "as it was made"},
      {"VACUUM", "", "written anew"},
      {"DROP TABLE batch; DROP INDEX version_by_content", "", "what older writers left out"},
      {"CREATE TABLE other (x)", "“other”", "a table too many"},
      {"CREATE VIEW other AS SELECT 1", "“other”", "a view too many"},
      {"CREATE INDEX other ON origin (path)", "“other”", "an index too many"},
      {"CREATE TRIGGER other AFTER INSERT ON run BEGIN SELECT 1; END", "“other”", "a trigger"},
      {"DROP TABLE site_line", "“site_line”", "a table too few"},
      {"DROP VIEW articles", "“articles”", "a view too few"},
      {"DROP TABLE site_line; CREATE VIEW site_line AS SELECT 1 AS site, 2 AS line", "“site_line”",
       "a view for a table"},
      {"ALTER TABLE source ADD COLUMN other TEXT", "“source”", "a column too many"},
      {"DROP TABLE site_line; CREATE TABLE site_line (site TEXT, line TEXT)", "“site_line”",
       "a table that is another one"},
  };
  for (const Row& row : rows) {
    INFO(row.why);
    const std::string said = said_after(row.sql);
    CHECK(said.empty() == (*row.named == '\0'));
    CHECK_THAT(said, contains_text(row.named));
  }
}

}  // namespace
}  // namespace hemero
