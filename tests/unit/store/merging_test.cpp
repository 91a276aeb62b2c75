#include "common/store/index/merging.h"

#include <algorithm>
#include <numeric>

#include "tests/support/catch.h"

namespace hemero {
namespace {

TEST_CASE("small neighbours join what is new") {
  struct Row {
    std::vector<std::uint64_t> sizes;
    std::uint64_t added;
    std::size_t merged;
    const char* reason;
  };
  const Row rows[] = {
      {{}, 10, 0, "nothing is there"},
      {{34'373}, 10, 0, "a large part stays when a few come"},
      {{34'373, 10}, 10, 1, "small and small are one"},
      {{34'373, 995}, 10, 1, "which may make them a middle one"},
      {{34'373, 5'000, 995}, 10, 2, "that joins the middle one"},
      {{34'373, 5'000, 990}, 10, 1, "as long as it is small it does not"},
      {{200'000, 29'500, 995}, 10, 2, "two middle ones may become a large one"},
      {{900'000, 100'000}, 12'000, 0, "middle and large: no"},
      {{900'000, 100'000}, 40'000, 1, "large and large when one has not more than four times the other"},
      {{900'000, 200'000}, 40'000, 0, "else not"},
      {{600'000, 100'000}, 60'000, 2, "what has joined counts"},
      {{1'000'001, 10}, 40'000, 1, "a closed part stays closed"},
      {{1'000'001}, 1'000'000, 0, "whatever comes"},
      {{0, 0}, 1, 2, "parts without a current version"},
  };
  for (const Row& row : rows) {
    INFO(row.reason);
    CHECK(parts_to_merge(row.sizes, row.added) == row.merged);
  }
}

TEST_CASE("an index has few parts, and each version is written a few times only") {
  for (const std::uint64_t added : {1U, 10U, 700U, 12'000U, 40'000U}) {
    INFO(added);
    constexpr std::uint64_t wanted = 3'000'000;
    std::vector<std::uint64_t> sizes;
    std::uint64_t written = 0;
    std::uint64_t versions = 0;
    for (; versions < std::min<std::uint64_t>(wanted, added * 20'000); versions += added) {
      const auto kept = static_cast<std::ptrdiff_t>(sizes.size() - parts_to_merge(sizes, added));
      const std::uint64_t merged = std::accumulate(sizes.begin() + kept, sizes.end(), added);
      sizes.erase(sizes.begin() + kept, sizes.end());
      sizes.push_back(merged);
      written += merged;
      CHECK(sizes.size() <= 8);
    }
    CHECK(written <= versions * (60 + 500 / added));
  }
}

TEST_CASE("a part is worn when more than a tenth of it is dead") {
  CHECK_FALSE(is_worn(100, 0));
  CHECK_FALSE(is_worn(100, 10));
  CHECK(is_worn(100, 11));
  CHECK(is_worn(1, 1));
}

}  // namespace
}  // namespace hemero
