#include "common/store/copies/copy_table.h"

#include "tests/support/catch.h"

namespace hemero {
namespace {

const CopyClusters clusters{{VersionId(2), VersionId(9)},
                            {VersionId(3), VersionId(3)},
                            {VersionId(9), VersionId(9)},
                            {VersionId(500), VersionId(3)},
                            {VersionId(501), VersionId(3)}};

TEST_CASE("a table tells of each version its cluster") {
  const CopyTable table(encode_clusters(clusters));
  const struct {
    std::uint32_t version;
    std::uint32_t first;
    std::uint32_t size;  ///< 0 for no cluster
  } rows[] = {{1, 1, 0}, {2, 9, 2}, {3, 3, 3}, {4, 4, 0}, {9, 9, 2}, {500, 3, 3}, {501, 3, 3}, {502, 502, 0}};
  for (const auto& row : rows) {
    INFO(row.version);
    CHECK(table.first(VersionId(row.version)) == VersionId(row.first));
    const auto* cluster = table.cluster(VersionId(row.version));
    CHECK((cluster != nullptr ? cluster->size : 0) == row.size);
  }
}

TEST_CASE("a table tells of each version those of its cluster") {
  const CopyTable table(encode_clusters(clusters));
  const auto versions = [&](std::uint32_t version) {
    std::vector<std::uint32_t> numbers;
    for (const VersionId each : table.versions(VersionId(version))) numbers.push_back(static_cast<std::uint32_t>(each));
    return numbers;
  };
  CHECK(versions(1).empty());
  CHECK(versions(2) == std::vector<std::uint32_t>{2, 9});
  CHECK(versions(501) == std::vector<std::uint32_t>{3, 500, 501});
}

TEST_CASE("an empty table, and bytes that end too early") {
  CHECK(encode_clusters({}).empty());
  CHECK(CopyTable("").cluster(VersionId(1)) == nullptr);
  const std::string bytes = encode_clusters(clusters);
  for (std::size_t size = 0; size < bytes.size(); ++size) {
    const CopyTable table(std::string_view(bytes).substr(0, size));
    CHECK(table.cluster(VersionId(400)) == nullptr);
  }
}

TEST_CASE("a file of clusters of which a bit has changed, or that was cut, is no such file") {
  const std::string bytes = encode_clusters(clusters);
  const std::string sealed = seal_clusters(bytes);
  CHECK(sealed_clusters(sealed) == bytes);
  CHECK(sealed_clusters(bytes) == bytes);  // of an older program
  for (std::size_t bit = 0; bit < 8 * sealed.size(); ++bit) {
    std::string damaged = sealed;
    damaged[bit / 8] = static_cast<char>(damaged[bit / 8] ^ (1 << bit % 8));
    INFO("bit " << bit);
    CHECK_FALSE(sealed_clusters(damaged));
  }
  CHECK_FALSE(sealed_clusters(std::string(sealed.size(), '\0')));
  for (std::size_t size = 1; size < sealed.size(); ++size) {
    INFO("cut after " << size);
    CHECK_FALSE(sealed_clusters(std::string_view(sealed).substr(0, size)));
  }
}

}  // namespace
}  // namespace hemero
