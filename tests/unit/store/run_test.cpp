#include "common/store/writing/run.h"

#include "tests/unit/store/small_archive.h"

namespace hemero {
namespace {

struct Place {
  TemporaryFolder temporary;
  ArchiveFolder folder{temporary / "archive"};
};

void put(Run& run, const Article& article) {
  run.put(article, content_hash(article), ArticleAnalyzer().analyze(article));
}

TEST_CASE("a run that ends without being finished leaves the archive as after its last commit") {
  const Article fox = make_article("fox", "un renard roux");
  const Article bear = make_article("bear", "un ours brun");
  const struct {
    void (*cut_short)(Run& run);
    std::vector<std::string> committed;
    const char* reason;
  } rows[] = {
      {[](Run&) {}, {}, "nothing was done"},
      {[](Run& run) { put(run, make_article("k1", "le loup gris")); }, {}, "nothing was committed"},
      {[](Run& run) { run.remove(ArticleId(1), {}); }, {}, "a removal that was not committed"},
      {[](Run& run) {
         put(run, make_article("k1", "le loup gris"));
         run.commit();
       },
       {"le loup gris"},
       "all was committed"},
      {[](Run& run) {
         put(run, make_article("k1", "le loup gris"));
         run.commit();
         put(run, make_article("k1", "le lynx tacheté"));
         put(run, make_article("k2", "la loutre"));
         run.remove(ArticleId(1), {});
       },
       {"le loup gris"},
       "the second batch was not committed"},
  };
  for (const auto& row : rows) {
    INFO(row.reason);
    const Place place;
    const Place expected;
    add(place.folder, {fox});
    add(expected.folder, {fox});
    for (const std::string& title : row.committed) add(expected.folder, {make_article("k1", title)});
    add(expected.folder, {bear});
    {
      ArchiveWriter writer(place.folder, {});
      {
        Run run = writer.begin("cut short");
        row.cut_short(run);
      }
      Run next = writer.begin("next");  // by the same writer, which must know nothing of what was lost
      put(next, bear);
      next.finish({});
    }
    CHECK((content_of(place.folder) == content_of(expected.folder)));
    CHECK(number(place.folder, "SELECT count(*) FROM run WHERE finished IS NULL") ==
          static_cast<std::int64_t>(row.committed.size()));
  }
}

TEST_CASE("a run is on record with the run that it takes back") {
  const Place place;
  OpenArchive archive(place.folder, {});
  { Run(archive, "first").finish({}); }
  { Run(archive, "second", 1).finish({}); }
  CHECK(number(place.folder, "SELECT count(*) FROM run WHERE command = 'first' AND undoes IS NULL") == 1);
  CHECK(number(place.folder, "SELECT undoes FROM run WHERE command = 'second'") == 1);
}

}  // namespace
}  // namespace hemero
