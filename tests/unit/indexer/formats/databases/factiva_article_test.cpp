#include "indexer/formats/databases/factiva_article.h"

#include <string>

#include "common/text/languages.h"
#include "indexer/formats/xml/xml_reader.h"
#include "indexer/input/format.h"
#include "tests/support/catch.h"
#include "tests/support/format_of.h"
#include "tests/support/string_input.h"

namespace hemero {
namespace {

Article article_of(const Record& record) {
  auto found = read_factiva(record);
  REQUIRE(std::holds_alternative<Article>(found));
  return std::get<Article>(std::move(found));
}

Article article_of_page(const std::string& markup) { return article_of(Record{markup, "a.html", "a.html:1", 0, 0}); }

Article article_of_xml(const std::string& file) {
  CHECK(format_of(file) == "factiva");
  StringInput input(file);
  XmlReader reader(input, factiva_format.items);
  auto item = std::make_shared<const XmlItem>(std::get<XmlItem>(*reader.next()));
  return article_of(Record{{}, "a.xml", "a.xml", item->line, 0, item});
}

std::string row(const std::string& code, const std::string& value) {
  return "<tr><td class=\"index\" align=\"right\" valign=\"top\"><b>" + code + "</b>&nbsp;</td><td>" + value +
         "</td></tr>";
}

void check_loup(const Article& article) {
  CHECK(article.key == "MATINB0020161003eca30000a");
  CHECK(article.title == "Un loup dans la vallée");
  CHECK(article.source == "Le Matin");
  CHECK(known_language(article.language) == "fr");
  CHECK(article.authors == std::vector<std::string>{"Claire Vasseur", "Paul Le Goff"});
  CHECK(to_iso_day(article.date.value()) == "2016-10-03");
  CHECK(joined_zones(article, ZoneKind::paragraph) == "Il est tard.\nIl est tôt.\nIl reste du café.");
}

TEST_CASE("a page of Factiva with codes") {
  const Article article = article_of_page(
      "<div id=\"article-MATINB0020161003eca30000a\" class=\"article frArticle\"><table>" + row("SE", "Culture") +
      row("HD", "<span class='frHeadline'>Un loup dans la vallée</span>") +
      row("BY", "Par Claire Vasseur et Paul Le Goff") + row("WC", "845 mots") + row("PD", "3 octobre 2016") +
      row("ET", "18:24") + row("SN", "Le Matin") + row("SC", "MATINB") + row("PG", "12") + row("LA", "Français") +
      row("CY", "Copyright 2016 Le Matin") + row("LP", "<p>Il est tard.</p>") +
      row("TD", "<p>Il est tôt.</p><p>Il reste du café.</p>") + row("NS", "c13 : Réglementation | ncat : Contenu") +
      row("IN", "i0 : Agriculture") + row("AN", "Document MATINB0020161003eca30000a") + "</table></div>");
  check_loup(article);
  CHECK(article.section == "Culture");
  CHECK(to_iso(article.date.value()) == "2016-10-03T18:24");
  CHECK(article.keywords == std::vector<std::string>{"Réglementation", "Contenu", "Agriculture"});
}

TEST_CASE("a page of Factiva in English") {
  const Article article =
      article_of_page("<div class=\"article enArticle\"><table>" + row("HD", "A wolf") + row("PD", "3 October 2016") +
                      row("LA", "English") + row("LP", "<p>Late.</p>") + "</table></div>");
  CHECK(article.key == "a.html:1");
  CHECK(article.language == "English");
  CHECK(to_iso(article.date.value()) == "2016-10-03");
}

TEST_CASE("a page of Factiva without codes") {
  check_loup(article_of_page(
      "<div class=\"article frArticle\"><div id=\"hd\"><span class=\"frHeadline\">Un loup dans la vallée</span></div>"
      "<div class=\"author\">Par Claire Vasseur et Paul Le Goff</div><div>845 mots</div><div>3 octobre 2016</div>"
      "<div>18:24</div><div>Le Matin</div><div>MATINB</div><div>Français</div><div>Copyright 2016 Le Matin</div>"
      "<p class=\"articleParagraph frarticleParagraph\">Il est tard.</p><p class=\"articleParagraph "
      "frarticleParagraph\">"
      "Il est tôt.</p><p class=\"articleParagraph frarticleParagraph\">Il reste du café.</p>"
      "<p>Document MATINB0020161003eca30000a</p></div>"));
}

TEST_CASE("an article of Factiva in XML") {
  const Article article = article_of_xml(
      "<?xml version='1.0'?><ppsArticleResponse><ppsArticle><article><reference>distdoc:archive/ArchiveDoc::Article/"
      "MATINB0020161003eca30000a</reference><headline><paragraph display='Proportional'>Un loup dans la "
      "vallée</paragraph>"
      "</headline><byline>Par Claire Vasseur et Paul Le Goff</byline><sourceName>Le Matin</sourceName><baseLanguage>fr"
      "</baseLanguage><publicationDate><date>2016-10-03</date></publicationDate><leadParagraph><paragraph>Il est tard."
      "</paragraph></leadParagraph><tailParagraphs><paragraph>Il est tôt.</paragraph><paragraph>Il reste du café."
      "</paragraph></tailParagraphs><newsSubject code='c13'><name>Réglementation</name></newsSubject></article>"
      "</ppsArticle></ppsArticleResponse>");
  check_loup(article);
  CHECK(article.keywords == std::vector<std::string>{"Réglementation"});
}

TEST_CASE("Factiva's articles are known whatever stands around them") {
  CHECK(article_of_xml(
            "<results><ppsArticle><article accessionNo='K1'><headline>Un loup</headline></article></ppsArticle>"
            "</results>")
            .key == "K1");
}

}  // namespace
}  // namespace hemero
