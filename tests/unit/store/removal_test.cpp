#include "common/store/writing/archive_writer.h"
#include "tests/unit/store/small_archive.h"

// Articles that are taken back, and come again.

namespace hemero {
namespace {

struct Place {
  TemporaryFolder temporary;
  ArchiveFolder folder{temporary / "archive"};
};

TEST_CASE("removed articles leave index, counts and copies, and their versions stay") {
  const Place place;
  add(place.folder, {make_article("k1", "le loup"), make_article("k2", "le renard")});
  {
    TestRun run(place.folder);
    CHECK((run.remove(1) == RemoveOutcome::removed));
    CHECK((run.remove(1) == RemoveOutcome::removed_before));
    CHECK((run.remove(99) == RemoveOutcome::unknown));
    run.finish();
  }
  CHECK(found(place.folder, "loup").empty());
  CHECK(found(place.folder, "renard").size() == 1);
  CHECK(occurrences(place.folder, "le") == 1);
  ArchiveReader reader(place.folder);
  CHECK(reader.index().versions() == 1);
  CHECK_FALSE(reader.articles().article(ArticleId(1)));
  CHECK(reader.articles().version(VersionId(1))->article.title == "le loup");
  CHECK(reader.status().articles == 1);
  CHECK(reader.status().removed == 1);
  CHECK(number(place.folder, "SELECT count(*) FROM removal WHERE reason = 'test' AND run_id = 2 AND seq = 2") == 1);
}

TEST_CASE("a removed article comes back only to those who insist, unless its run was undone") {
  for (const bool lasting : {true, false}) {
    INFO(lasting);
    const Place place;
    const Article article = make_article("k1", "le loup");
    add(place.folder, {article});
    {
      TestRun run(place.folder);
      run.remove(1, lasting);
      CHECK((run.put(article) == (lasting ? PutOutcome::refused : PutOutcome::added)));
      CHECK((run.restore(article) == (lasting ? PutOutcome::added : PutOutcome::unchanged)));
      CHECK((run.put(article) == PutOutcome::unchanged));
      run.finish();
    }
    CHECK(found(place.folder, "loup") == std::vector<std::uint32_t>{2});
    CHECK(ArchiveReader(place.folder).articles().article(ArticleId(1))->version == VersionId(2));
    CHECK(number(place.folder, "SELECT count(*) FROM article") == 1);
  }
}

TEST_CASE("what was removed and not published is caught up by the next run") {
  const Place place;
  add(place.folder, {make_article("k1", "un loup"), make_article("k2", "un renard"), make_article("k3", "un ours")});
  {
    TestRun cut_short(place.folder);
    cut_short.put(make_article("k1", "un lynx"));  // never indexed, but the one before is
    cut_short.commit();
    cut_short.remove(1);
    cut_short.remove(3);
    cut_short.commit();
    cut_short.restore(make_article("k3", "une ourse"));
    cut_short.commit();
    cut_short.remove(2);
  }
  CHECK(ArchiveReader(place.folder).status().index_behind);
  add(place.folder, {});
  for (const char* word : {"loup", "lynx", "ours"}) CHECK(found(place.folder, word).empty());
  for (const char* word : {"renard", "ourse"}) CHECK(found(place.folder, word).size() == 1);
  const IndexContent before = content_of(place.folder);
  rebuild(place.folder);
  CHECK((content_of(place.folder) == before));
}

}  // namespace
}  // namespace hemero
