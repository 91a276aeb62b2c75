#include "common/store/glass/table.h"

#include <algorithm>
#include <map>
#include <random>
#include <stdexcept>
#include <string>

#include "common/store/glass/keys.h"
#include "common/store/glass/version_file.h"
#include "tests/unit/store/database_content.h"
#include "tests/unit/store/temporary_folder.h"

namespace hemero::glass {
namespace {

std::string sortable(std::uint32_t value) {
  std::string bytes;
  append_sortable(bytes, value);
  return bytes;
}

TEST_CASE("sortable numbers have these bytes, and sort as the numbers do") {
  struct Row {
    std::uint32_t value;
    std::string bytes;
  };
  const Row rows[] = {
      {0, {"\x00\x00", 2}},
      {1, {"\x00\x01", 2}},
      {0x7FFF, "\x7F\xFF"},
      {0x8000, {"\x80\x80\x00", 3}},
      {0x3FFFFF, "\xBF\xFF\xFF"},
      {0x400000, {"\xC0\x40\x00\x00", 4}},
      {0x1FFFFFFF, "\xDF\xFF\xFF\xFF"},
      {0x20000000, {"\xE0\x20\x00\x00\x00", 5}},
      {0xFFFFFFFF, "\xE0\xFF\xFF\xFF\xFF"},
  };
  std::string before;
  for (const Row& row : rows) {
    INFO(row.value);
    CHECK((sortable(row.value) == row.bytes));
    CHECK((before < row.bytes));
    before = row.bytes;
  }
}

TEST_CASE("keys of a table sort: metadata, dates, lengths, terms, and chunks behind their lists") {
  const std::string a = list_key("A");
  const std::string lengths = list_key("");
  const std::string keys[] = {metadata_key("a"),
                              metadata_key("b"),
                              value_statistics_key(),
                              values_key(1),
                              values_key(40'000),
                              lengths,
                              chunk_key(lengths, 7),
                              chunk_key(lengths, 3'000'000),
                              list_key({"\0", 1}),
                              list_key({"\0\0", 2}),
                              a,
                              chunk_key(a, 2),
                              chunk_key(a, 40'000),
                              list_key({"A\0", 2}),
                              chunk_key(list_key({"A\0", 2}), 1),
                              list_key("AA"),
                              list_key("B")};
  for (std::size_t i = 1; i < std::size(keys); ++i) {
    INFO(i);
    CHECK((keys[i - 1] < keys[i]));
  }
}

/// A table with these metadata, as a database; what Xapian reads in it.
std::map<std::string, std::string> read_back(const TemporaryFolder& folder,
                                             const std::map<std::string, std::string>& entries) {
  TableWriter table(folder / "postlist.glass");
  for (const auto& [name, value] : entries) table.add(metadata_key(name), value);
  write_version_file(folder.path(), table.finish(), {}, "");
  CHECK(faults_of_database(folder.path()).empty());
  return content_of_database(folder.path()).metadata;
}

TEST_CASE("what is written in a table is what Xapian reads") {
  struct Row {
    std::size_t entries;
    std::size_t longest_key;
    std::size_t longest_tag;
    const char* reason;
  };
  const Row rows[] = {
      {0, 1, 1, "an empty table"},
      {1, 1, 1, "one entry"},
      {200, 3, 10, "one leaf"},
      {5000, 8, 100, "one level of branches"},
      {2000, 10, 9000, "tags in several pieces"},
      {30'000, 240, 10, "long keys: two levels of branches, and more"},
      {3, 10, 3'000'000, "long tags"},
  };
  for (const Row& row : rows) {
    INFO(row.reason);
    std::mt19937 random(1);
    std::map<std::string, std::string> entries;
    while (entries.size() < row.entries) {
      std::string key(1 + random() % row.longest_key, 'k');
      for (std::size_t i = key.size() - std::min<std::size_t>(key.size(), 4); i < key.size(); ++i)
        key[i] = static_cast<char>(1 + random() % 255);
      entries[key].assign(1 + random() % row.longest_tag, static_cast<char>(random()));
    }
    const TemporaryFolder temporary;
    CHECK((read_back(temporary, entries) == entries));
  }
}

TEST_CASE("tags of all lengths about those where pieces begin") {
  std::map<std::string, std::string> entries;
  for (std::size_t size = 1; size < 9000; size += size % 2040 < 30 ? 1 : 61)
    entries["k" + std::to_string(size)].assign(size, 't');
  const TemporaryFolder temporary;
  CHECK((read_back(temporary, entries) == entries));
}

TEST_CASE("a table refuses entries out of order, and what its format cannot hold") {
  const TemporaryFolder temporary;
  TableWriter table(temporary / "postlist.glass");
  table.add("b", "");
  CHECK_THROWS_AS(table.add("a", ""), std::logic_error);
  CHECK_THROWS_AS(table.add("b", ""), std::logic_error);
  CHECK_THROWS_AS(table.add("", ""), std::logic_error);
  CHECK_THROWS_AS(table.add(std::string(256, 'c'), ""), std::logic_error);
  CHECK_THROWS_AS(table.add("c", std::string(140'000'000, 't')), std::logic_error);
}

}  // namespace
}  // namespace hemero::glass
