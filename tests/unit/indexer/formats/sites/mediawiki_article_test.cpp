#include "indexer/formats/sites/mediawiki_article.h"

#include <string>

#include "indexer/formats/xml/xml_reader.h"
#include "indexer/input/format.h"
#include "tests/support/catch.h"
#include "tests/support/format_of.h"
#include "tests/support/string_input.h"

namespace hemero {
namespace {

struct Found {
  std::variant<Article, Skip> result;
  Choices choices;
};

Found read(const std::string& page) {
  const std::string file =
      "<mediawiki xmlns='http://www.mediawiki.org/xml/export-0.10/' xml:lang='fr'><siteinfo><sitename>Actus</sitename>"
      "<base>https://fr.actus.example/wiki/Accueil</base></siteinfo><page>" +
      page + "</page></mediawiki>";
  CHECK(format_of(file) == "mediawiki");
  StringInput input(file);
  XmlReader reader(input, mediawiki_format.items);
  auto item = std::make_shared<const XmlItem>(std::get<XmlItem>(*reader.next()));
  Choices choices;
  auto result = read_wiki_page({{}, "a.xml", "a.xml", item->line, 0, item}, choices);
  return {std::move(result), choices};
}

std::string revision(const std::string& time, const std::string& text) {
  return "<revision><timestamp>" + time + "</timestamp><text>" + text + "</text></revision>";
}

Article article_of(const std::string& page) {
  const Found found = read(page);
  REQUIRE(std::holds_alternative<Article>(found.result));
  return std::get<Article>(found.result);
}

TEST_CASE("the latest revision of a page is an article") {
  const Article article =
      article_of("<title>Un loup à Die</title><ns>0</ns><id>12</id>" + revision("2009-08-07T10:00:00Z", "Il est tôt.") +
                 revision("2009-08-09T10:00:00Z",
                          "{{date|6 août 2009}}\nIl est tard.\n\n== Sources ==\n* Le "
                          "Matin\n[[Catégorie:Loup]][[Catégorie:6 août 2009]]") +
                 revision("2009-08-08T10:00:00Z", "Non."));
  CHECK(article.title == "Un loup à Die");
  CHECK(article.key == "https://fr.actus.example/wiki/Un_loup_à_Die");
  CHECK(article.source == "Actus");
  CHECK(article.language == "fr");
  CHECK(to_iso(article.date.value()) == "2009-08-06");
  CHECK(article.keywords == std::vector<std::string>{"Loup"});
  CHECK(joined_zones(article, ZoneKind::paragraph) == "Il est tard.");
  CHECK(joined_zones(article, ZoneKind::debris) == "Sources\nLe Matin");
}

TEST_CASE("a date of update is never a date of publication") {
  const std::string page = "<title>T</title><ns>0</ns>" + revision("2019-08-07T10:00:00Z", "Un.");
  const Found found = read(page);
  CHECK_FALSE(std::get<Article>(found.result).date);
  CHECK(found.choices.at(0).field == "updated");
  CHECK(to_iso_day(article_of(page + revision("2009-08-07T10:00:00Z", "Deux.")).date.value()) == "2009-08-07");
  CHECK(to_iso_day(article_of("<title>T</title>" + revision("2019-08-07T10:00:00Z", "[[Catégorie:6 août 2009]]"))
                       .date.value()) == "2009-08-06");
}

TEST_CASE("redirects and other namespaces are refused with a reason") {
  const auto reason_of = [](const std::string& page) { return std::get<Skip>(read(page).result).reason; };
  CHECK(reason_of("<title>Discussion:T</title><ns>1</ns>" + revision("", "Un.")) == "no_article");
  CHECK(reason_of("<title>T</title><ns>0</ns><redirect title='U'/>" + revision("", "Un.")) == "redirect");
  CHECK(reason_of("<title>T</title><ns>0</ns>" + revision("", "#REDIRECT [[U]]")) == "redirect");
  CHECK(reason_of("<title>T</title><ns>0</ns>") == "no_text");
}

}  // namespace
}  // namespace hemero
