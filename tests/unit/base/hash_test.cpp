#include "common/base/hash.h"

#include <string>

#include "tests/support/catch.h"

namespace hemero {
namespace {

TEST_CASE("hashes are the canonical XXH3-128 digests, which archives store") {
  // What xxh128sum prints for these bytes.
  CHECK(hash_text(hash128("")) == "99aa06d3014798d86001c324468d497f");
  CHECK(hash_text(hash128("Kaboul")) == "dc95658aa30469ca1053f29863926e3a");
  CHECK(hash_text(hash128(std::string(1000, 'x'))) == "50a1af5a5f2dcf01c0a4877b962cba82");
}

TEST_CASE("bytes that come piece by piece have the hash of all of them") {
  const std::string bytes = std::string(1000, 'x') + std::string(70'000, 'y');
  for (const std::size_t piece : {1U, 7U, 256U, 1000U, 100'000U}) {
    Hasher128 hasher;
    for (std::size_t at = 0; at < bytes.size(); at += piece) hasher.add(std::string_view(bytes).substr(at, piece));
    CHECK(hasher.hash() == hash128(bytes));
  }
  CHECK(Hasher128().hash() == hash128(""));
  CHECK(hash_text(hash128("Kaboul")) == "dc95658aa30469ca1053f29863926e3a");
}

TEST_CASE("a changed byte changes the hash") {
  CHECK(hash128("Kaboul") != hash128("kaboul"));
  CHECK(hash128(std::string_view("a\0", 2)) != hash128("a"));
}

}  // namespace
}  // namespace hemero
