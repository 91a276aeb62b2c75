#include "common/store/writing/purge.h"

#include "common/store/catalogue/eraser.h"
#include "tests/unit/store/small_archive.h"

namespace hemero {
namespace {

/// An archive of four articles, "a0" to "a3", numbered from 1.
struct Place {
  TemporaryFolder temporary;
  ArchiveFolder folder{temporary / "archive"};
  std::vector<Article> articles = make_articles(4);

  Place() { add(folder, articles); }

  void remove(std::uint32_t article) const {
    TestRun run(folder);
    run.remove(article);
    run.finish();
  }

  void restore(std::uint32_t article) const {
    TestRun run(folder);
    run.restore(articles[article - 1]);
    run.finish();
  }

  std::vector<std::uint32_t> removed() const {
    std::vector<std::uint32_t> ids;
    for (const RemovedArticle& article : removed_articles(folder)) {
      CHECK(article.reason == "test");
      CHECK_FALSE(article.removed.empty());
      ids.push_back(static_cast<std::uint32_t>(article.id));
    }
    return ids;
  }
};

using Ids = std::vector<std::uint32_t>;

TEST_CASE("what a purge would erase is listed") {
  const struct {
    std::vector<int> changes;  ///< articles that are removed one after the other; below 0, put again
    Ids listed;
    std::uint64_t articles;
    const char* reason;
  } rows[] = {
      {{}, {}, 0, "nothing was removed"},
      {{3, 1}, {1, 3}, 2, "by their numbers"},
      {{2, -2}, {}, 0, "it is there again"},
      {{2, -2, 2}, {2, 2}, 1, "one article, removed twice"},
  };
  for (const auto& row : rows) {
    INFO(row.reason);
    const Place place;
    for (const int change : row.changes)
      change > 0 ? place.remove(static_cast<std::uint32_t>(change))
                 : place.restore(static_cast<std::uint32_t>(-change));
    CHECK(place.removed() == row.listed);
    CHECK(count_removed(place.folder) == row.articles);
    ArchiveWriter writer(place.folder, {.create = false});
    const PurgeOutcome outcome = writer.purge().finish({});
    CHECK(outcome.articles == row.articles);
    CHECK(outcome.complete);
    CHECK(place.removed().empty());
    CHECK(count_removed(place.folder) == 0);
  }
}

TEST_CASE("a purge erases versions, keys and words, of what its own run removed as well") {
  const Place place;
  place.remove(1);
  {
    ArchiveWriter writer(place.folder, {.create = false});
    Purge purge = writer.purge();
    CHECK((purge.run().remove(ArticleId(2), {"test", true}) == RemoveOutcome::removed));
    CHECK(purge.finish({.removed = 1, .skipped = {}}).articles == 2);
  }
  CHECK(number(place.folder, "SELECT count(*) FROM version") == 2);
  CHECK(number(place.folder, "SELECT count(*) FROM article WHERE key LIKE 'purged:%'") == 2);
  CHECK(number(place.folder, "SELECT count(*) FROM vocabulary WHERE occurrences = 0") == 0);
  CHECK(number(place.folder, "SELECT removed FROM run WHERE command = 'purge'") == 1);
  CHECK(ArchiveReader(place.folder).index().versions() == 2);
}

TEST_CASE("a purge that is not finished erases nothing") {
  const Place place;
  place.remove(1);
  {
    ArchiveWriter writer(place.folder, {.create = false});
    Purge purge = writer.purge();
    purge.run().remove(ArticleId(2), {"test", true});
  }
  CHECK(place.removed() == Ids{1});
  CHECK(number(place.folder, "SELECT count(*) FROM version") == 4);
}

TEST_CASE("a purge whose files were not made anew is ended by the next that writes") {
  for (const bool by_rebuild : {true, false}) {
    INFO(by_rebuild);
    const Place place;
    {
      sqlite::Connection connection = open_catalogue(place.folder, sqlite::Access::write);
      note_purge(connection, true);
    }
    by_rebuild ? rebuild(place.folder) : static_cast<void>(add(place.folder, {}));
    sqlite::Connection connection = open_catalogue(place.folder, sqlite::Access::read);
    CHECK_FALSE(purge_is_pending(connection));
    CHECK(ArchiveReader(place.folder).index().versions() == 4);
  }
}

}  // namespace
}  // namespace hemero
