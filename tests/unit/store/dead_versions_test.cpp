#include "common/store/index/dead_versions.h"

#include <string>
#include <vector>

#include "common/store/index/index_format.h"
#include "tests/unit/store/temporary_folder.h"

namespace hemero {
namespace {

/// Version 7 before version 3, and a family that is named twice.
DeadVersions two_dead() {
  DeadVersions dead;
  dead.add({VersionId(7), {{10, 2}, {11, 1}, {10, 1}}, {"XSlemonde", "XSlemonde"}, "2021"});
  dead.add({VersionId(3), {{10, 5}}, {"Y2020"}, "2020"});
  dead.settle("2022");
  return dead;
}

void check(const DeadVersions& dead) {
  CHECK((dead.versions() == std::vector<VersionId>{VersionId(3), VersionId(7)}));
  CHECK(dead.holds(VersionId(7)));
  CHECK_FALSE(dead.holds(VersionId(4)));
  CHECK(dead.length() == 9);
  CHECK(dead.frequency(family_term(10)) == 2);
  CHECK(dead.frequency(family_term(11)) == 1);
  CHECK(dead.frequency(family_term(12)) == 0);
  CHECK(dead.frequency("XSlemonde") == 1);
  CHECK(dead.frequency("Y2020") == 1);
  CHECK(dead.last_date() == "2022");
}

TEST_CASE("dead versions are counted by their terms, each once a version") { check(two_dead()); }

TEST_CASE("dead versions come back from their file") {
  const auto read = DeadVersions::decode(two_dead().encode());
  REQUIRE(read);
  check(*read);
  CHECK(DeadVersions::decode(DeadVersions().encode())->versions().empty());
}

TEST_CASE("more can be added to what was read") {
  DeadVersions dead = *DeadVersions::decode(two_dead().encode());
  for (std::uint32_t id = 100; id < 100 + 60'000; ++id) dead.add({VersionId(id), {{10, 1}, {id, 1}}, {}, ""});
  dead.settle("");
  CHECK(dead.versions().size() == 60'002);
  CHECK(dead.frequency(family_term(10)) == 60'002);
  CHECK(dead.frequency(family_term(150)) == 1);
  CHECK(dead.frequency("XSlemonde") == 1);
}

TEST_CASE("a file with another byte anywhere is refused") {
  const TemporaryFolder folder;
  const std::string bytes = two_dead().encode();
  for (std::size_t at = 0; at < bytes.size(); ++at) {
    std::string changed = bytes;
    changed[at] ^= 1;
    CHECK_FALSE(DeadVersions::decode(changed));
    CHECK_FALSE(DeadVersions::decode(bytes.substr(0, at)));
  }
  folder.write("dead-000001", "x");
  const Error error = error_of([&] { DeadVersions::read(folder.path(), {.dead = "dead-000001"}); });
  CHECK((error.code() == ErrorCode::bad_data));
  CHECK_THAT(error.message(), contains_text("dead-000001"));
  CHECK_THAT(error.hint(), contains_text("rebuild"));
}

TEST_CASE("versions that a part does not have are refused") {
  const TemporaryFolder folder;
  folder.write("dead-000001", two_dead().encode());
  const std::vector<VersionId> versions = two_dead().versions();
  const Part whole{.first = versions.front(), .last = versions.back(), .versions = 2, .dead = "dead-000001"};
  CHECK_NOTHROW(DeadVersions::read(folder.path(), whole));
  Part later = whole;
  later.first = versions.back();
  Part earlier = whole;
  earlier.last = versions.front();
  Part smaller = whole;
  smaller.versions = 1;
  for (const Part& part : {later, earlier, smaller})
    CHECK((error_of([&] { DeadVersions::read(folder.path(), part); }).code() == ErrorCode::bad_data));
}

}  // namespace
}  // namespace hemero
