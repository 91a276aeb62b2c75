#include <random>
#include <string>

#include "common/store/archive_reader.h"
#include "common/store/checking/archive_check.h"
#include "tests/support/damaged_archive.h"
#include "tests/unit/store/temporary_folder.h"

// Whatever an archive holds that somebody else made, readers and writers end with an answer, or an error of ours
// (tests/fuzz/fuzz_archive.cpp looks longer).

namespace hemero {
namespace {

TEST_CASE("an archive that is damaged anywhere is answered, or refused") {
  const TemporaryFolder folder;
  const DamagedArchive archive(folder.path());
  for (unsigned seed = 1; seed <= 150; ++seed) {
    CAPTURE(seed);
    std::mt19937 random(seed);
    std::string bytes;
    for (std::size_t left = 8 + random() % 40; left > 0; --left) bytes += static_cast<char>(random());
    const ArchiveFolder damaged = archive.make(bytes);
    CHECK_NOTHROW(ask_everything(damaged));
    if (seed % 4 == 0) CHECK_NOTHROW(write_to(damaged));
  }
}

TEST_CASE("the archive that is damaged for that was sound") {
  const TemporaryFolder folder;
  const ArchiveFolder sound = DamagedArchive(folder.path()).make({});
  for (const Finding& finding : check_archive(sound, {.full = true}).list)
    FAIL_CHECK(finding.file + ": " + finding.what);
  const ArchiveStatus status = ArchiveReader(sound).status();
  CHECK(status.articles == 7);
  CHECK(status.removed == 2);
}

}  // namespace
}  // namespace hemero
