#include "common/store/related/word_vectors.h"

#include <cmath>
#include <random>

#include "tests/support/catch.h"

namespace hemero {
namespace {

/// Three words in two dimensions: along the first, between both, and none.
WordVectors three_words() {
  return {{"uuid", "french", 7, 11},
          42,
          {{"greve", "grève", 9}, {"preavis", "Préavis", 6}, {"zzz", "zzz", 5}},
          {2, 0, 1, 1, 0, 0}};
}

TEST_CASE("words are near as their directions are") {
  const WordVectors vectors = three_words();
  REQUIRE(vectors.dimensions() == 2);
  CHECK(vectors.find("preavis") == 1U);
  CHECK_FALSE(vectors.find("pre"));
  CHECK_FALSE(vectors.find("zzzz"));
  const std::vector<float> near = vectors.similarities(vectors.direction(0));
  CHECK(near[0] == Approx(1).margin(0.001));
  CHECK(near[1] == Approx(std::sqrt(0.5)).margin(0.01));
  CHECK(near[2] == 0);
}

TEST_CASE("vectors are read as they were written") {
  const WordVectors vectors = three_words();
  const auto read = WordVectors::decode(vectors.encode());
  REQUIRE(read);
  CHECK(read->state() == vectors.state());
  CHECK(read->texts() == 42);
  CHECK(read->words()[1].label == "Préavis");
  CHECK(read->words()[1].texts == 6);
  CHECK(read->direction(1) == vectors.direction(1));
  CHECK(read->encode() == vectors.encode());
  CHECK(WordVectors::decode(WordVectors({}, 0, {}, {}).encode()));
}

TEST_CASE("what is no file of vectors, or a damaged one, is refused") {
  const std::string sound = three_words().encode();
  for (std::size_t size = 0; size < sound.size(); ++size) CHECK_FALSE(WordVectors::decode(sound.substr(0, size)));
  std::mt19937 random(3);
  for (int round = 0; round < 2000; ++round) {
    std::string damaged = sound;
    damaged[random() % damaged.size()] ^= static_cast<char>(1U << random() % 8);
    CHECK_FALSE(WordVectors::decode(damaged));
  }
}

}  // namespace
}  // namespace hemero
