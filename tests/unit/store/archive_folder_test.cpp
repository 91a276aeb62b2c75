#include "common/store/folder/archive_folder.h"

#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>

#include <algorithm>
#include <atomic>
#include <cstdlib>
#include <optional>
#include <string>
#include <thread>

#include <fmt/format.h>

#include "common/store/catalogue/catalogue_lookup.h"
#include "common/store/folder/schema.h"
#include "common/store/index/index_reader.h"
#include "tests/unit/store/small_archive.h"

// Opening archives: where they are, what is refused, and reading while a writer works.

namespace hemero {
namespace {

int newest_format() { return static_cast<int>(archive_format()); }

/// Environment variables as given, until the end of the scope.
class Environment {
 public:
  explicit Environment(std::map<std::string, std::string> variables) {
    for (const char* name : {"HEMERO_ARCHIVE", "XDG_DATA_HOME", "HOME"}) {
      const char* value = std::getenv(name);
      before_[name] = value != nullptr ? std::optional<std::string>(value) : std::nullopt;
      set(name, variables.contains(name) ? std::optional(variables[name]) : std::nullopt);
    }
  }
  ~Environment() {
    for (const auto& [name, value] : before_) set(name, value);
  }
  Environment(const Environment&) = delete;
  Environment& operator=(const Environment&) = delete;

 private:
  static void set(const std::string& name, const std::optional<std::string>& value) {
    value ? setenv(name.c_str(), value->c_str(), 1) : unsetenv(name.c_str());
  }
  std::map<std::string, std::optional<std::string>> before_;
};

TEST_CASE("the archive that is meant when none is named") {
  struct Row {
    std::map<std::string, std::string> variables;
    const char* path;
  };
  const Row rows[] = {
      {{{"HEMERO_ARCHIVE", "/a"}, {"XDG_DATA_HOME", "/x"}, {"HOME", "/h"}}, "/a"},
      {{{"XDG_DATA_HOME", "/x"}, {"HOME", "/h"}}, "/x/hemero"},
      {{{"HEMERO_ARCHIVE", ""}, {"XDG_DATA_HOME", ""}, {"HOME", "/h"}}, "/h/.local/share/hemero"},
      {{{"HOME", "/h"}}, "/h/.local/share/hemero"},
  };
  for (const Row& row : rows) {
    const Environment environment(row.variables);
    CHECK(default_archive().path == row.path);
  }
}

TEST_CASE("a new archive knows itself and comes back") {
  const TemporaryFolder temporary;
  const ArchiveFolder folder{temporary / "a" / "b"};
  create_folder(folder);
  std::string uuid;
  {
    sqlite::Connection connection = open_catalogue(folder, sqlite::Access::create);
    uuid = read_setting(connection, "uuid");
    CHECK(uuid.size() == 36);
    CHECK(read_setting(connection, "analyzer") == Analyzer::fingerprint());
    CHECK(read_setting(connection, "created").ends_with("Z"));
    write_setting(connection, "analyzer", "x");
    CHECK(read_setting(connection, "analyzer") == "x");
    CHECK((error_of([&] { read_setting(connection, "none"); }).code() == ErrorCode::bad_data));
  }
  for (const auto access : {sqlite::Access::create, sqlite::Access::write, sqlite::Access::read}) {
    sqlite::Connection connection = open_catalogue(folder, access);
    CHECK(read_setting(connection, "uuid") == uuid);
  }
  CHECK(number(folder, "PRAGMA user_version") == newest_format());
}

ErrorCode code_of_opening(const ArchiveFolder& folder, sqlite::Access access) {
  return error_of([&] { open_catalogue(folder, access); }).code();
}

TEST_CASE("what is no archive is refused for what it is") {
  using sqlite::Access;
  const TemporaryFolder temporary;
  const ArchiveFolder folder{temporary.path()};
  CHECK((code_of_opening(folder, Access::read) == ErrorCode::no_archive));
  CHECK((code_of_opening(folder, Access::write) == ErrorCode::no_archive));
  CHECK((code_of_opening({temporary / "none"}, Access::read) == ErrorCode::no_archive));
  temporary.write("archive.sqlite", "");
  CHECK((code_of_opening(folder, Access::read) == ErrorCode::no_archive));  // never finished
  CHECK((code_of_opening(folder, Access::write) == ErrorCode::no_archive));
  temporary.write("archive.sqlite", std::string(20'000, 'x'));
  for (const Access access : {Access::read, Access::write, Access::create})
    CHECK((code_of_opening(folder, access) == ErrorCode::bad_data));
}

TEST_CASE("an empty file becomes an archive: the first run was killed early") {
  const TemporaryFolder temporary;
  temporary.write("archive.sqlite", "");
  CHECK_NOTHROW(open_catalogue({temporary.path()}, sqlite::Access::create));
  CHECK_NOTHROW(open_catalogue({temporary.path()}, sqlite::Access::read));
}

TEST_CASE("a journal that is there again beside a log is undone: the power was lost while the catalogue was made") {
  const TemporaryFolder temporary;
  const ArchiveFolder folder{temporary.path()};
  { const sqlite::Connection made(folder.catalogue(), sqlite::Access::create); }
  std::string header(512, '\0');  // of a journal of no pages: the file was empty before (sqlite.org/fileformat2.html)
  header.replace(0, 8, "\xd9\xd5\x05\xf9\x20\xa1\x63\xd7");
  header[22] = 0x02;  // sectors of 512 bytes
  header[26] = 0x40;  // pages of 16,384
  temporary.write("archive.sqlite-journal", header);
  temporary.write("archive.sqlite-wal", std::string(32, 'x'));
  CHECK_NOTHROW(open_catalogue(folder, sqlite::Access::create));
  CHECK_NOTHROW(open_catalogue(folder, sqlite::Access::read));
}

TEST_CASE("the file of another program is refused and stays as it is") {
  const TemporaryFolder temporary;
  const ArchiveFolder folder{temporary.path()};
  sqlite::Connection(folder.catalogue(), sqlite::Access::create)
      .execute("PRAGMA journal_mode = DELETE; CREATE TABLE theirs (x)");
  const std::string before = read_file(folder.catalogue());
  for (const auto access : {sqlite::Access::read, sqlite::Access::write, sqlite::Access::create})
    CHECK((code_of_opening(folder, access) == ErrorCode::bad_data));
  CHECK((read_file(folder.catalogue()) == before));
}

TEST_CASE("an archive of another format is refused with both formats named") {
  const TemporaryFolder temporary;
  const ArchiveFolder folder{temporary.path()};
  open_catalogue(folder, sqlite::Access::create).execute("PRAGMA user_version = 7");
  const Error error = error_of([&] { open_catalogue(folder, sqlite::Access::create); });
  CHECK((error.code() == ErrorCode::other_version));
  CHECK_THAT(error.message(), contains_text("format 7"));
  CHECK_FALSE(error.hint().empty());
}

TEST_CASE("a folder that cannot be made says why") {
  const TemporaryFolder temporary;
  temporary.write("file", "x");
  const Error taken = error_of([&] { create_folder({temporary / "file"}); });
  CHECK((taken.code() == ErrorCode::cannot_create));
  CHECK_THAT(taken.message(), contains_text("it exists already"));
  CHECK((error_of([&] { create_folder({temporary / "file" / "below"}); }).code() == ErrorCode::cannot_create));
  permissions(temporary.path(), std::filesystem::perms::owner_all | std::filesystem::perms::others_read |
                                    std::filesystem::perms::others_exec);
  if (geteuid() == 0)
    CHECK(holds_for_nobody(
        [&] { return error_of([&] { create_folder({temporary / "new"}); }).code() == ErrorCode::permission; }));
  CHECK_NOTHROW(create_folder({temporary.path()}));  // it is there
}

TEST_CASE("an archive that may not be looked into is a matter of permission") {
  const TemporaryFolder temporary;
  const ArchiveFolder folder{temporary / "archive"};
  add(folder, make_articles(3));
  permissions(folder.path, std::filesystem::perms::none);
  CHECK(holds_for_nobody([&] { return error_of([&] { ArchiveReader{folder}; }).code() == ErrorCode::permission; }));
  permissions(folder.path, std::filesystem::perms::owner_all);
}

TEST_CASE("an archive in a folder that cannot be written is read") {
  const TemporaryFolder temporary;
  const ArchiveFolder folder{temporary / "archive"};
  add(folder, make_articles(3));
  using std::filesystem::perms;
  permissions(temporary.path(), perms::owner_all | perms::others_exec | perms::others_read);
  for (const auto& entry : std::filesystem::recursive_directory_iterator(folder.path))
    permissions(entry.path(), entry.is_directory() ? perms(0555) : perms(0444));
  permissions(folder.path, perms(0555));
  CHECK(holds_for_nobody([&] { return ArchiveReader(folder).status().articles == 3; }));
  for (const auto& entry : std::filesystem::recursive_directory_iterator(folder.path))
    permissions(entry.path(), perms::owner_all);
  permissions(folder.path, perms::owner_all);
}

TEST_CASE("the lock is held once and freed") {
  const TemporaryFolder temporary;
  const ArchiveFolder folder{temporary.path()};
  {
    CHECK_FALSE(is_written(folder));
    const ArchiveLock lock(folder);
    CHECK(is_written(folder));
    CHECK((error_of([&] { ArchiveLock{folder}; }).code() == ErrorCode::locked));
  }
  CHECK_FALSE(is_written(folder));
  CHECK_NOTHROW(ArchiveLock{folder});
  CHECK((error_of([&] { ArchiveLock({temporary / "none"}); }).code() == ErrorCode::io));
}

TEST_CASE("a lock whose file was removed still keeps others out") {
  const TemporaryFolder temporary;
  const ArchiveFolder folder{temporary.path()};
  const ArchiveLock lock(folder);
  std::filesystem::remove(folder.lock());
  CHECK(is_written(folder));
  CHECK((error_of([&] { ArchiveLock{folder}; }).code() == ErrorCode::locked));
  CHECK(is_written(folder));
}

TEST_CASE("what locks the file alone is a writer too") {
  const TemporaryFolder temporary;
  const ArchiveFolder folder{temporary.path()};
  const int theirs = open(temporary.write("lock", "").c_str(), O_RDWR);
  REQUIRE(flock(theirs, LOCK_EX) == 0);
  CHECK(is_written(folder));
  CHECK((error_of([&] { ArchiveLock{folder}; }).code() == ErrorCode::locked));
  close(theirs);
  CHECK_NOTHROW(ArchiveLock{folder});
}

TEST_CASE("the status of an archive counts what it holds") {
  const TemporaryFolder temporary;
  const ArchiveFolder folder{temporary / "archive"};
  Article dated = make_article("k1", "le loup", "Il dort.");
  dated.date = parse_iso_date("2021-08-11");
  dated.source = "Le Courrier";
  Article older = make_article("k2", "le renard");
  older.date = parse_iso_date("1999");
  add(folder, {dated, older, make_article("k3", "un ours")});
  dated.title = "Le lynx";
  add(folder, {dated});
  const ArchiveStatus status = ArchiveReader(folder).status();
  CHECK(status.articles == 3);
  CHECK(status.versions == 4);
  CHECK(status.sources == 1);
  CHECK(status.words == 8);
  CHECK(status.surfaces == 8);
  CHECK(status.text_bytes == 7 + 8 + 9 + 7);
  CHECK(status.first_date == "1999");
  CHECK(status.last_date == "2021-08-11");
  CHECK(status.runs == 2);
  CHECK(status.analyzer == Analyzer::fingerprint());
  CHECK(status.catalogue_bytes > 0);
  CHECK(status.index_bytes > 0);
  CHECK_FALSE(status.index_behind);
  CHECK(status.last_run >= status.created);
}

TEST_CASE("a lookup tells whether this content is stored under this key now") {
  const TemporaryFolder temporary;
  const ArchiveFolder folder{temporary / "archive"};
  const Article first = make_article("k1", "un loup");
  const Article second = make_article("k1", "un lynx");
  add(folder, {first});
  CatalogueLookup lookup(folder);
  CHECK(lookup.holds("k1", content_hash(first)));
  CHECK_FALSE(lookup.holds("k1", content_hash(second)));
  CHECK_FALSE(lookup.holds("k2", content_hash(first)));
  CHECK_FALSE(lookup.holds("", content_hash(first)));
  add(folder, {second});
  CHECK_FALSE(lookup.holds("k1", content_hash(first)));  // it reads what is committed now
  CHECK(lookup.holds("k1", content_hash(second)));
}

TEST_CASE("an index that was made by another analysis is refused until it is rebuilt") {
  const TemporaryFolder temporary;
  const ArchiveFolder folder{temporary / "archive"};
  add(folder, {make_article("k1", "un loup")});
  const PartList list = *IndexFolder(folder.index()).list();
  IndexWriter writer(IndexFolder(folder.index()), {.archive = list.archive, .analyzer = "german-1"}, 1 << 20);
  writer.add({VersionId(1), {{1, 1}}, {}, {}}, "codes");
  writer.publish(list.batch, {});
  for (const Error& error :
       {error_of([&] { ArchiveReader{folder}; }), error_of([&] { add(folder, {make_article("k2", "un loup")}); })}) {
    CHECK((error.code() == ErrorCode::other_version));
    CHECK_THAT(error.hint(), contains_text("rebuild"));
  }
  rebuild(folder);
  CHECK(ArchiveReader(folder).index().versions() == 1);
}

/// Whether one look at the archive is whole: everything the index finds is in the catalogue and has its stream.
bool look(const ArchiveFolder& folder) {
  ArchiveReader reader(folder);
  IndexRequest request;
  request.query = CandidateQuery::everything();
  request.limit = 100'000;
  const auto hits = reader.index().search(request).hits;
  return hits.size() == reader.index().versions() && std::all_of(hits.begin(), hits.end(), [&](const IndexHit& hit) {
           return reader.articles().version(hit.version) && !reader.streams().codes(hit.version).value().empty();
         });
}

TEST_CASE("readers look at whole states while a writer publishes, in place, anew and by rebuilding") {
  const TemporaryFolder temporary;
  const ArchiveFolder folder{temporary / "archive"};
  add(folder, make_articles(30));
  std::atomic<bool> done = false;
  std::atomic<int> torn = 0;
  std::string failure;
  std::thread reader([&] {
    const Error error = error_of([&] {
      while (!done) torn += !look(folder);
    });
    if (error.message() != "no error") failure = error.message();
  });
  for (std::size_t run = 1; run <= 12; ++run) {
    add(folder, make_articles(run % 4 == 0 ? 1100 : 3, 30 + run * 1200));
    if (run % 3 == 0) rebuild(folder);
  }
  done = true;
  reader.join();
  CHECK(torn == 0);
  CHECK(failure == "");
}

}  // namespace
}  // namespace hemero
