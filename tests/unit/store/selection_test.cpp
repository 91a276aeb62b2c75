#include "common/store/catalogue/selection.h"

#include "tests/unit/store/small_archive.h"

namespace hemero {
namespace {

using Ids = std::vector<std::uint32_t>;

Ids select(const ArchiveFolder& folder, const Selection& selection) {
  Ids ids;
  for (const ArticleId id : select_articles(folder, selection)) ids.push_back(static_cast<std::uint32_t>(id));
  return ids;
}

TEST_CASE("which articles are meant") {
  const TemporaryFolder temporary;
  const ArchiveFolder folder{temporary / "archive"};
  std::vector<Article> articles;
  for (const char* date : {"2019", "2020-06", "2020-06-15", "2020-06-15T12:00", "2021", ""}) {
    articles.push_back(make_article("k" + std::to_string(articles.size()), "Titre"));
    articles.back().date = parse_iso_date(date);
    articles.back().source = articles.size() % 2 == 1 ? "Le Matin" : "";
  }
  add(folder, articles);
  {
    TestRun run(folder);
    run.remove(5);
    run.finish();
  }
  const auto ids = [](std::vector<std::uint32_t> numbers) {
    std::vector<ArticleId> all;
    for (const std::uint32_t number : numbers) all.emplace_back(ArticleId(number));
    return all;
  };
  const auto before = [](const char* date) { return parse_iso_date(date); };
  const struct {
    Selection selection;
    Ids expected;
    const char* reason;
  } rows[] = {
      {{ids({3, 1, 3}), {}, {}}, {1, 3}, "in order, once"},
      {{ids({5, 99}), {}, {}}, {5, 99}, "removed and unknown ones are told by who removes"},
      {{ids({}), {}, {}}, {}, "an empty list is no article"},
      {{{}, "Le Matin", {}}, {1, 3}, "a source; not the removed one"},
      {{{}, "le matin", {}}, {}, "its name as stored"},
      {{{}, {}, before("2020")}, {1}, ""},
      {{{}, {}, before("2020-06")}, {1}, ""},
      {{{}, {}, before("2020-06-15")}, {1}, "June 2020 may be later"},
      {{{}, {}, before("2020-06-16")}, {1, 3, 4}, ""},
      {{{}, {}, before("2020-07")}, {1, 2, 3, 4}, ""},
      {{{}, {}, before("2030")}, {1, 2, 3, 4}, "what has no date is before nothing"},
      {{{}, "Le Matin", before("2020")}, {1}, "both"},
      {{ids({2, 3, 99}), "Le Matin", {}}, {3}, "both"},
  };
  for (const auto& row : rows) {
    INFO(row.reason);
    CHECK(select(folder, row.selection) == row.expected);
  }
}

TEST_CASE("articles are counted and listed while they have a current version") {
  const TemporaryFolder temporary;
  const ArchiveFolder folder{temporary / "archive"};
  std::vector<Article> articles = make_articles(3);
  articles[0].title = "Deux\nlignes";
  articles[0].date = parse_iso_date("2020-06");
  articles[0].source = "Le Matin";
  add(folder, articles);
  {
    TestRun run(folder);
    run.remove(2);
    run.finish();
  }
  const std::vector<ArticleId> asked{ArticleId(3), ArticleId(2), ArticleId(1), ArticleId(99)};
  std::string listed;
  list_current(folder, asked, [&](const ListedArticle& article) {
    listed += std::to_string(static_cast<std::uint32_t>(article.id)) + "|" + std::string(article.date) + "|" +
              std::string(article.source) + "|" + std::string(article.title) + "\n";
  });
  CHECK(listed == "3|||Conseil municipal numéro 2\n1|2020-06|Le Matin|Deux lignes\n");
  CHECK(count_current(folder, asked) == 2);
}

}  // namespace
}  // namespace hemero
