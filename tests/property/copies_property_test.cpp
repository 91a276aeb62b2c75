#include <algorithm>
#include <random>
#include <string>
#include <vector>

#include "tests/unit/store/text_variants.h"

// The clusters of an archive depend on its articles only: neither on their order, nor on how they came in runs and
// batches, nor on what stood there before.

namespace hemero {
namespace {

using Random = std::mt19937;

Article random_article(Random& random, const std::string& key) {
  const std::string date = "2020-01-1" + std::to_string(random() % 4);
  return variant(key, random() % 8 == 0 ? "" : date, static_cast<int>(random() % 4), static_cast<int>(random() % 40));
}

std::string name(std::size_t number) { return "k" + std::to_string(number); }

std::uint32_t id_of(const ArchiveFolder& folder, const std::string& key) {
  sqlite::Connection connection = open_catalogue(folder, sqlite::Access::read);
  sqlite::Statement id = connection.prepare("SELECT id FROM article WHERE key = ?1");
  REQUIRE(id.with(key).step());
  return static_cast<std::uint32_t>(id.integer(0));
}

TEST_CASE("clusters do not depend on order, batches and runs") {
  Random random(GENERATE(range(1U, 13U)));
  std::vector<Article> articles;
  for (std::size_t i = 0; i < 24; ++i) articles.push_back(random_article(random, name(i)));
  const TemporaryFolder temporary;
  const ArchiveFolder at_once{temporary / "at-once"};
  add(at_once, articles);
  const std::string expected = clusters_of(at_once);
  CHECK(expected.find(' ') != std::string::npos);

  std::shuffle(articles.begin(), articles.end(), random);
  const ArchiveFolder bit_by_bit{temporary / "bit-by-bit"};
  for (std::size_t i = 0; i < articles.size();) {
    TestRun run(bit_by_bit);
    for (const std::size_t end = i + random() % 8; i < std::min(end, articles.size()); ++i) {
      if (random() % 3 == 0) run.put(random_article(random, articles[i].key));  // replaced at once
      run.put(articles[i]);
      if (random() % 4 == 0) {  // gone and back again
        run.commit();
        run.remove(id_of(bit_by_bit, articles[i].key));
        if (random() % 2 == 0) run.commit();
        run.restore(articles[i]);
      }
      if (random() % 3 == 0) run.commit();
    }
    if (random() % 4 != 0)
      run.finish();
    else
      run.commit();
  }
  add(bit_by_bit, {});
  CHECK(clusters_of(bit_by_bit) == expected);
  rebuild(bit_by_bit);
  CHECK(clusters_of(bit_by_bit) == expected);
}

TEST_CASE("clusters do not depend on former versions") {
  Random random(GENERATE(range(1U, 9U)));
  const TemporaryFolder temporary;
  const ArchiveFolder changed{temporary / "changed"};
  std::vector<Article> last(12);
  for (int run = 0; run < 4; ++run) {
    std::vector<Article> articles;
    for (std::size_t i = 0; i < last.size(); ++i)
      if (run == 0 || random() % 2 == 0) articles.push_back(last[i] = random_article(random, name(i)));
    add(changed, articles);
  }
  const ArchiveFolder fresh{temporary / "fresh"};
  add(fresh, last);
  CHECK(clusters_of(changed) == clusters_of(fresh));
}

TEST_CASE("clusters do not depend on removed articles") {
  Random random(GENERATE(range(1U, 9U)));
  const TemporaryFolder temporary;
  const ArchiveFolder changed{temporary / "changed"};
  std::vector<Article> articles;
  std::vector<Article> left;
  for (int i = 0; i < 16; ++i) articles.push_back(random_article(random, name(static_cast<std::size_t>(i))));
  add(changed, articles);
  {
    TestRun run(changed);
    for (std::uint32_t i = 0; i < articles.size(); ++i)
      random() % 3 == 0 ? static_cast<void>(run.remove(i + 1)) : left.push_back(articles[i]);
    run.finish();
  }
  const ArchiveFolder fresh{temporary / "fresh"};
  add(fresh, left);
  CHECK(clusters_of(changed) == clusters_of(fresh));
}

}  // namespace
}  // namespace hemero
