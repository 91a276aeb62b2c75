#include "query/report/sha256.h"

#include <string>

#include "tests/support/catch.h"

namespace hemero {

TEST_CASE("a SHA-256 is that of the standard") {
  const struct {
    std::string bytes;
    const char* hash;
    const char* reason;
  } rows[] = {
      {"", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855", "nothing"},
      {"abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad", "FIPS 180-4, one block"},
      {"abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq",
       "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1", "FIPS 180-4, two blocks"},
      {std::string(1'000'000, 'a'), "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0",
       "FIPS 180-4, many blocks"},
  };
  for (const auto& row : rows) {
    INFO(row.reason);
    Sha256 whole;
    whole.add(row.bytes);
    CHECK(whole.text() == row.hash);
    Sha256 parts;
    for (std::size_t at = 0; at < row.bytes.size(); at += 7) parts.add(std::string_view(row.bytes).substr(at, 7));
    CHECK(parts.text() == row.hash);
  }
}

}  // namespace hemero
