#include "common/store/writing/archive_writer.h"

#include <set>
#include <string>
#include <vector>

#include "tests/unit/store/small_archive.h"

namespace hemero {
namespace {

using Outcomes = std::vector<PutOutcome>;
constexpr auto added = PutOutcome::added;
constexpr auto updated = PutOutcome::updated;
constexpr auto unchanged = PutOutcome::unchanged;

/// A folder for an archive.
struct Place {
  TemporaryFolder temporary;
  ArchiveFolder folder{temporary / "archive"};
};

TEST_CASE("articles are added, updated or left unchanged, over runs and within one") {
  const Article first = make_article("k1", "Un loup");
  const Article second = make_article("k2", "Un renard");
  const Article changed = make_article("k1", "Deux loups");
  struct Row {
    std::vector<std::vector<Article>> runs;
    std::vector<Outcomes> outcomes;
    std::int64_t versions;
    const char* reason;
  };
  const Row rows[] = {
      {{{first, second}}, {{added, added}}, 2, "new articles"},
      {{{first}, {first}}, {{added}, {unchanged}}, 1, "added again"},
      {{{first}, {changed}}, {{added}, {updated}}, 2, "another content"},
      {{{first}, {changed}, {changed}}, {{added}, {updated}, {unchanged}}, 2, "unchanged after an update"},
      {{{first}, {changed}, {first}}, {{added}, {updated}, {updated}}, 3, "back to the first content"},
      {{{first, first}}, {{added, unchanged}}, 1, "twice the same in the first run"},
      {{{first, changed}}, {{added, updated}}, 2, "two contents in the first run"},
      {{{first, changed, first}}, {{added, updated, updated}}, 3, "three states in the first run"},
      {{{second}, {first, changed, changed}}, {{added}, {added, updated, unchanged}}, 3, "the same in a later run"},
      {{{}, {first}}, {{}, {added}}, 1, "an empty run first"},
  };
  for (const Row& row : rows) {
    INFO(row.reason);
    const Place place;
    for (std::size_t i = 0; i < row.runs.size(); ++i) CHECK((add(place.folder, row.runs[i]) == row.outcomes[i]));
    CHECK(number(place.folder, "SELECT count(*) FROM version") == row.versions);
    CHECK(ArchiveReader(place.folder).index().versions() ==
          static_cast<std::uint64_t>(number(place.folder, "SELECT count(*) FROM article")));
  }
}

TEST_CASE("the current version is found, replaced ones are not, and all are kept") {
  const Place place;
  add(place.folder, {make_article("k1", "Un loup"), make_article("k2", "Un renard")});
  add(place.folder, {make_article("k1", "Une hermine")});
  CHECK(found(place.folder, "loup").empty());
  CHECK(found(place.folder, "hermine") == std::vector<std::uint32_t>{3});
  CHECK(found(place.folder, "renard") == std::vector<std::uint32_t>{2});
  ArchiveReader reader(place.folder);
  CHECK(reader.articles().article(ArticleId(1))->article.title == "Une hermine");
  CHECK(reader.articles().version(VersionId(1))->article.title == "Un loup");
  CHECK(reader.articles().version(VersionId(1))->id == ArticleId(1));
}

TEST_CASE("words of replaced versions are no longer counted") {
  const Place place;
  add(place.folder, {make_article("k1", "le loup et le loup"), make_article("k2", "le renard")});
  CHECK(occurrences(place.folder, "loup") == 2);
  add(place.folder, {make_article("k1", "le loup")});
  CHECK(occurrences(place.folder, "loup") == 1);
  CHECK(occurrences(place.folder, "le") == 2);
  add(place.folder, {make_article("k1", "le chat"), make_article("k1", "le chien"), make_article("k1", "le chat")});
  CHECK(occurrences(place.folder, "loup") == 0);
  CHECK(occurrences(place.folder, "chien") == 0);
  CHECK(occurrences(place.folder, "chat") == 1);
}

TEST_CASE("articles come back whole") {
  Article article = make_article("clé/1", "Titre « à » l’œil");
  article.date = parse_iso_date("2021-08-11T18:03");
  article.date_text = "le 11 août 2021 à 18h03";
  article.authors = {"Claire Vasseur", "J.-P. Morin"};
  article.source = "Le Courrier";
  article.section = "Monde";
  article.url = "https://example.org/a?b=c";
  article.path = "pages/a.txt";
  article.keywords = {"Kaboul", "talibans"};
  append_zone(article, ZoneKind::lead, "Chapô.");
  append_zone(article, ZoneKind::paragraph, "Premier paragraphe, صبر.");
  append_zone(article, ZoneKind::debris, "Lire aussi");
  const Place place;
  add(place.folder, {article});
  ArchiveReader reader(place.folder);
  const auto stored = reader.articles().article(ArticleId(1));
  REQUIRE(stored);
  const Article& read = stored->article;
  CHECK(read.key == article.key);
  CHECK(read.title == article.title);
  CHECK((read.date == article.date));
  CHECK(read.date_text == article.date_text);
  CHECK(read.authors == article.authors);
  CHECK(read.source == article.source);
  CHECK(read.section == article.section);
  CHECK(read.language == article.language);
  CHECK(read.url == article.url);
  CHECK(read.path == article.path);
  CHECK(read.keywords == article.keywords);
  CHECK(read.text == article.text);
  CHECK((read.zones == article.zones));
  CHECK_FALSE(reader.articles().article(ArticleId(2)));
  CHECK_FALSE(reader.articles().version(VersionId(99)));
}

TEST_CASE("many articles come back with the dictionary they were stored with") {
  const Place place;
  add(place.folder, make_articles(2500, 0, 3), 2);
  add(place.folder, make_articles(200, 2500, 3));
  CHECK(number(place.folder, "SELECT count(*) FROM dictionary WHERE id > 0") == 1);
  CHECK(number(place.folder, "SELECT count(*) FROM version WHERE dictionary_id IS NULL") == 0);
  ArchiveReader reader(place.folder);
  const auto expected = make_articles(2700, 0, 3);
  for (const std::size_t i : {0U, 1U, 1999U, 2000U, 2001U, 2499U, 2500U, 2699U}) {
    const auto stored = reader.articles().article(ArticleId(i + 1));
    REQUIRE(stored);
    CHECK(stored->article.key == expected[i].key);
    CHECK(stored->article.text == expected[i].text);
  }
}

TEST_CASE("an archive that began too small to learn from trains its dictionary later") {
  const Place place;
  add(place.folder, make_articles(10, 0, 30));
  CHECK(number(place.folder, "SELECT count(*) FROM dictionary") == 0);
  add(place.folder, make_articles(300, 10, 30));
  CHECK(number(place.folder, "SELECT count(*) FROM dictionary WHERE id > 0") == 1);
  CHECK(ArchiveReader(place.folder).articles().article(ArticleId(310))->article.key == "a309");
  CHECK((add(place.folder, make_articles(310, 0, 30)) == Outcomes(310, unchanged)));
}

TEST_CASE("the same key twice meets itself anywhere around the end of the warm-up") {
  for (const std::size_t before : {0U, 1U, 1998U, 1999U, 2000U, 2001U}) {
    INFO(before);
    const Place place;
    auto articles = make_articles(before);
    articles.push_back(make_article("twice", "un loup"));
    articles.push_back(make_article("twice", "un renard"));
    const Outcomes outcomes = add(place.folder, articles);
    CHECK((outcomes.back() == updated));
    CHECK(number(place.folder, "SELECT count(*) FROM article") == static_cast<std::int64_t>(before + 1));
    CHECK(found(place.folder, "loup").empty());
    CHECK(found(place.folder, "renard").size() == 1);
    CHECK(occurrences(place.folder, "loup") == 0);
  }
}

TEST_CASE("what was committed and not published is caught up by the next run") {
  const Place place;
  add(place.folder, {make_article("k1", "un loup"), make_article("k2", "un renard")});
  {
    TestRun cut_short(place.folder);
    cut_short.put(make_article("k3", "une hermine"));
    cut_short.put(make_article("k1", "un lynx"));
    cut_short.commit();
    cut_short.put(make_article("k1", "un ours"));
    cut_short.commit();
    cut_short.put(make_article("k4", "jamais validé"));
  }
  CHECK(ArchiveReader(place.folder).status().index_behind);
  CHECK((add(place.folder, {make_article("k5", "une loutre")}) == Outcomes{added}));
  CHECK_FALSE(ArchiveReader(place.folder).status().index_behind);
  for (const char* word : {"loup", "lynx", "valide"}) CHECK(found(place.folder, word).empty());
  for (const char* word : {"ours", "renard", "hermine", "loutre"}) CHECK(found(place.folder, word).size() == 1);
  for (const char* word : {"ours", "renard", "hermine", "loutre"}) CHECK(occurrences(place.folder, word) == 1);
  CHECK(occurrences(place.folder, "loup") == 0);
  CHECK(ArchiveReader(place.folder).index().versions() == 4);
}

TEST_CASE("an archive whose first run was cut short is caught up too") {
  const Place place;
  {
    TestRun cut_short(place.folder);
    for (const Article& article : make_articles(150)) cut_short.put(article);
    cut_short.commit();
  }
  CHECK((error_of([&] { ArchiveReader{place.folder}; }).code() == ErrorCode::bad_data));  // no index yet
  CHECK((add(place.folder, make_articles(151)).back() == added));
  CHECK(ArchiveReader(place.folder).index().versions() == 151);
}

TEST_CASE("an index that was deleted is made again by the next run") {
  const Place place;
  add(place.folder, make_articles(50));
  add(place.folder, {make_article("a3", "changé")});
  const IndexContent before = content_of(place.folder);
  std::filesystem::remove_all(place.folder.index());
  add(place.folder, {});
  CHECK((content_of(place.folder) == before));
}

TEST_CASE("several jobs make the same index as one") {
  const Place one;
  const Place four;
  for (const auto& [place, jobs] : {std::pair(&one, 1U), std::pair(&four, 4U)}) {
    add(place->folder, make_articles(1500));
    REQUIRE(ArchiveWriter(place->folder, {.jobs = jobs}).rebuild().finish());
  }
  CHECK((content_of(one.folder) == content_of(four.folder)));
}

void set_setting(const ArchiveFolder& folder, const char* name, const char* value) {
  sqlite::Connection connection = open_catalogue(folder, sqlite::Access::write);
  write_setting(connection, name, value);
}

TEST_CASE("an index of another archive or analyzer is refused until it is rebuilt") {
  for (const char* name : {"uuid", "analyzer"}) {
    INFO(name);
    const Place place;
    add(place.folder, {make_article("k1", "un loup")});
    set_setting(place.folder, name, "another");
    const Error error = error_of([&] { add(place.folder, {make_article("k2", "un renard")}); });
    CHECK((error.code() == ErrorCode::other_version));
    CHECK_THAT(error.hint(), contains_text("hemero-index rebuild"));
    CHECK(number(place.folder, "SELECT count(*) FROM article") == 1);
    rebuild(place.folder);
    CHECK((add(place.folder, {make_article("k2", "un renard")}) == Outcomes{added}));
    CHECK(found(place.folder, "loup").size() == 1);
  }
}

TEST_CASE("an index that knows more than its archive is refused: the archive was put back from a copy") {
  const Place place;
  add(place.folder, {make_article("k1", "un loup")});
  const std::string old = read_file(place.folder.catalogue());
  add(place.folder, {make_article("k2", "un renard")});
  place.temporary.write("archive/archive.sqlite", old);
  CHECK((error_of([&] { add(place.folder, {}); }).code() == ErrorCode::other_version));
  CHECK((error_of([&] { ArchiveReader{place.folder}; }).code() == ErrorCode::other_version));
  rebuild(place.folder);
  CHECK((add(place.folder, {make_article("k2", "un renard")}) == Outcomes{added}));
}

TEST_CASE("an archive has one writer at a time, and readers meanwhile") {
  const Place place;
  add(place.folder, {make_article("k1", "un loup")});
  TestRun run(place.folder);
  run.put(make_article("k2", "un renard"));
  const Error error = error_of([&] { TestRun{place.folder}; });
  CHECK((error.code() == ErrorCode::locked));
  CHECK_FALSE(error.hint().empty());
  CHECK(ArchiveReader(place.folder).index().versions() == 1);
  run.finish();
  CHECK(ArchiveReader(place.folder).index().versions() == 2);
}

TEST_CASE("what killed runs left in the index folder is removed by the next run") {
  const Place place;
  add(place.folder, {make_article("k1", "un loup")});
  for (const char* name : {"part-000099/x", "part-000099.groups/x", "dead-000099", "copies-000099", "parts.tsv.new"})
    place.temporary.write(std::string("archive/index/") + name, "x");
  add(place.folder, {make_article("k2", "un renard")});
  std::set<std::string> names;
  for (const auto& entry : std::filesystem::directory_iterator(place.folder.index()))
    names.insert(entry.path().filename());
  CHECK(names == std::set<std::string>{"part-000002", "parts.tsv"});
}

TEST_CASE("a run and its counts are on record") {
  const Place place;
  {
    TestRun run(place.folder);
    run.put(make_article("k1", "un loup"));
    run.run().finish({.added = 1, .updated = 2, .unchanged = 3, .skipped = {{"empty", 4}, {"binary", 5}}});
  }
  CHECK(number(place.folder, "SELECT added + 10 * updated + 100 * unchanged + 1000 * skipped FROM run") == 9321);
  CHECK(number(place.folder, "SELECT count(*) FROM run WHERE finished IS NOT NULL AND command = 'test'") == 1);
  CHECK(number(place.folder, "SELECT records FROM run_skip WHERE reason = 'binary'") == 5);
  CHECK(number(place.folder, "SELECT count(*) FROM version JOIN run ON run.id = run_id") == 1);
}

TEST_CASE("a run tells which keys it has replaced") {
  const Place place;
  add(place.folder, {make_article("k1", "un loup"), make_article("k2", "un renard")});
  TestRun run(place.folder);
  run.put(make_article("k1", "un lynx"));
  run.put(make_article("k3", "un ours"));
  CHECK(run.run().replaced_in_run("k1"));
  CHECK_FALSE(run.run().replaced_in_run("k2"));
  CHECK_FALSE(run.run().replaced_in_run("k3"));
}

}  // namespace
}  // namespace hemero
