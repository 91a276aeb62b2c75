#include "common/store/vocabulary/word_shapes.h"

#include <algorithm>
#include <map>
#include <random>

#include "tests/unit/store/small_archive.h"

namespace hemero {
namespace {

using Ids = std::vector<std::uint32_t>;
using Map = std::map<std::string, Ids>;

/// A catalogue with nothing but blocks of shapes.
class Shapes {
 public:
  Shapes() : connection_(open_catalogue({folder_.path()}, sqlite::Access::create)) {}

  ShapeBlocks blocks(WordShape shape = WordShape::folded) { return {connection_, shape}; }

  Map all(std::string_view from = "", std::string_view to = "\xFF") {
    Map map;
    blocks().each(from, to, [&](std::string_view shape, const Ids& ids) {
      CHECK(map.emplace(shape, ids).second);
      return true;
    });
    return map;
  }

  sqlite::Connection& connection() { return connection_; }

 private:
  TemporaryFolder folder_;
  sqlite::Connection connection_;
};

TEST_CASE("words are found by their shapes") {
  Shapes shapes;
  CHECK(shapes.blocks().find("loup").empty());
  shapes.blocks().add({{"loup", 3}, {"louve", 4}, {"loup", 1}, {"renard", 200'000}});
  shapes.blocks(WordShape::term).add({{"loup", 9}});
  shapes.blocks().add({{"agneau", 5}, {"loup", 2}, {"zebre", 6}});
  struct Row {
    const char* shape;
    Ids ids;
    const char* why;
  };
  const Row rows[] = {
      {"loup", {1, 2, 3}, "those of both calls, ascending"},
      {"louve", {4}, "it begins like another"},
      {"renard", {200'000}, "a high number"},
      {"agneau", {5}, "before all that were there"},
      {"zebre", {6}, "behind all that were there"},
      {"lou", {}, "only the beginning of one"},
      {"loups", {}, "longer than one"},
      {"", {}, "nothing"},
  };
  for (const Row& row : rows) {
    INFO(row.why);
    CHECK(shapes.blocks().find(row.shape) == row.ids);
  }
  CHECK(shapes.blocks(WordShape::term).find("loup") == Ids{9});
}

TEST_CASE("shapes are read in order, from one to before another") {
  Shapes shapes;
  shapes.blocks().add({{"b", 1}, {"ba", 2}, {"bb", 3}, {"c", 4}});
  CHECK(shapes.all() == Map{{"b", {1}}, {"ba", {2}}, {"bb", {3}}, {"c", {4}}});
  CHECK(shapes.all("ba", "c") == Map{{"ba", {2}}, {"bb", {3}}});
  CHECK(shapes.all("d", "e").empty());
  std::size_t seen = 0;
  shapes.blocks().each("", "z", [&](auto, const auto&) { return ++seen < 2; });
  CHECK(seen == 2);
}

/// Shapes of all sizes that share beginnings of all sizes.
std::string random_shape(std::mt19937& random) {
  static const std::string long_beginning(70, 'e');
  std::string shape = random() % 5 == 0 ? long_beginning.substr(0, random() % 70) : std::string();
  const std::size_t size = random() % 9 + 1;
  for (std::size_t i = 0; i < size; ++i) shape += static_cast<char>("aeinrst"[random() % 7]);
  return shape;
}

TEST_CASE("many words in any order, added in any portions, are all found") {
  std::mt19937 random(GENERATE(1u, 2u, 3u));
  Shapes shapes;
  ShapeBlocks blocks = shapes.blocks();
  const auto is_found = [&](const std::string& shape, const Map& words) {
    const auto word = words.find(shape);
    return blocks.find(shape) == (word == words.end() ? Ids() : word->second);
  };
  Map expected;
  std::uint32_t id = 0;
  for (const std::size_t portion : {1UL, 700UL, 5UL, 6000UL, 1UL, 50UL, 2000UL}) {
    std::vector<ShapeBlocks::Entry> entries;
    for (std::size_t i = 0; i < portion; ++i) {
      const std::string shape = random_shape(random);
      id += static_cast<std::uint32_t>(random() % 100 + 1);
      expected[shape].push_back(id);
      entries.emplace_back(shape, id);
    }
    std::shuffle(entries.begin(), entries.end(), random);
    blocks.add(std::move(entries));
    for (int i = 0; i < 300; ++i) {
      std::string shape = random_shape(random);
      for (const char* ending : {"", "s", "e", "a", "z", "ant"}) REQUIRE(is_found(shape + ending, expected));
    }
  }
  CHECK(shapes.all() == expected);
  for (const auto& [shape, ids] : expected) REQUIRE(blocks.find(shape) == ids);
  sqlite::Statement sizes =
      shapes.connection().prepare("SELECT max(length(words)), avg(length(words)) FROM word_block");
  REQUIRE(sizes.step());
  CHECK(sizes.integer(0) < 1000);  // SQLite keeps them in the page of their row
  CHECK(sizes.integer(1) > 400);
}

TEST_CASE("a block is what the format says") {
  Shapes shapes;
  shapes.blocks().add({{"louve", 9}, {"loup", 3}, {"louve", 4}});
  sqlite::Statement row = shapes.connection().prepare("SELECT first, hex(words) FROM word_block");
  REQUIRE(row.step());
  CHECK(row.text(0) == "loup");
  CHECK(row.text(1) == "406C6F757006237665090A");
}

TEST_CASE("one shape of very many words is found") {
  Shapes shapes;
  Ids ids;
  std::vector<ShapeBlocks::Entry> entries{{"a", 1}, {"z", 2}};
  for (std::uint32_t id = 10; id < 3000; ++id) {
    ids.push_back(id);
    entries.emplace_back("e", id);
  }
  shapes.blocks().add(entries);
  CHECK(shapes.blocks().find("e") == ids);
  CHECK(shapes.blocks().find("z") == Ids{2});
}

TEST_CASE("any bytes in a block are read within their bounds") {
  Shapes shapes;
  std::mt19937 random(5);
  sqlite::Statement write =
      shapes.connection().prepare("INSERT OR REPLACE INTO word_block (list, first, words) VALUES (0, 'a', ?1)");
  for (int round = 0; round < 2000; ++round) {
    std::string bytes(random() % 40, '\0');
    for (char& byte : bytes) byte = static_cast<char>(random() % 3 == 0 ? 0xFF : random() & 0xFF);
    write.with(sqlite::Blob{bytes}).run();
    std::size_t seen = 0;
    shapes.blocks().each("", "\xFF\xFF", [&](auto, const auto&) { return ++seen > 0; });
    CHECK(seen <= bytes.size());
    shapes.blocks().find("e");
  }
}

}  // namespace
}  // namespace hemero
