#include "common/store/user/saved_searches.h"

#include <sys/stat.h>

#include <random>

#include "tests/support/catch.h"
#include "tests/unit/store/temporary_folder.h"

namespace hemero {
namespace {

const ToldState first{"2026-12-01T08:00Z", 3, "{}"};

TEST_CASE("where a reader's data is") {
  const TemporaryFolder temporary;
  const ArchiveFolder archive{"/archive"};
  const struct {
    std::filesystem::path named;
    std::filesystem::path file;
    const char* reason;
  } rows[] = {
      {"", "/archive/user.sqlite", "beside the catalogue"},
      {temporary.path(), temporary / "user.sqlite", "in a folder"},
      {temporary / "mine.sqlite", temporary / "mine.sqlite", "a file, whether it is there or not"},
  };
  for (const auto& row : rows) {
    INFO(row.reason);
    CHECK(user_data_file(row.named, archive) == row.file);
  }
}

TEST_CASE("what is missing is made for its user alone, or left so") {
  const TemporaryFolder temporary;
  const auto file = temporary / "user.sqlite";
  CHECK(SavedSearches(file, Missing::leave).list().empty());
  CHECK_FALSE(std::filesystem::exists(file));
  SavedSearches(file, Missing::make);
  struct stat status {};
  REQUIRE(::stat(file.c_str(), &status) == 0);
  CHECK((status.st_mode & 0777) == 0600);
}

TEST_CASE("searches are kept under their names") {
  const TemporaryFolder temporary;
  const auto file = temporary / "user.sqlite";
  {
    SavedSearches searches(file, Missing::make);
    CHECK(searches.save("b", "q=b", first));
    CHECK(searches.save("a", "q=a", first));
    CHECK_FALSE(searches.save("b", "q=c", first));
    CHECK_FALSE(searches.rename("b", "a"));
    CHECK_FALSE(searches.rename("none", "c"));
    CHECK(searches.rename("b", "B"));
    CHECK_FALSE(searches.remove("b"));
    searches.tell("a", {"2026-12-02T08:00Z", 4, "[]"});
  }
  SavedSearches searches(file, Missing::leave);
  const auto list = searches.list();
  REQUIRE(list.size() == 2);
  CHECK(list[0].name == "B");
  CHECK(list[0].request == "q=b");
  CHECK(list[1].told == "2026-12-02T08:00Z");
  CHECK(list[1].created == "2026-12-01T08:00Z");
  CHECK(list[1].articles == 4);
  CHECK(searches.report_of("a") == "[]");
  CHECK(searches.report_of("b").empty());
  CHECK(searches.remove("a"));
  CHECK_FALSE(searches.find("a"));
}

TEST_CASE("what is told counts when it is committed") {
  const TemporaryFolder temporary;
  SavedSearches searches(temporary / "user.sqlite", Missing::make);
  searches.save("a", "q=a", first);
  {
    const auto told = searches.begin();
    searches.tell("a", {"2026-12-02T08:00Z", 4, "[]"});
  }
  CHECK(searches.find("a")->articles == 3);
  auto told = searches.begin();
  searches.tell("a", {"2026-12-02T08:00Z", 4, "[]"});
  told.commit();
  CHECK(searches.find("a")->articles == 4);
}

TEST_CASE("a damaged file is told so, or read") {
  const TemporaryFolder temporary;
  const auto file = temporary / "user.sqlite";
  SavedSearches(file, Missing::make).save("a", "q=a", {"2026-12-01T08:00Z", 3, std::string(20'000, 'x')});
  const std::string sound = read_file(file);
  std::mt19937 random(17);
  std::size_t refused = 0;
  for (int round = 0; round < 400; ++round) {
    std::string damaged = sound;
    for (int flips = 0; flips < 3; ++flips)
      damaged[random() % damaged.size() / (round % 2 == 0 ? 1 : 40)] ^= static_cast<char>(1 + random() % 255);
    if (round % 7 == 0) damaged.resize(random() % damaged.size());
    const auto copy = temporary.write("damaged.sqlite", damaged);
    INFO(round);
    try {
      SavedSearches searches(copy, Missing::leave);
      for (const SavedSearch& each : searches.list()) searches.report_of(each.name);
      searches.save("b", "q=b", first);
    } catch (const Error& error) {
      CHECK((error.code() == ErrorCode::bad_data || error.code() == ErrorCode::other_version ||
             error.code() == ErrorCode::io));
      ++refused;
    }
    std::filesystem::remove(temporary / "damaged.sqlite-journal");
  }
  CHECK(refused > 50);
  CHECK(refused < 400);
}

}  // namespace
}  // namespace hemero
