#include "common/store/copies/shingles.h"

#include <algorithm>
#include <iterator>
#include <random>
#include <set>
#include <string>
#include <vector>

#include "common/store/streams/varint.h"
#include "common/text/article_analysis.h"
#include "tests/support/catch.h"

namespace hemero {
namespace {

/// A stream of these codes.
std::string stream(const std::vector<std::uint32_t>& codes) {
  std::string bytes;
  for (const std::uint32_t code : codes) append_varint(bytes, code);
  return bytes;
}

/// The shingles of a body of the words 10·from to 10·to - 1.
Shingles body(std::uint32_t from, std::uint32_t to) {
  std::vector<std::uint32_t> codes{body_code, paragraph_code};
  for (std::uint32_t word = 10 * from; word < 10 * to; ++word) codes.push_back(first_surface + word);
  return Shingles(compared_words(stream(codes)));
}

TEST_CASE("shingles are the sequences of five words of lead and body") {
  const struct {
    std::vector<std::uint32_t> codes;
    std::vector<std::uint32_t> same_as;
    std::size_t count;
    const char* reason;
  } rows[] = {
      {{3, 1, 10, 11, 12, 13, 14}, {3, 1, 10, 11, 12, 13, 14}, 1, "five words"},
      {{3, 1, 10, 11, 12, 0, 13, 14, 15}, {3, 1, 10, 11, 12, 13, 14, 15}, 2, "a sentence's end makes no difference"},
      {{1, 90, 91, 3, 1, 10, 11, 12}, {3, 1, 10, 11, 12}, 1, "the title is left out; a short text is one shingle"},
      {{2, 1, 10, 11, 3, 1, 12, 13, 14}, {3, 1, 10, 11, 12, 13, 14}, 1, "lead and body are one text"},
      {{3, 1, 7, 80, 10, 11, 12}, {3, 1, 10, 11, 12}, 1, "elided words are left out"},
      {{3, 1, 4, 80, 10, 11, 12}, {3, 1, 10, 11, 12}, 1, "a compound is its two parts"},
      {{3, 1, 5, 80, 10, 11, 12}, {3, 1, 10, 11, 12}, 1, "three parts"},
      {{3, 1, 6, 4, 80, 10, 11, 12, 13}, {3, 1, 10, 11, 12, 13}, 1, "four parts"},
      {{3, 1, 10, 10, 10, 10, 10, 10, 10, 10}, {3, 1, 10, 10, 10, 10, 10}, 1, "each once"},
      {{1, 90, 91}, {}, 0, "a title only"},
      {{}, {}, 0, "nothing"},
  };
  for (const auto& row : rows) {
    INFO(row.reason);
    const Shingles found(compared_words(stream(row.codes)));
    CHECK(found.size() == row.count);
    CHECK(found.shared_with(Shingles(compared_words(stream(row.same_as)))) == row.count);
  }
}

TEST_CASE("copies are much alike, or one holds nearly all of the other") {
  const struct {
    Shingles a;
    Shingles b;
    bool copies;
    const char* reason;
  } rows[] = {
      {body(0, 40), body(0, 40), true, "the same"},
      {body(0, 40), body(4, 40), true, "the first tenth was cut"},
      {body(0, 40), body(0, 20), true, "the second half was cut"},
      {body(0, 40), body(0, 8), false, "a fifth of it is another text"},
      {body(0, 40), body(5, 45), true, "an eighth is new"},
      {body(0, 40), body(10, 50), false, "a quarter is new"},
      {body(0, 40), body(50, 90), false, "nothing in common"},
      {body(0, 3), body(0, 3), true, "a few lines, the same"},
      {Shingles({1, 2, 3, 4, 5, 6, 7, 8, 9, 10}), Shingles({1, 2, 3, 4, 5, 6, 7, 8, 9, 11}), false,
       "a few lines with another end"},
      {body(0, 40), {}, false, "a text without words"},
      {{}, {}, false, "two texts without words"},
  };
  for (const auto& row : rows) {
    INFO(row.reason);
    CHECK((copy_likeness(row.a, row.b) > 0) == row.copies);
    CHECK(copy_likeness(row.a, row.b) == copy_likeness(row.b, row.a));
  }
  CHECK(copy_likeness(body(0, 40), body(0, 40)) == 1);
}

/// A text of so many words, of which some were changed at random.
std::vector<std::uint32_t> changed(std::mt19937& random, std::size_t size, std::size_t changes) {
  std::vector<std::uint32_t> words;
  for (std::uint32_t i = 0; i < size; ++i) words.push_back(i % 90);  // sequences stand twice
  for (std::size_t i = 0; i < changes; ++i) words[random() % size] = static_cast<std::uint32_t>(random() % 1000);
  return words;
}

/// The sequences themselves.
std::set<std::vector<std::uint32_t>> sequences(const std::vector<std::uint32_t>& words) {
  std::set<std::vector<std::uint32_t>> found;
  for (auto first = words.begin(); words.end() - first >= 5; ++first) found.emplace(first, first + 5);
  return found;
}

TEST_CASE("as many shingles are shared as sequences of words") {
  std::mt19937 random(3);
  for (int round = 0; round < 500; ++round) {
    const auto a = changed(random, 5 + random() % 300, random() % 40);
    const auto b = changed(random, 5 + random() % 300, random() % 40);
    const auto in_a = sequences(a);
    const auto in_b = sequences(b);
    std::vector<std::vector<std::uint32_t>> both;
    std::set_intersection(in_a.begin(), in_a.end(), in_b.begin(), in_b.end(), std::back_inserter(both));
    CHECK(Shingles(a).size() == in_a.size());
    CHECK(Shingles(a).shared_with(Shingles(b)) == both.size());
    const std::size_t least = random() % 300;
    CHECK(Shingles(a).shared_with(Shingles(b), least) == (both.size() >= least ? both.size() : 0));
  }
}

TEST_CASE("sketches pass over no copies, and over most others") {
  std::mt19937 random(2);
  std::size_t copies = 0;
  std::size_t passed_over = 0;
  for (int round = 0; round < 3000; ++round) {
    const auto a = changed(random, 10 + random() % 300, random() % 20);
    const auto b = changed(random, 10 + random() % 300, random() % 20);
    const bool may_be = may_be_copies(sketch(a), sketch(b));
    const bool are = copy_likeness(Shingles(a), Shingles(b)) > 0;
    CHECK((may_be || !are));
    copies += are;
    passed_over += !may_be;
  }
  CHECK(copies > 300);
  CHECK(passed_over > 300);
}

}  // namespace
}  // namespace hemero
