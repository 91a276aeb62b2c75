#include "indexer/formats/agencies/nitf_article.h"

#include <string>

#include "indexer/formats/xml/xml_reader.h"
#include "indexer/input/format.h"
#include "tests/support/catch.h"
#include "tests/support/string_input.h"

namespace hemero {
namespace {

std::variant<Article, Skip> read(const std::string& file) {
  StringInput input(file);
  XmlReader reader(input, nitf_format.items);
  auto item = std::make_shared<const XmlItem>(std::get<XmlItem>(*reader.next()));
  return read_nitf({{}, "a.nitf", "a.nitf", item->line, 0, item});
}

Article article_of(const std::string& file) {
  auto found = read(file);
  REQUIRE(std::holds_alternative<Article>(found));
  return std::get<Article>(std::move(found));
}

/// "l Lead|h Heading|p Paragraph|d Debris"
std::string outline(const Article& article) {
  std::string text;
  for (const Zone& zone : article.zones)
    text += std::string(text.empty() ? "" : "|") + "lhpd"[static_cast<std::size_t>(zone.kind)] + " " +
            std::string(article.zone_text(zone));
  return text;
}

TEST_CASE("all that NITF says") {
  const Article article = article_of(
      "<nitf xml:lang='fr'><head><title>Autre titre</title><docdata><doc-id id-string='k1'/>"
      "<date.issue norm='20180317T105500+0100'/><key-list><keyword key='Loup'/></key-list></docdata>"
      "<pubdata name='L’Écho' position.section='Nature'/></head><body><body.head><hedline><hl1>Un loup</hl1>"
      "<hl2>Deux brebis mortes.</hl2></hedline><byline>Par Claire Vasseur<byttl>à Die</byttl></byline>"
      "<dateline>Die, 17 mars</dateline></body.head><body.content><media><media-caption>Le "
      "loup.</media-caption></media>"
      "<block><p>Un <em>loup</em> &lt; deux.</p><hl2>La nuit</hl2><p>Il est tard.</p></block><note>À corriger</note>"
      "</body.content></body></nitf>");
  CHECK(article.key == "k1");
  CHECK(article.title == "Un loup");
  CHECK(to_iso(article.date.value()) == "2018-03-17T10:55");
  CHECK(article.authors == std::vector<std::string>{"Claire Vasseur"});
  CHECK(article.source == "L’Écho");
  CHECK(article.section == "Nature");
  CHECK(article.keywords == std::vector<std::string>{"Loup"});
  CHECK(article.language == "fr");
  CHECK(outline(article) ==
        "l Deux brebis mortes.|d Die, 17 mars|d Le loup.|p Un loup < deux.|h La nuit|p Il est tard.|d À corriger");
}

TEST_CASE("what NITF says elsewhere") {
  const Article article = article_of(
      "<nitf xmlns='http://iptc.org/std/NITF/2006-10-18/'><head><title>Un loup</title></head><body><body.head><byline>"
      "<person>Claire Vasseur</person> et <person>Paul Le Goff</person></byline><distributor>L’Agence</distributor>"
      "<dateline><story.date norm='20180317'/></dateline></body.head><body.content><p>Un.</p></body.content></body>"
      "</nitf>");
  CHECK(article.key == "a.nitf:1");
  CHECK(article.title == "Un loup");
  CHECK(to_iso(article.date.value()) == "2018-03-17");
  CHECK(article.authors == std::vector<std::string>{"Claire Vasseur", "Paul Le Goff"});
  CHECK(article.source == "L’Agence");
}

TEST_CASE("NITF without title and text is refused") { CHECK(std::holds_alternative<Skip>(read("<nitf/>"))); }

}  // namespace
}  // namespace hemero
