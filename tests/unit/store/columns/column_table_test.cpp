#include "common/store/columns/column_table.h"

#include <random>
#include <string>
#include <vector>

#include "common/store/streams/checksum.h"
#include "tests/support/catch.h"

namespace hemero {
namespace {

ColumnValues values(const std::string& date, const std::string& source, const std::string& authors) {
  ColumnValues values;
  values[static_cast<std::size_t>(ValueColumn::date)] = date;
  values[static_cast<std::size_t>(ValueColumn::source)] = source;
  values[static_cast<std::size_t>(ValueColumn::authors)] = authors;
  return values;
}

/// Versions 5, 6 and 9.
std::string three_versions() {
  ColumnTableWriter writer(VersionId(5));
  writer.append(VersionId(5), values("2021-08-11", "Ouest", "A\nB"));
  writer.append(VersionId(6), values("2021", "", ""));
  writer.append(VersionId(9), values("2021-08-11", "Ouest", "B"));
  return writer.encode();
}

TEST_CASE("a version has its values, one that there is none of has nothing") {
  const auto table = ColumnTable::decode(three_versions());
  REQUIRE(table);
  const struct {
    std::uint32_t version;
    ValueColumn column;
    std::string_view value;
    const char* reason;
  } rows[] = {
      {5, ValueColumn::date, "2021-08-11", "the first"},
      {5, ValueColumn::authors, "A\nB", "several on lines"},
      {6, ValueColumn::date, "2021", "as precise as it is known"},
      {6, ValueColumn::source, "", "without a source"},
      {7, ValueColumn::date, "", "a version that is not there"},
      {9, ValueColumn::source, "Ouest", "behind a gap"},
      {9, ValueColumn::section, "", "a column without values"},
      {4, ValueColumn::source, "", "before the first"},
      {10, ValueColumn::source, "", "behind the last"},
  };
  for (const auto& row : rows) {
    INFO(row.reason);
    CHECK(table->value(row.column, VersionId(row.version)) == row.value);
  }
}

TEST_CASE("versions are counted by their values") {
  const auto table = ColumnTable::decode(three_versions());
  REQUIRE(table);
  ColumnCounts counts{{"Ouest", 10}};
  const std::vector<VersionId> versions{VersionId(1), VersionId(5), VersionId(6), VersionId(9), VersionId(12)};
  table->count(ValueColumn::source, versions, counts);
  CHECK(counts == ColumnCounts{{"Ouest", 12}, {"", 1}});
}

TEST_CASE("a table has as many values as there are, in whatever width") {
  for (const std::uint32_t count : {0U, 1U, 255U, 256U, 257U, 65'535U, 65'536U, 70'000U}) {
    ColumnTableWriter writer(VersionId(1));
    for (std::uint32_t id = 1; id <= count; ++id) writer.append(VersionId(id), values("", std::to_string(id), ""));
    const auto table = ColumnTable::decode(writer.encode());
    REQUIRE(table);
    CHECK(table->versions() == count);
    std::uint32_t equal = 0;
    for (std::uint32_t id = 1; id <= count; ++id)
      equal += table->value(ValueColumn::source, VersionId(id)) == std::to_string(id);
    CHECK(equal == count);
  }
}

TEST_CASE("versions are taken over from another table") {
  const auto table = ColumnTable::decode(three_versions());
  REQUIRE(table);
  ColumnTableWriter writer(VersionId(2));
  writer.append(VersionId(6), *table);
  writer.append(VersionId(9), *table);
  const auto copied = ColumnTable::decode(writer.encode());
  REQUIRE(copied);
  CHECK(copied->first() == VersionId(2));
  CHECK(copied->value(ValueColumn::date, VersionId(5)).empty());
  CHECK(copied->value(ValueColumn::date, VersionId(6)) == "2021");
  CHECK(copied->value(ValueColumn::authors, VersionId(9)) == "B");
}

TEST_CASE("columns with another byte anywhere are refused") {
  const std::string bytes = three_versions();
  for (std::size_t at = 0; at < bytes.size(); ++at) {
    std::string changed = bytes;
    changed[at] ^= 1;
    CHECK_FALSE(ColumnTable::decode(changed));
    CHECK_FALSE(ColumnTable::decode(bytes.substr(0, at)));
  }
}

/// Bytes whose checksum fits, whatever they are: what a stranger may write.
std::string sealed(std::string bytes) {
  const std::uint32_t sum = checksum32(bytes);
  for (int i = 0; i < 4; ++i) bytes += static_cast<char>(sum >> (8 * i) & 0xFFU);
  return bytes;
}

TEST_CASE("whatever a stranger writes into columns is refused, or read within its bytes") {
  std::mt19937 random(7);
  const std::string good = three_versions().substr(0, three_versions().size() - 4);
  std::size_t read = 0;
  for (int round = 0; round < 20'000; ++round) {
    std::string bytes = good;
    for (std::size_t change = 1 + random() % 3; change > 0; --change)
      bytes[17 + random() % (bytes.size() - 17)] = static_cast<char>(random());
    if (random() % 4 == 0) bytes.resize(17 + random() % (bytes.size() - 17));
    const auto table = ColumnTable::decode(sealed(bytes));
    if (!table) continue;
    ++read;
    CHECK(table->versions() <= bytes.size());
    for (std::size_t i = 0; i < table->versions(); ++i)
      table->value(ValueColumn::authors,
                   VersionId(static_cast<std::uint32_t>(table->first()) + static_cast<std::uint32_t>(i)));
  }
  CHECK(read > 500);
}

}  // namespace
}  // namespace hemero
