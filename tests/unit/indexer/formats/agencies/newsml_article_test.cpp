#include "indexer/formats/agencies/newsml_article.h"

#include <string>

#include "indexer/formats/xml/xml_reader.h"
#include "indexer/input/format.h"
#include "tests/support/catch.h"
#include "tests/support/string_input.h"

namespace hemero {
namespace {

std::variant<Article, Skip> read(const std::string& file) {
  StringInput input(file);
  XmlReader reader(input, newsml_format.items);
  auto item = std::make_shared<const XmlItem>(std::get<XmlItem>(*reader.next()));
  return read_newsml({{}, "a.xml", "a.xml", item->line, 0, item});
}

Article article_of(const std::string& file) {
  auto found = read(file);
  REQUIRE(std::holds_alternative<Article>(found));
  return std::get<Article>(std::move(found));
}

/// "" for an article.
std::string reason_of(const std::string& file) {
  const auto found = read(file);
  const auto* skip = std::get_if<Skip>(&found);
  return skip == nullptr ? "" : skip->reason;
}

std::string g2(const std::string& management, const std::string& metadata, const std::string& content) {
  return "<newsMessage xmlns='http://iptc.org/std/nar/2006-10-01/'><itemSet><newsItem guid='k1' xml:lang='fr-FR'>"
         "<itemMeta>" +
         management + "</itemMeta><contentMeta>" + metadata + "</contentMeta><contentSet>" + content +
         "</contentSet></newsItem></itemSet></newsMessage>";
}

TEST_CASE("all that NewsML-G2 says") {
  const Article article = article_of(
      g2("<itemClass qcode='ninat:text'/><provider qcode='nprov:Agence'/><versionCreated>2019-01-01</versionCreated>"
         "<pubStatus qcode='stat:usable'/>",
         "<contentCreated>2018-03-17T10:55:00+01:00</contentCreated><headline>Un loup</headline><by>Par Claire Vasseur"
         "</by><keyword>Loup</keyword><subject><name>Nature</name></subject><dateline>Die</dateline>",
         "<inlineXML><html xmlns='http://www.w3.org/1999/xhtml'><head><title>Non</title></head><body><p>Un "
         "<b>loup</b>.</p><h2>La nuit</h2><p>Deux.</p></body></html></inlineXML>"));
  CHECK(article.key == "k1");
  CHECK(article.title == "Un loup");
  CHECK(to_iso(article.date.value()) == "2018-03-17T10:55");
  CHECK(article.authors == std::vector<std::string>{"Claire Vasseur"});
  CHECK(article.source == "Agence");
  CHECK(article.language == "fr-FR");
  CHECK(article.keywords == std::vector<std::string>{"Loup", "Nature"});
  CHECK(article.text == "Die\nUn loup.\nLa nuit\nDeux.");
}

TEST_CASE("where NewsML-G2 keeps its text") {
  const struct {
    const char* content;
    const char* text;
    const char* reason;
  } rows[] = {
      {"<inlineData>Un.\n\nDeux.</inlineData>", "Un.\nDeux.", "plain text"},
      {"<inlineData>&lt;p>Un &lt;b>loup&lt;/b>.&lt;/p></inlineData>", "Un loup.", "escaped HTML"},
      {"<inlineXML><nitf><body><body.content><p>Un.</p></body.content></body></nitf></inlineXML>", "Un.", "NITF"},
      {"<remoteContent href='a.jpg'/>", "", "elsewhere"},
  };
  for (const auto& row : rows) {
    INFO(row.reason);
    CHECK(article_of(g2("", "<headline>T</headline>", row.content)).text == row.text);
  }
}

TEST_CASE("what NewsML-G2 does not publish is skipped") {
  CHECK(reason_of(g2("<pubStatus qcode='stat:canceled'/>", "<headline>T</headline>", "")) == reason::unpublished);
  CHECK(reason_of(g2("<itemClass qcode='ninat:picture'/>", "<headline>T</headline>", "")) == reason::no_text);
  CHECK(reason_of(g2("", "", "")) == reason::no_text);
}

std::string newsml_1(const std::string& status, const std::string& content) {
  return "<NewsML><NewsItem "
         "xml:lang='fr'><Identification><NewsIdentifier><ProviderId>agence.example</ProviderId><DateId>"
         "20180317</DateId><NewsItemId>k1</NewsItemId></NewsIdentifier></Identification><NewsManagement><FirstCreated>"
         "20180317T105500+0100</FirstCreated><Status FormalName='" +
         status +
         "'/></NewsManagement><NewsComponent><NewsLines><HeadLine>Un loup</HeadLine><ByLine>Par Claire Vasseur</ByLine>"
         "</NewsLines><AdministrativeMetadata><Provider><Party FormalName='Agence'/></Provider>"
         "</AdministrativeMetadata>" +
         content + "</NewsComponent></NewsItem></NewsML>";
}

TEST_CASE("all that NewsML 1.2 says") {
  const Article article = article_of(
      newsml_1("Usable",
               "<NewsComponent><Role FormalName='Title'/><ContentItem><DataContent>Un loup</DataContent></ContentItem>"
               "</NewsComponent><NewsComponent><ContentItem><MediaType "
               "FormalName='Text'/><DataContent><nitf><body><body.content>"
               "<p>Un.</p><p>Deux.</p></body.content></body></nitf></DataContent></ContentItem><ContentItem><MediaType "
               "FormalName='Photo'/><DataContent>Un loup</DataContent></ContentItem></NewsComponent>"));
  CHECK(article.key == "agence.example:20180317:k1");
  CHECK(article.title == "Un loup");
  CHECK(to_iso(article.date.value()) == "2018-03-17T10:55");
  CHECK(article.authors == std::vector<std::string>{"Claire Vasseur"});
  CHECK(article.source == "Agence");
  CHECK(article.language == "fr");
  CHECK(article.text == "Un.\nDeux.");
}

TEST_CASE("what NewsML 1.2 does not publish is skipped") {
  CHECK(reason_of(newsml_1("Embargoed", "")) == reason::unpublished);
  CHECK(reason_of(newsml_1("USABLE", "")).empty());
}

}  // namespace
}  // namespace hemero
