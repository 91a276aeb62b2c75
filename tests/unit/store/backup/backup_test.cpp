#include "common/store/backup/backup.h"

#include "common/base/error.h"
#include "common/store/backup/restore.h"
#include "common/store/folder/durable_file.h"
#include "common/store/folder/schema.h"
#include "tests/unit/store/small_archive.h"

// Backups that are stopped on their way, and those that this program cannot restore.

namespace hemero {
namespace {

/// Says yes so many times.
struct Patience {
  int times;
  bool operator()(std::uint64_t, std::uint64_t) { return times-- > 0; }
};

constexpr int for_ever = 1'000'000;

std::int64_t articles_of(const ArchiveFolder& folder) {
  return number(folder, "SELECT count(*) FROM article WHERE version_id IS NOT NULL");
}

bool is_whole_backup(const std::filesystem::path& folder) {
  return CheckedBackup(folder, Patience{for_ever}).is_checked();
}

TEST_CASE("a backup that is stopped anywhere leaves the one before, and the next one is made") {
  const TemporaryFolder temporary;
  const ArchiveFolder archive{temporary / "archive"};
  const auto backup = temporary / "backup";
  add(archive, make_articles(3));
  REQUIRE(back_up(archive, backup, Patience{for_ever}).finished);
  add(archive, make_articles(4, 3));
  int stops = 0;
  while (!back_up(archive, backup, Patience{stops}).finished) {
    INFO("stopped when asked for the " << stops << "th time");
    REQUIRE(is_whole_backup(backup));
    CHECK(CheckedBackup(backup, Patience{for_ever}).manifest().articles == 3);
    ++stops;
  }
  CHECK(stops > 10);
  REQUIRE(is_whole_backup(backup));
  CHECK(CheckedBackup(backup, Patience{for_ever}).manifest().articles == 7);
}

TEST_CASE("a restore that is stopped anywhere leaves no archive, and the next one makes it") {
  const TemporaryFolder temporary;
  const ArchiveFolder archive{temporary / "archive"};
  const ArchiveFolder back{temporary / "back"};
  const auto backup = temporary / "backup";
  add(archive, make_articles(3));
  back_up(archive, backup, Patience{for_ever});
  int reads = 0;
  while (!CheckedBackup(backup, Patience{reads}).is_checked()) ++reads;
  CHECK(reads > 5);
  const CheckedBackup checked(backup, Patience{for_ever});
  int stops = 0;
  for (; !checked.restore(back, Patience{stops}); ++stops) CHECK_FALSE(std::filesystem::exists(back.catalogue()));
  CHECK(stops > 5);
  CHECK(articles_of(back) == 3);
}

TEST_CASE("a backup of a format that this program does not know is refused") {
  const struct {
    std::int64_t format;
    const char* reason;
  } rows[] = {
      {archive_format() + 1, "a later program wrote it"},
      {oldest_format - 1, "an earlier one, which no program reads any more"},
  };
  for (const auto& row : rows) {
    INFO(row.reason);
    const TemporaryFolder temporary;
    const BackupFolder backup{temporary / "backup"};
    add({temporary / "archive"}, make_articles(1));
    back_up({temporary / "archive"}, backup.path, Patience{for_ever});
    BackupManifest manifest = *read_manifest(backup);
    manifest.format = row.format;
    write_durably(backup.manifest(), encode_manifest(manifest));
    try {
      CheckedBackup(backup.path, Patience{for_ever});
      FAIL("it was taken");
    } catch (const Error& error) {
      CHECK(error.code() == ErrorCode::other_version);
    }
  }
}

TEST_CASE("a file of a backup that is damaged while it is restored is no archive") {
  const TemporaryFolder temporary;
  const BackupFolder backup{temporary / "backup"};
  const ArchiveFolder back{temporary / "back"};
  add({temporary / "archive"}, make_articles(1));
  back_up({temporary / "archive"}, backup.path, Patience{for_ever});
  const CheckedBackup checked(backup.path, Patience{for_ever});
  for (const BackupFile& file : checked.manifest().files) write_durably(backup.file(file), "another");
  CHECK_THROWS_AS(checked.restore(back, Patience{for_ever}), Error);
  CHECK_FALSE(std::filesystem::exists(back.catalogue()));
}

}  // namespace
}  // namespace hemero
