#include "indexer/formats/print/tei_article.h"

#include <string>
#include <vector>

#include "indexer/formats/print/tei_reader.h"
#include "tests/support/catch.h"
#include "tests/support/format_of.h"
#include "tests/support/string_input.h"

namespace hemero {
namespace {

std::vector<Article> articles_of(const std::string& file) {
  CHECK(format_of(file) == "tei");
  std::vector<Article> articles;
  StringInput input(file);
  TeiReader reader(input, {"a.xml", "a.xml", 0, true});
  while (auto item = reader.next()) {
    auto found = read_tei(std::get<Record>(*item));
    REQUIRE(std::holds_alternative<Article>(found));
    articles.push_back(std::get<Article>(std::move(found)));
  }
  return articles;
}

/// "l Lead|h Heading|p Paragraph|d Debris"
std::string outline(const Article& article) {
  std::string text;
  for (const Zone& zone : article.zones)
    text += std::string(text.empty() ? "" : "|") + "lhpd"[static_cast<std::size_t>(zone.kind)] + " " +
            std::string(article.zone_text(zone));
  return text;
}

const std::string header =
    "<teiHeader><fileDesc><titleStmt><title>Le loup</title><author><persName>Claire "
    "Vasseur</persName></author></titleStmt>"
    "<publicationStmt><publisher>L’Université</publisher><date when='2020'/></publicationStmt><sourceDesc><bibl>"
    "<title level='j'>Le Matin</title><date when='1898-02-14'>14 "
    "février</date></bibl></sourceDesc></fileDesc><profileDesc>"
    "<langUsage><language "
    "ident='fra'/></langUsage><textClass><keywords><term>Loup</term></keywords></textClass></profileDesc>"
    "</teiHeader>";

std::string tei(const std::string& body) {
  return "<TEI xmlns='http://www.tei-c.org/ns/1.0'>" + header + "<text><body>" + body + "</body></text></TEI>";
}

TEST_CASE("a TEI text is an article") {
  const auto articles = articles_of(tei("<div><head>La nuit</head><p>Un.</p><list><item>Deux.</item></list></div>"));
  REQUIRE(articles.size() == 1);
  const Article& article = articles[0];
  CHECK(article.key == "a.xml:1");
  CHECK(article.title == "Le loup");
  CHECK(article.source == "Le Matin");
  CHECK(to_iso(article.date.value()) == "1898-02-14");
  CHECK(article.authors == std::vector<std::string>{"Claire Vasseur"});
  CHECK(article.language == "fra");
  CHECK(article.keywords == std::vector<std::string>{"Loup"});
  CHECK(outline(article) == "h La nuit|p Un.|p Deux.");
}

TEST_CASE("a text that is divided into articles gives each of them") {
  const std::string rest(200, 'x');
  const auto articles =
      articles_of(tei("<fw>2</fw><div type='section'><div type='article' xml:lang='de'><head>Un "
                      "<hi>loup</hi></head><byline>Par Paul Le "
                      "Goff.</byline><p>Un.</p></div><div type='article'><p>Deux.</p></div></div><p>" +
                      rest + "</p>"));
  REQUIRE(articles.size() == 3);
  CHECK(articles[0].title == "Un loup");
  CHECK(articles[0].authors == std::vector<std::string>{"Paul Le Goff"});
  CHECK(articles[0].language == "de");
  CHECK(articles[0].source == "Le Matin");
  CHECK(outline(articles[0]) == "d Par Paul Le Goff.|p Un.");
  CHECK(articles[1].key == "a.xml:2");
  CHECK(articles[1].title == "Le loup");
  CHECK(outline(articles[1]) == "p Deux.");
  CHECK(joined_zones(articles[2], ZoneKind::paragraph) == rest);
}

TEST_CASE("a corpus of TEI texts") {
  const auto articles = articles_of("<teiCorpus xmlns='http://www.tei-c.org/ns/1.0'>" + header +
                                    "<TEI><teiHeader><fileDesc><titleStmt><title>Un</title></titleStmt></fileDesc></"
                                    "teiHeader><text><body><p>1</p></body></text></TEI>"
                                    "<TEI><text><body><p>2</p></body></text></TEI></teiCorpus>");
  REQUIRE(articles.size() == 2);
  CHECK(articles[0].title == "Un");
  CHECK(articles[0].source == "Le Matin");
  CHECK(articles[1].title == "Le loup");
}

struct Row {
  const char* body;
  const char* outline;
  const char* reason;
};

const Row rows[] = {
    {"<p>Le gouver-<lb break='no'/>nement\n<lb/>est là.</p>", "p Le gouvernement est là.",
     "a word that a line's end cuts"},
    {"<p>gouver<pb n='2' break='no'/>\n  nement</p>", "p gouvernement", "… that a page's end cuts"},
    {"<p>celui-<lb break='no'/>ci</p>", "p celui-ci", "… and that has a hyphen"},
    {"<p>Un<note place='foot'>Voir <hi>p. 2</hi>.</note> loup.</p><p>Deux.</p>", "p Un loup.|d Voir p. 2.|p Deux.",
     "a note breaks no paragraph"},
    {"<p>Un <choice><sic>lou</sic><corr>loup</corr></choice>.</p>", "p Un lou.",
     "what was printed goes before what was meant"},
    {"<lg><l>Un vers</l><l>Deux vers</l></lg>", "p Un vers|p Deux vers", "verse"},
    {"<p>Avant<quote><p>Cité</p></quote>après</p>", "p Avant|p Cité|p après", "paragraphs in paragraphs"},
    {"<p>Un <persName>Paul\n  Le Goff</persName>.</p>", "p Un Paul Le Goff.", "names are words"},
    {"<fw>LE MATIN</fw><figure><figDesc>Un loup</figDesc></figure><p>Un.</p>", "d LE MATIN|d Un loup|p Un.",
     "running heads and pictures stand beside"},
};

TEST_CASE("elements of TEI become text") {
  for (const Row& row : rows) {
    INFO(row.reason);
    CHECK(outline(articles_of(tei(row.body)).at(0)) == row.outline);
  }
}

}  // namespace
}  // namespace hemero
