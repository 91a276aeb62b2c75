#include "common/store/index/index_folder.h"

#include <algorithm>
#include <set>
#include <string>
#include <vector>

#include <fmt/format.h>

#include "tests/unit/store/temporary_folder.h"

namespace hemero {
namespace {

std::vector<std::string> names_in(const std::filesystem::path& folder) {
  std::set<std::string> names;
  for (const auto& entry : std::filesystem::directory_iterator(folder)) names.insert(entry.path().filename());
  return {names.begin(), names.end()};
}

PartList list_of(std::vector<Part> parts, std::string copies = {}) {
  return {
      .archive = "uuid", .analyzer = "analyzer", .batch = 3, .copies = std::move(copies), .parts = std::move(parts)};
}

/// A part of one version.
Part part(std::uint32_t number, std::string dead = {}) {
  const std::string folder = fmt::format("part-{:06}", number);
  return {.folder = folder,
          .streams = folder + "/streams",
          .first = VersionId(number),
          .last = VersionId(number),
          .versions = 1,
          .dead = std::move(dead)};
}

TEST_CASE("a list is published whole, and is what is read then") {
  const TemporaryFolder folder;
  const IndexFolder index(folder.path());
  CHECK_FALSE(index.list());
  CHECK_FALSE(index.has_index());
  const std::string before = index.state();
  index.publish(list_of({part(1)}));
  CHECK((index.list() == list_of({part(1)})));
  CHECK(index.has_index());
  CHECK(index.state() != before);
  index.publish(list_of({part(2)}));
  CHECK((index.list() == list_of({part(2)})));
  CHECK(names_in(folder.path()) == std::vector<std::string>{"parts.tsv"});
}

TEST_CASE("a damaged list is refused with a hint") {
  const TemporaryFolder folder;
  folder.write("parts.tsv", "hemero-parts\t1\n");
  const Error error = error_of([&] { IndexFolder(folder.path()).list(); });
  CHECK((error.code() == ErrorCode::bad_data));
  CHECK_THAT(error.message(), contains_text("parts.tsv"));
  CHECK_THAT(error.hint(), contains_text("rebuild"));
}

TEST_CASE("a list that names other files than writers make is refused") {
  struct Row {
    const char* why;
    PartList list;
  };
  Part elsewhere = part(1);
  elsewhere.folder = "../part-000001";
  Part of_another = part(1);
  of_another.streams = "part-000002/streams";
  Part absolute = part(1);
  absolute.streams = "/etc/passwd";
  const Row rows[] = {
      {"a folder outside", list_of({elsewhere})},
      {"the streams of another part", list_of({of_another})},
      {"streams anywhere", list_of({absolute})},
      {"dead versions outside", list_of({part(1, "../dead-000001")})},
      {"copies outside", list_of({part(1)}, "/copies-000001")},
      {"a part for copies", list_of({part(1)}, "part-000001")},
  };
  for (const Row& row : rows) {
    INFO(row.why);
    const TemporaryFolder folder;
    const IndexFolder index(folder.path());
    index.publish(row.list);
    CHECK((error_of([&] { index.list(); }).code() == ErrorCode::bad_data));
  }
}

TEST_CASE("an older index that is called otherwise than they were is none") {
  const TemporaryFolder folder;
  for (const char* name : {"../gen-000002", "gen-000002/../x", "/gen-000002", ""}) {
    folder.write("CURRENT", std::string(name) + "\n");
    CHECK_FALSE(IndexFolder(folder.path()).old_generation());
  }
}

TEST_CASE("the index of an older program is seen as long as no list replaces it") {
  const TemporaryFolder folder;
  const IndexFolder index(folder.path());
  CHECK_FALSE(index.old_generation());
  folder.write("CURRENT", "gen-000002\n");
  CHECK(index.old_generation() == "gen-000002");
  CHECK(index.has_index());
  index.publish(list_of({}));
  CHECK_FALSE(index.old_generation());
}

TEST_CASE("a new name is higher than all that are there") {
  const TemporaryFolder folder;
  const IndexFolder index(folder.path());
  CHECK(index.next_name(index_name::part) == "part-000001");
  for (const char* name : {"part-000001/x", "part-000004/x", "part-x/y", "part-7/y", "dead-000002"})
    folder.write(name, "x");
  CHECK(index.next_name(index_name::part) == "part-000005");
  CHECK(index.next_name(index_name::dead) == "dead-000003");
  CHECK(index.next_name(index_name::copies) == "copies-000001");
  folder.write("part-1000000/x", "x");
  CHECK(index.next_name(index_name::part) == "part-1000001");
}

TEST_CASE("a list that is damaged is none, one that cannot be read may be a good one") {
  const TemporaryFolder folder;
  const IndexFolder index(folder.path());
  CHECK_FALSE(index.readable_list());
  folder.write("parts.tsv", "noise");
  CHECK_FALSE(index.readable_list());
  std::filesystem::remove(folder / "parts.tsv");
  std::filesystem::create_symlink("parts.tsv", folder / "parts.tsv");  // which leads nowhere but to itself
  CHECK((error_of([&] { index.readable_list(); }).code() == ErrorCode::io));
}

TEST_CASE("where the names in use cannot be read none is given: it would be that of a part") {
  const TemporaryFolder folder;
  folder.write("index/part-000001/x", "x");
  const IndexFolder index(folder / "index");
  permissions(index.path(), std::filesystem::perms::none);
  const auto refused = [&] { return error_of([&] { index.next_name(index_name::part); }).code() != ErrorCode::bug; };
  CHECK(holds_for_nobody(refused));
  permissions(index.path(), std::filesystem::perms::owner_all);
}

TEST_CASE("what crashed runs and older programs left is removed, what is in use stays") {
  const TemporaryFolder folder;
  const IndexFolder index(folder.path());
  for (const char* name :
       {"part-000001/x", "part-000002/x", "part-000003/x", "part-000003.groups/x", "part-000003.spill-aB3dEf",
        "gen-000001/x", "building/x", "dead-000001", "dead-000002", "copies-000001", "copies-000002", "streams-000001",
        "streams-000001.offsets", "CURRENT", "CURRENT.new", "parts.tsv.new"})
    folder.write(name, "x");
  const PartList list = list_of({part(2, "dead-000002")}, "copies-000002");
  index.publish(list);
  CHECK(index.leftovers(list) == 12);
  index.remove_all_but(list);
  CHECK(index.leftovers(list) == 0);
  CHECK(names_in(folder.path()) ==
        std::vector<std::string>{"copies-000002", "dead-000002", "part-000002", "parts.tsv"});
}

TEST_CASE("what bears no name of ours is never removed") {
  const TemporaryFolder folder;
  const std::vector<std::string> others{"CURRENT.old",       "Gen-000001",     "building.txt",     "copies.txt",
                                        "dead-12345",        "gen-000001.bak", "index.html",       "part-00001",
                                        "part-000001.odt",   "part-final",     "parts.tsv.bak",    "partsXtsv",
                                        "part-000001.spill", "streams-0",      "streams-000001.c", "thèse.odt"};
  for (const std::string& name : others) folder.write(name, "precious");
  IndexFolder(folder.path()).remove_all_but(list_of({}));
  std::vector<std::string> left = others;
  std::sort(left.begin(), left.end());
  CHECK(names_in(folder.path()) == left);
}

TEST_CASE("a folder that others fill is no index") {
  const TemporaryFolder folder;
  const auto refusal = [&](bool has_catalogue) {
    try {
      IndexFolder(folder / "index").require_ours(has_catalogue);
    } catch (const Error& error) {
      CHECK(error.code() == ErrorCode::cannot_create);
      CHECK_FALSE(error.hint().empty());
      return error.message();
    }
    return std::string();
  };
  CHECK(refusal(false).empty());
  for (const char* name : {"parts.tsv", "part-000001/file", "dead-000001", "copies-000001", "CURRENT",
                           "gen-000001/file", "streams-000001", "streams-000001.offsets", "building/file"})
    folder.write(std::string("index/") + name, "x");
  CHECK(refusal(false).empty());
  folder.write("index/these.odt", "precious");
  CHECK_THAT(refusal(false), contains_text("these.odt"));
  CHECK(refusal(true).empty());
  std::filesystem::create_symlink("/nowhere", folder / "index/part-000002");
  CHECK_THAT(refusal(true), contains_text("part-000002"));
  std::filesystem::rename(folder / "index", folder / "elsewhere");
  std::filesystem::create_symlink(folder / "elsewhere", folder / "index");
  CHECK_THAT(refusal(true), contains_text("symbolic link"));
  CHECK_THAT(refusal(false), contains_text("symbolic link"));
}

}  // namespace
}  // namespace hemero
