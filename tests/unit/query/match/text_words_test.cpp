#include "query/match/text_words.h"

#include <random>
#include <string>

#include "tests/support/catch.h"

namespace hemero {
namespace {

/// A stream of so many random tokens, as it is stored.
std::string random_stream(std::mt19937& random, std::size_t tokens) {
  std::string codes;
  TokenCoder coder(PackedCodeList{codes});
  const auto surface = [&] { return static_cast<std::uint32_t>(1U << random() % 18 | random() % 8); };
  coder.start_zone(Field::body);
  for (std::size_t i = 0; i < tokens; ++i) {
    coder.start(random() % 9 == 0 ? Break::paragraph : random() % 6 == 0 ? Break::sentence : Break::none);
    const auto parts = random() % 8 == 0 ? static_cast<std::uint32_t>(2 + random() % 9) : 0;
    if (parts > 0) coder.token({surface(), parts, false});
    for (std::uint32_t part = 0; part <= parts; ++part) coder.token({surface(), 0, random() % 7 == 0});
  }
  return codes;
}

TEST_CASE("words and compounds are counted as they are read") {
  std::mt19937 random(7);
  for (std::size_t tokens = 0; tokens < 200; ++tokens) {
    const std::string codes = random_stream(random, tokens);
    const std::vector<TextWord> words = read_words(codes);
    TokenCounts counts;
    REQUIRE(counts.add(codes) == words.size());
    for (std::size_t i = 1; i < words.size(); ++i) REQUIRE(words[i - 1].position < words[i].position);
    for (std::size_t i = 0; i < words.size(); ++i) REQUIRE(word_from(words, words[i].position) == i);
    const auto end = static_cast<std::uint32_t>(random() % (tokens + 1));
    const std::size_t behind = random() % 4;
    const std::vector<TextWord> first = read_words(codes, end, behind);
    REQUIRE(first.size() == std::min(words.size(), word_from(words, end) + behind));
    REQUIRE(std::equal(first.begin(), first.end(), words.begin(),
                       [](const TextWord& a, const TextWord& b) { return a.position == b.position; }));
  }
}

TEST_CASE("compounds have their parts, elided words are none, paragraphs and sentences are told") {
  std::string codes;
  TokenCoder coder(PackedCodeList{codes});
  coder.start(Break::paragraph);
  coder.token({10, 0, false});
  coder.token({11, 0, true});
  coder.token({12, 2, false});
  coder.token({13, 0, false});
  coder.token({14, 0, false});
  coder.start(Break::sentence);
  coder.token({15, 0, false});
  coder.start(Break::paragraph);
  coder.token({12, 2, false});
  coder.token({13, 0, false});
  coder.token({14, 0, false});
  const std::vector<TextWord> words = read_words(codes);
  const struct {
    std::uint32_t surface, position, sentence, paragraph;
  } rows[] = {{10, 1, 1, 1}, {13, 3, 1, 1}, {14, 4, 1, 1}, {15, 5, 2, 1}, {13, 7, 3, 2}, {14, 8, 3, 2}};
  REQUIRE(words.size() == std::size(rows));
  for (std::size_t i = 0; i < words.size(); ++i) {
    CHECK(words[i].surface == rows[i].surface);
    CHECK(words[i].position == rows[i].position);
    CHECK(words[i].sentence == rows[i].sentence);
    CHECK(words[i].paragraph == rows[i].paragraph);
  }
  CHECK(word_from(words, 2) == 1);
  CHECK(word_from(words, 9) == 6);
  TokenCounts counts(13);
  CHECK(counts.add(codes) == 6);
  CHECK(counts.compounds(12) == 2);
  CHECK(counts.compounds(13) == 0);
  CHECK(counts.compounds(9999) == 0);
  CHECK(TokenCounts(12).compounds(12) == 0);
}

}  // namespace
}  // namespace hemero
