#include "common/store/user/dossiers.h"

#include "common/store/user/saved_searches.h"
#include "tests/support/catch.h"
#include "tests/unit/store/temporary_folder.h"

namespace hemero {
namespace {

using Tags = std::vector<std::string>;

DossierArticle article(const std::string& key, const std::string& added, const Tags& tags = {},
                       const std::string& note = {}) {
  return {key, ArticleId(7), "c0ffee", added, note, tags};
}

TEST_CASE("articles are in a dossier once, with all that was said of them") {
  const TemporaryFolder temporary;
  const auto file = temporary / "user.sqlite";
  {
    Dossiers dossiers(file, Missing::make);
    CHECK(dossiers.put("d", article("b", "2026-12-01T08:00Z", {"z", "a"}, "first")));
    CHECK(dossiers.put("d", article("a", "2026-12-01T08:00Z")));
    CHECK(dossiers.put("d", article("0", "2026-12-01T09:00Z")));
    CHECK_FALSE(dossiers.put("d", article("b", "2026-12-02T08:00Z", {"a", "m"}, "second")));
    CHECK_FALSE(dossiers.put("d", article("b", "2026-12-03T08:00Z")));
    CHECK(dossiers.put("e", article("b", "2026-12-01T08:00Z")));
  }
  Dossiers dossiers(file, Missing::leave);
  const auto articles = dossiers.articles("d");
  REQUIRE(articles.size() == 3);
  CHECK(articles[0].key == "a");
  CHECK(articles[1].key == "b");
  CHECK(articles[1].tags == Tags{"a", "m", "z"});
  CHECK(articles[1].note == "second");
  CHECK(articles[1].added == "2026-12-01T08:00Z");
  CHECK((articles[1].id == ArticleId(7)));
  CHECK(articles[1].content == "c0ffee");
  CHECK(articles[2].key == "0");
  CHECK(dossiers.find("d")->articles == 3);
  CHECK(dossiers.articles("none").empty());
  CHECK(dossiers.list().size() == 2);
}

TEST_CASE("what is taken out of a dossier is gone, with its tags") {
  const TemporaryFolder temporary;
  Dossiers dossiers(temporary / "user.sqlite", Missing::make);
  dossiers.put("d", article("a", "2026-12-01T08:00Z", {"x", "y"}, "note"));
  CHECK(dossiers.take_off("d", "a", "x"));
  CHECK_FALSE(dossiers.take_off("d", "a", "x"));
  CHECK(dossiers.articles("d")[0].tags == Tags{"y"});
  CHECK(dossiers.take_out("d", "a"));
  CHECK_FALSE(dossiers.take_out("d", "a"));
  CHECK(dossiers.put("d", article("a", "2026-12-02T08:00Z")));
  CHECK(dossiers.articles("d")[0].tags.empty());
  CHECK(dossiers.articles("d")[0].note.empty());
}

TEST_CASE("a dossier goes with all that is in it, and leaves the others") {
  const TemporaryFolder temporary;
  const auto file = temporary / "user.sqlite";
  SavedSearches(file, Missing::make).save("d", "q=d", {"2026-12-01T08:00Z", 3, "{}"});
  Dossiers dossiers(file, Missing::make);
  dossiers.put("d", article("a", "2026-12-01T08:00Z", {"x"}, "note"));
  dossiers.put("e", article("a", "2026-12-01T08:00Z", {"x"}));
  CHECK_FALSE(dossiers.rename("d", "e"));
  CHECK(dossiers.rename("d", "f"));
  CHECK(dossiers.remove("f"));
  CHECK_FALSE(dossiers.remove("f"));
  CHECK(dossiers.articles("e")[0].tags == Tags{"x"});
  CHECK(dossiers.put("f", article("a", "2026-12-01T08:00Z")));
  CHECK(dossiers.articles("f")[0].tags.empty());
  CHECK(SavedSearches(file, Missing::leave).find("d"));
}

}  // namespace
}  // namespace hemero
