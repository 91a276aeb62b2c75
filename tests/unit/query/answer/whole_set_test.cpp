#include <algorithm>

#include "query/answer/searcher.h"
#include "tests/unit/query/press_of_searches.h"

// All that matches, in the order of the pages, one hit after the other.

namespace hemero {
namespace {

ArchiveReader& reader() {
  static PressArchive press(press_of_searches());
  return press.reader();
}

SearchRequest whole_set(const char* text) {
  SearchRequest request;
  request.text = text;
  request.only_full = true;
  request.for_export = true;
  request.limit = request.count_up_to = reader().index().versions();
  return request;
}

constexpr const char* queries[] = {"ministre",
                                   "le ministre",
                                   "centrale nucléaire ministre",
                                   "\"le ministre\"",
                                   "ministre OU centrale",
                                   "ministre -centrale",
                                   "zzyzx ministre",
                                   "m*",
                                   "zzyzx"};

TEST_CASE("the whole set is what pages show of full matches, in their order") {
  for (const SortOrder order : {SortOrder::relevance, SortOrder::newest, SortOrder::oldest})
    for (const char* query : queries) {
      INFO(query);
      SearchRequest request = whole_set(query);
      request.order = order;
      SearchRequest paged;
      paged.text = query;
      paged.order = order;
      paged.limit = 100;
      Page page = Searcher(reader()).search(paged);
      std::erase_if(page.hits, [](const Hit& hit) { return hit.partial; });
      const Page whole = Searcher(reader()).search(request);
      CHECK(whole.total == page.total);
      CHECK(whole.hits.size() == page.total);
      REQUIRE(whole.hits.size() == page.hits.size());
      for (std::size_t i = 0; i < whole.hits.size(); ++i) {
        CHECK(whole.hits[i].id == page.hits[i].id);
        CHECK(whole.hits[i].rank == i + 1);
        CHECK(!whole.hits[i].partial);
      }
    }
}

TEST_CASE("hits that are exported have their text and their state") {
  const Page page = Searcher(reader()).search(whole_set("ministre"));
  REQUIRE(!page.hits.empty());
  for (const Hit& hit : page.hits) {
    CHECK(!hit.article.zones.empty());
    REQUIRE(hit.state);
    CHECK(hit.state->version == 1);
    CHECK(hit.state->words > 0);
    CHECK(hit.state->content == reader().articles().article(hit.id)->content);
    CHECK(parse_iso_date(hit.state->stored).has_value());
    REQUIRE(hit.matches);
    CHECK(*hit.matches > 0);
  }
}

TEST_CASE("hits that are used one by one are those of the page") {
  const SearchRequest request = whole_set("ministre");
  const Page page = Searcher(reader()).search(request);
  std::vector<ArticleId> used;
  const Page rest = Searcher(reader()).search(request, [&](const Page& known, const Hit& hit) {
    CHECK(known.total == page.total);
    used.push_back(hit.id);
  });
  CHECK(rest.hits.empty());
  CHECK(rest.total == page.total);
  REQUIRE(used.size() == page.hits.size());
  for (std::size_t i = 0; i < used.size(); ++i) CHECK(used[i] == page.hits[i].id);
}

TEST_CASE("words of an article are those of its title and its text, without elided ones and debris") {
  PressArchive press({{.key = "a", .title = "L’été d’Ars", .text = "Un week-end.\n% Abonnez-vous vite"}});
  SearchRequest request;
  request.text = "ars";
  request.for_export = true;
  const Page page = Searcher(press.reader()).search(request);
  REQUIRE(page.hits.size() == 1);
  CHECK(page.hits[0].state->words == 5);  // été, Ars, Un, week, end
}

}  // namespace
}  // namespace hemero
