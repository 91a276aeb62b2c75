#include "common/model/key_hash.h"

#include "common/base/hash.h"
#include "tests/support/catch.h"

namespace hemero {
namespace {

TEST_CASE("the hash of a key stays what it is when the key is purged") {
  for (const char* key : {"", "apo-20191205-0342", "https://www.exemple.fr/é", "purged:", "purged:0123"}) {
    INFO(key);
    CHECK(key_hash(key) == hash64(key));
    CHECK(key_hash(purged_key(key)) == hash64(key));
    CHECK(key_hash_text(purged_key(key)) == key_hash_text(key));
  }
}

TEST_CASE("permanent links are what they were: 16 figures, the first of XXH3-128") {
  CHECK(key_hash_text("apo-20191205-0342") == hash_text(hash128("apo-20191205-0342")).substr(0, 16));
  CHECK(key_hash_text("") == "99aa06d3014798d8");  // xxh128sum of nothing
  CHECK(key_hash("purged:0123456789abcdef0123456789abcdeg") == 0x0123456789abcdef);
  CHECK(key_hash("purged:0123456789abcdeg0123456789abcdef") == hash64("purged:0123456789abcdeg0123456789abcdef"));
}

}  // namespace
}  // namespace hemero
