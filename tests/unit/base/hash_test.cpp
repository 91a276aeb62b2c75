#include "common/base/hash.h"

#include <string>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "tests/support/catch.h"

namespace hemero {
namespace {

std::string hex(const Hash128& hash) { return fmt::format("{:02x}", fmt::join(hash, "")); }

TEST_CASE("hashes are the canonical XXH3-128 digests, which archives store") {
  // What xxh128sum prints for these bytes.
  CHECK(hex(hash128("")) == "99aa06d3014798d86001c324468d497f");
  CHECK(hex(hash128("Kaboul")) == "dc95658aa30469ca1053f29863926e3a");
  CHECK(hex(hash128(std::string(1000, 'x'))) == "50a1af5a5f2dcf01c0a4877b962cba82");
}

TEST_CASE("a changed byte changes the hash") {
  CHECK(hash128("Kaboul") != hash128("kaboul"));
  CHECK(hash128(std::string_view("a\0", 2)) != hash128("a"));
}

}  // namespace
}  // namespace hemero
