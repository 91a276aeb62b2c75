#include "common/store/index/part_list.h"

#include <cstdint>
#include <string>
#include <utility>

#include "tests/support/catch.h"

namespace hemero {
namespace {

const PartList two_parts{
    .archive = "uuid",
    .analyzer = "french-3 snowball-2a unicode-15.0",
    .batch = 12,
    .stamp = 0xabc,
    .copies = "copies-000004",
    .parts = {{"part-000001",
               "part-000001/streams",
               VersionId(1),
               VersionId(30000),
               29990,
               {20'000'000'000, 30000},
               "dead-000002"},
              {"part-000009", "part-000009/streams", VersionId(30001), VersionId(30010), 10, {6000, 10}, ""}}};

TEST_CASE("a list of parts is a table that people can read, and comes back from it") {
  CHECK(
      encode_parts(two_parts).starts_with("hemero-parts\t1\n"
                                          "archive\tuuid\n"
                                          "analyzer\tfrench-3 snowball-2a unicode-15.0\n"
                                          "batch\t12\n"
                                          "stamp\t0000000000000abc\n"
                                          "copies\tcopies-000004\n"
                                          "part\tpart-000001\tpart-000001/streams\t1\t30000\t29990\t20000000000\t"
                                          "30000\tdead-000002\n"
                                          "part\tpart-000009\tpart-000009/streams\t30001\t30010\t10\t6000\t10\t\n"
                                          "hash\t"));
  for (const PartList& list : {two_parts, PartList{}, PartList{.archive = "uuid"}})
    CHECK((decode_parts(encode_parts(list)) == list));
}

TEST_CASE("a list that is cut short, or has another byte anywhere, is none") {
  const std::string text = encode_parts(two_parts);
  for (std::size_t size = 0; size < text.size(); ++size) {
    INFO(size);
    CHECK_FALSE(decode_parts(text.substr(0, size)));
    std::string changed = text;
    changed[size] ^= 1;
    CHECK_FALSE(decode_parts(changed));
  }
  CHECK_FALSE(decode_parts(text + "part\n"));
}

TEST_CASE("a list whose numbers no parts can have is none") {
  struct Row {
    const char* why;
    void (*change)(PartList&);
  };
  const Row rows[] = {
      {"version 0", [](PartList& list) { list.parts[0].first = VersionId(0); }},
      {"the end before the beginning", [](PartList& list) { list.parts[0].last = VersionId(0); }},
      {"parts that overlap", [](PartList& list) { list.parts[1].first = VersionId(30000); }},
      {"parts in another order", [](PartList& list) { std::swap(list.parts[0], list.parts[1]); }},
      {"a version beyond all", [](PartList& list) { list.parts[1].last = VersionId(0xFFFF'FFFF); }},
      {"documents beyond those of Xapian", [](PartList& list) { list.parts[1].last = VersionId(0xFFF0'0000); }},
      {"more versions than numbers", [](PartList& list) { list.parts[0].versions = 30001; }},
      {"all the versions that a number counts", [](PartList& list) { list.parts[0].versions = UINT64_MAX; }},
      {"more streams than numbers", [](PartList& list) { list.parts[1].extent.versions = 11; }},
      {"streams whose size turns over", [](PartList& list) { list.parts[1].extent.versions = 1ULL << 61; }},
  };
  for (const Row& row : rows) {
    INFO(row.why);
    PartList list = two_parts;
    row.change(list);
    CHECK_FALSE(decode_parts(encode_parts(list)));
  }
}

TEST_CASE("token streams are found beside the list, and a part tells whose it is") {
  const auto files = stream_files(two_parts, "/archive/index");
  REQUIRE(files.size() == 2);
  CHECK(files[1].path == "/archive/index/part-000009/streams");
  CHECK(files[1].first == VersionId(30001));
  CHECK((files[1].extent == StreamExtent{6000, 10}));
  CHECK(part_marker(two_parts, two_parts.parts[1]) ==
        "uuid\tfrench-3 snowball-2a unicode-15.0\t30001\t30010\t10\t6000");
}

}  // namespace
}  // namespace hemero
