#include "common/store/copies/copies_writer.h"

#include <algorithm>
#include <map>
#include <random>
#include <set>
#include <string>
#include <vector>

#include "tests/unit/store/small_archive.h"
#include "tests/unit/store/text_variants.h"

namespace hemero {
namespace {

struct Place {
  TemporaryFolder temporary;
  ArchiveFolder folder{temporary / "archive"};
};

TEST_CASE("copies form clusters, over runs and within one; what changes leaves and joins") {
  struct Row {
    std::vector<std::vector<Article>> runs;
    std::string clusters;
    const char* reason;
  };
  const Article a = variant("a", "2020-01-02", 1, 0);
  const Article b = variant("b", "2020-01-03", 1, 0);
  const Article early = variant("c", "2020-01-01", 1, 1);
  const Article other = variant("d", "2020-01-01", 2, 0);
  const Article a_other = variant("a", "2020-01-02", 2, 0);
  const Row rows[] = {
      {{{a, other}}, "", "different texts"},
      {{{a, b}}, "a: a b", "the same text"},
      {{{a}, {b}}, "a: a b", "the same text in a later run"},
      {{{b}, {a}}, "a: a b", "the earliest publication comes first, whenever it was added"},
      {{{a, b}, {early}}, "c: a b c", "an earlier one takes the first place"},
      {{{a, b, other}, {a_other}}, "d: a d", "a new version leaves one cluster and joins another"},
      {{{a, b, early}, {a_other}}, "c: b c", "a new version leaves a cluster"},
      {{{a, b}, {variant("b", "2020-01-03", 3, 0)}}, "", "a cluster of two dissolves"},
      {{{a, b}, {variant("a", "2020-02-02", 1, 0)}}, "b: a b", "another date"},
      {{{a, b, variant("b", "2020-01-03", 3, 0)}}, "", "replaced in the run that added it"},
      {{{variant("x", "", 1, 0), b}}, "b: b x", "an article without a date comes last"},
      {{{make_article("t", "Titre"), make_article("u", "Titre")}}, "", "articles without a text are no copies"},
      {{{make_article("t", "Un", "Brève."), make_article("u", "Deux", "Brève.")}}, "t: t u", "a text of one word"},
  };
  for (const Row& row : rows) {
    INFO(row.reason);
    const Place place;
    for (const auto& run : row.runs) add(place.folder, run);
    CHECK(clusters_of(place.folder) == row.clusters);
    rebuild(place.folder);
    CHECK(clusters_of(place.folder) == row.clusters);
  }
}

TEST_CASE("a chain of small changes does not join what differs") {
  const Place place;
  std::vector<Article> articles;
  for (int change = 0; change < 8; ++change)
    articles.push_back(variant("v" + std::to_string(change), "2020-01-0" + std::to_string(change + 1), 1, 12 * change));
  add(place.folder, articles);
  CHECK(clusters_of(place.folder) == "v0: v0 v1; v2: v2 v3; v4: v4 v5; v6: v6 v7");
}

TEST_CASE("many printings of one text cost no more than their number") {
  const Place place;
  std::vector<Article> articles;
  for (int i = 0; i < 2000; ++i) articles.push_back(variant("k" + std::to_string(i), "2020", 1, 0));
  add(place.folder, articles);
  CHECK(number(place.folder, "SELECT count(*) FROM copy") == 2000);
  CHECK(number(place.folder, "SELECT count(DISTINCT first_id) FROM copy") == 1);
}

/// Texts of one pattern of sixty words, of which each has others in three places.
std::vector<Article> articles_of_pattern(std::size_t count) {
  std::mt19937 random(1);
  std::vector<Article> articles;
  for (std::size_t number = 0; number < count; ++number) {
    std::map<std::size_t, std::string> others;
    for (int i = 0; i < 3; ++i) others[random() % 60] = "autre" + std::to_string(random() % 100'000);
    std::string text;
    for (std::size_t i = 0; i < 60; ++i)
      text += (others.contains(i) ? others[i] : "mot" + std::to_string(i)) + (i == 59 ? "." : " ");
    articles.push_back(make_article("p" + std::to_string(number), "Titre", text));
    articles.back().date = parse_iso_date("2020-01-01");
  }
  return articles;
}

TEST_CASE("of many texts of one pattern those are copies that share more than the pattern") {
  std::vector<Article> articles = articles_of_pattern(SignatureStore::most_alike + 500);
  articles[600].text = articles[5].text;
  articles[601].text = "Mot0" + articles[7].text.substr(articles[7].text.find(' '));
  articles[900].text = articles[899].text + " Encore un.";
  const Place at_once;
  add(at_once.folder, articles);
  const std::string expected = clusters_of(at_once.folder);
  for (const char* cluster : {"p5: p5 p600", "p601: p601 p7", "p899: p899 p900"}) {
    INFO(cluster);
    CHECK(expected.find(cluster) != std::string::npos);
  }
  const Place in_runs;
  std::reverse(articles.begin(), articles.end());
  for (const std::size_t first : {0U, 800U, 1100U}) {
    const std::size_t last = first == 0 ? 800 : first == 800 ? 1100 : articles.size();
    add(in_runs.folder,
        {articles.begin() + static_cast<std::ptrdiff_t>(first), articles.begin() + static_cast<std::ptrdiff_t>(last)});
  }
  CHECK(clusters_of(in_runs.folder) == expected);
}

TEST_CASE("a number tells copies as long as a thousand texts share it") {
  const auto has_copies = [](const Place& place) {
    return number(place.folder,
                  "SELECT count(*) FROM copy JOIN article ON article.version_id = copy.version_id "
                  "WHERE key = 'presque'") == 1;
  };
  std::vector<Article> articles{variant("presque", "2020-01-03", 1, 6)};
  while (articles.size() < SignatureStore::most_alike)
    articles.push_back(variant("k" + std::to_string(articles.size()), "2020-01-01", 1, 0));
  const Place place;
  add(place.folder, articles);
  CHECK(has_copies(place));
  add(place.folder, {variant("un de plus", "2020-01-02", 1, 0)});
  CHECK_FALSE(has_copies(place));
  TestRun run(place.folder);
  run.remove(static_cast<std::uint32_t>(articles.size() + 1));
  run.finish();
  CHECK(has_copies(place));
}

TEST_CASE("between the batches of a run nothing holds the write-ahead log") {
  const Place place;
  const std::filesystem::path log = place.folder.catalogue().native() + "-wal";
  add(place.folder, {variant("a", "2020", 1, 0)});
  TestRun run(place.folder);
  const auto can_be_emptied = [&] {
    run.commit();
    return std::filesystem::file_size(log) > 0 &&
           sqlite::Connection(place.folder.catalogue(), sqlite::Access::write).checkpoint() &&
           std::filesystem::file_size(log) == 0;
  };
  for (int batch = 0; batch < 5; ++batch) {
    INFO(batch);
    for (int i = 0; i < 3; ++i) run.put(variant("k" + std::to_string(3 * batch + i), "2021", 1, i));
    CHECK(can_be_emptied());
  }
  run.put(variant("a", "2020", 1, 2));
  CHECK(can_be_emptied());
  CHECK(run.run().current("a"));
  run.remove(2);
  CHECK(can_be_emptied());
  run.restore(variant("k0", "2021", 1, 1));
  CHECK(can_be_emptied());
}

TEST_CASE("a run that is cut short leaves the clusters of what it committed") {
  const Place place;
  add(place.folder, {variant("a", "2020", 1, 0)});
  {
    TestRun run(place.folder);
    run.put(variant("b", "2021", 1, 0));
    run.commit();
    run.put(variant("c", "2022", 1, 0));
  }
  CHECK(ArchiveReader(place.folder).index().copies().cluster(VersionId(1)) == nullptr);
  add(place.folder, {});
  CHECK(clusters_of(place.folder) == "a: a b");
}

}  // namespace
}  // namespace hemero
