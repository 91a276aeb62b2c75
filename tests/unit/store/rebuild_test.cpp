#include "common/store/writing/rebuild.h"

#include "tests/unit/store/small_archive.h"

namespace hemero {
namespace {

using Outcomes = std::vector<PutOutcome>;
constexpr auto unchanged = PutOutcome::unchanged;

/// A folder for an archive.
struct Place {
  TemporaryFolder temporary;
  ArchiveFolder folder{temporary / "archive"};
};

TEST_CASE("a rebuild makes the same postings, streams and counts as the runs did") {
  for (const std::size_t size : {60U, 2600U}) {
    INFO(size);
    const Place place;
    add(place.folder, make_articles(size), 2);
    add(place.folder, {make_article("a7", "changé une fois"), make_article("new", "nouveau"),
                       make_article("a9", "changé deux fois"), make_article("a9", "changé trois fois")});
    Article dated = make_article("a11", "Daté", "L’école d’aujourd’hui.");
    dated.date = parse_iso_date("2021-08-11");
    add(place.folder, {dated});
    const IndexContent before = content_of(place.folder);
    rebuild(place.folder);
    const IndexContent after = content_of(place.folder);
    CHECK((after.words == before.words));
    CHECK((after.streams == before.streams));
    CHECK((after.postings == before.postings));
    CHECK(after.versions == before.versions);
    CHECK((add(place.folder, make_articles(5)) == Outcomes(5, unchanged)));
  }
}

TEST_CASE("a rebuild counts afresh, whatever the counts were") {
  const Place place;
  add(place.folder, {make_article("k1", "le loup"), make_article("k2", "le renard")});
  const IndexContent before = content_of(place.folder);
  open_catalogue(place.folder, sqlite::Access::write)
      .execute(
          "UPDATE word SET occurrences = 77, family = 9; INSERT INTO word_change VALUES (1, 5, 5); "
          "DELETE FROM word_block WHERE list = 0; UPDATE word_block SET words = x'40656565650A'");
  rebuild(place.folder);
  CHECK((content_of(place.folder) == before));
}

TEST_CASE("a rebuild that is not finished changes nothing") {
  const Place place;
  add(place.folder, {make_article("k1", "le loup"), make_article("k2", "le renard")});
  const IndexContent before = content_of(place.folder);
  {
    ArchiveWriter writer(place.folder, {.create = false});
    Rebuild rebuild = writer.rebuild();
    rebuild.learn_lines("gazette.example", {"Abonnez-vous"});
  }
  CHECK(number(place.folder, "SELECT count(*) FROM site_line") == 0);
  CHECK((content_of(place.folder) == before));
}

TEST_CASE("a rebuild that was committed and not published is noted, and ended by the next that writes") {
  const Place place;
  add(place.folder, {make_article("k1", "le loup"), make_article("k2", "le renard")});
  const IndexContent before = content_of(place.folder);
  const auto in_the_way = place.folder.index() / "parts.tsv.new";
  std::filesystem::create_directory(in_the_way);
  for (int times = 0; times < 2; ++times) {  // the second one finds the note of the first
    const Error error = error_of([&] { ArchiveWriter(place.folder, {.create = false}).rebuild().finish(); });
    CHECK((error.code() == ErrorCode::io));
    CHECK((content_of(place.folder) == before));
    CHECK(ArchiveReader(place.folder).status().rebuild_pending);
  }
  std::filesystem::remove(in_the_way);
  add(place.folder, {});
  const ArchiveStatus status = ArchiveReader(place.folder).status();
  CHECK_FALSE(status.rebuild_pending);
  CHECK_FALSE(status.index_behind);
  CHECK((content_of(place.folder) == before));
  CHECK(number(place.folder, "SELECT count(*) FROM setting WHERE name = 'rebuild'") == 0);
}

}  // namespace
}  // namespace hemero
