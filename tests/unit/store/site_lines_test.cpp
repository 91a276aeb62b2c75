#include "common/store/catalogue/site_lines.h"

#include "common/store/catalogue/line_counter.h"
#include "tests/unit/store/small_archive.h"

// Lines that sites print beside their articles.

namespace hemero {
namespace {

Article page(const std::string& key, const std::string& url, const std::vector<std::string>& lines) {
  Article article = make_article(key, "Titre " + key);
  article.url = url;
  for (const std::string& line : lines) append_zone(article, ZoneKind::paragraph, line);
  return article;
}

struct Place {
  TemporaryFolder temporary;
  ArchiveFolder folder{temporary / "archive"};

  /// Ten pages of one site, each with a text of its own, the same last line, and the same line of numbers.
  Place() {
    std::vector<Article> articles;
    for (int i = 0; i < 10; ++i) {
      const std::string number = std::to_string(i);
      articles.push_back(page("a" + number, "https://www.gazette.example/" + number,
                              {"Le loup numéro " + std::string(static_cast<std::size_t>(i + 1), 'x') + " descend.",
                               "Abonnez-vous dès " + number + " €", "* * * 12"}));
    }
    articles.push_back(page("b", "https://autre.example/b", {"Abonnez-vous dès 1 €", "La chèvre attend."}));
    add(folder, articles);
  }

  void learn(const std::string& site, const std::vector<std::string>& lines) const {
    ArchiveWriter writer(folder, {.create = false});
    Rebuild rebuild = writer.rebuild();
    rebuild.learn_lines(site, lines);
    rebuild.finish();
  }
};

std::map<std::string, SitePages> counted(const ArchiveFolder& folder, std::uint64_t fewest) {
  Damages damages;
  return count_site_lines(
      folder, fewest, [](std::uint64_t, std::uint64_t) {}, damages);
}

TEST_CASE("a site is the host without www, else the source") {
  const struct {
    const char* url;
    const char* source;
    const char* site;
  } rows[] = {
      {"https://www.gazette.example/a", "La Gazette", "gazette.example"},
      {"http://WWW.Gazette.Example:8080/", "", "gazette.example"},
      {"https://sport.gazette.example/a", "", "sport.gazette.example"},
      {"", "La Gazette", "La Gazette"},
      {"", "", ""},
  };
  for (const auto& row : rows) {
    Article article;
    article.url = row.url;
    article.source = row.source;
    CHECK(site_of(article) == row.site);
  }
}

TEST_CASE("lines are counted by site, whatever their numbers") {
  const Place place;
  const auto sites = counted(place.folder, 3);
  REQUIRE(sites.size() == 2);
  const SitePages& pages = sites.at("gazette.example");
  CHECK(pages.articles == 10);
  REQUIRE(pages.lines.size() == 1);
  CHECK(pages.lines[0].line == "Abonnez-vous dès 0 €");
  CHECK(pages.lines[0].articles == 10);
  CHECK(sites.at("autre.example").lines.empty());
  CHECK(counted(place.folder, 11).at("gazette.example").lines.empty());
}

TEST_CASE("a line that one article prints twice, and copies of one article, count once") {
  const Place place;
  const std::string text =
      "Le loup descend la montagne, traverse le village endormi, boit à la fontaine et repart sans avoir été vu de qui "
      "que "
      "ce soit, sauf du chien du berger qui n'a rien dit à personne de toute la nuit.";
  add(place.folder, {page("c1", "https://copie.example/1", {text, "Encart", "Encart"}),
                     page("c2", "https://copie.example/2", {text, "Encart", "Encart"}),
                     page("c3", "https://copie.example/3", {"La chèvre attend encore.", "Encart"})});
  const auto sites = counted(place.folder, 1);
  const SitePages& pages = sites.at("copie.example");
  CHECK(pages.articles == 2);
  CHECK(pages.lines.front().line == "Encart");
  CHECK(pages.lines.front().articles == 2);
}

TEST_CASE("what was learnt is neither searched nor shown on its site, and stays in the catalogue") {
  const Place place;
  CHECK(found(place.folder, "abonnez").size() == 11);
  place.learn("gazette.example", {"Abonnez-vous dès 1 €"});
  CHECK(found(place.folder, "abonnez") == std::vector<std::uint32_t>{11});
  CHECK(found(place.folder, "loup").size() == 10);
  CHECK(occurrences(place.folder, "abonnez") == 1);
  ArchiveReader reader(place.folder);
  const auto shown = reader.articles().version(VersionId(1));
  CHECK(joined_zones(shown->article, std::nullopt).find("Abonnez") == std::string::npos);
  CHECK(shown->article.text.find("Abonnez-vous dès 0 €") != std::string::npos);
  CHECK(counted(place.folder, 3).at("gazette.example").lines.size() == 1);
}

TEST_CASE("what was forgotten is as if it had never been learnt") {
  const Place place;
  const IndexContent before = content_of(place.folder);
  place.learn("gazette.example", {"Abonnez-vous dès 1 €"});
  CHECK_FALSE(content_of(place.folder) == before);
  place.learn("gazette.example", {});
  CHECK(content_of(place.folder) == before);
}

TEST_CASE("versions replaced after something was learnt leave the counts of words right") {
  const Place place;
  place.learn("gazette.example", {"Abonnez-vous dès 1 €"});
  add(place.folder, {page("a1", "https://www.gazette.example/1", {"Le renard monte."})});
  CHECK(occurrences(place.folder, "abonnez") == 1);
  CHECK(occurrences(place.folder, "loup") == 9);
}

TEST_CASE("an article of nothing but such lines, leads and long lines stay") {
  const Place place;
  const std::string longer = "Abonnez " + std::string(longest_site_line, 'x');
  place.learn("autre.example", {"Seul", longer});
  Article lead = page("lead", "https://autre.example/1", {"Le texte."});
  lead.zones.clear();
  lead.text.clear();
  append_zone(lead, ZoneKind::lead, "Seul");
  append_zone(lead, ZoneKind::paragraph, "Le texte.");
  const SiteLines lines(place.folder);
  Article only = page("only", "https://autre.example/2", {"Seul"});
  Article with_long = page("long", "https://autre.example/3", {"Le texte.", longer});
  Article marked = page("marked", "https://autre.example/4", {"Le texte.", "SEUL !"});
  Article elsewhere = page("elsewhere", "https://gazette.example/5", {"Le texte.", "Seul"});
  CHECK_FALSE(lines.mark(only));
  CHECK_FALSE(lines.mark(lead));
  CHECK_FALSE(lines.mark(with_long));
  CHECK_FALSE(lines.mark(elsewhere));
  REQUIRE(lines.mark(marked));
  CHECK(joined_zones(marked, ZoneKind::debris) == "SEUL !");
}

}  // namespace
}  // namespace hemero
