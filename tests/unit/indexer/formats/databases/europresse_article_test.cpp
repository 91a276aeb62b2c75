#include "indexer/formats/databases/europresse_article.h"

#include <string>

#include "tests/support/catch.h"

namespace hemero {
namespace {

Article article_of(const std::string& markup) {
  Choices choices;
  Record record{markup, "a.html", "a.html:1", 0, 0};
  auto found = read_europresse(record, choices);
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

/// As pages are exported since 2017 or so.
std::string new_layout(const std::string& header = "Culture, lundi 3 octobre 2016 845 mots, p. 12") {
  return "<article><header><div class=\"rdp__DocPublicationName\"><span class=\"DocPublicationName\">Le Matin, no. "
         "22345"
         "</span></div><div class=\"rdp__DocHeader\"><span class=\"DocHeader\">" +
         header +
         "</span></div><div class=\"titreArticle\"><p class=\"sm-margin-bottomNews\">Campagne</p>"
         "<p class=\"sm-margin-TopNews titreArticleVisu rdp__articletitle\">Un <mark>loup</mark> dans la vallée</p>"
         "<p class=\"sm-margin-TopNews rdp__subtitle\">Deux brebis mortes</p></div>"
         "<p class=\"sm-margin-bottomNews\">Claire Vasseur ; Paul Le Goff</p></header><section>"
         "<div class=\"DocText clearfix\"><div class=\"docOcurrContainer\"><p>Il est <b>tard</b>, mardi soir.</p>"
         "<h3>La nuit</h3><p>Il reste du café.</p>"
         "<p><a href=\"https://matin.example/loup\">Cet article est paru dans Le Matin (site web)</a></p></div></div>"
         "</section><footer><div class=\"Doc-LegalInfo\"><small>© 2016 Le Matin. Tous droits réservés.</small></div>"
         "<div class=\"publiC-lblNodoc\">news·20161003·MA·5007316</div></footer></article><div>Haut de page</div>";
}

TEST_CASE("an article of Europresse, as its pages are today") {
  const Article article = article_of(new_layout());
  CHECK(article.key == "news·20161003·MA·5007316");
  CHECK(article.title == "Un loup dans la vallée");
  CHECK(article.source == "Le Matin");
  CHECK(article.section == "Culture");
  CHECK(to_iso(article.date.value()) == "2016-10-03");
  CHECK(article.authors == std::vector<std::string>{"Claire Vasseur", "Paul Le Goff"});
  CHECK(article.url == "https://matin.example/loup");
  CHECK(outline(article) ==
        "d Le Matin, no. 22345|d Culture, lundi 3 octobre 2016 845 mots, p. 12|l Campagne|l Deux brebis mortes|"
        "p Il est tard, mardi soir.|h La nuit|p Il reste du café.|d Cet article est paru dans Le Matin (site web)|"
        "d © 2016 Le Matin. Tous droits réservés.|d news·20161003·MA·5007316");
}

struct HeaderRow {
  const char* header;
  const char* section;
  const char* date;
  const char* reason;
};

const HeaderRow headers[] = {
    {"lundi 3 octobre 2016, p. 12", "", "2016-10-03", "no section"},
    {"Seine-Saint-Denis, lundi 28 janvier 2013, p. 93_T_17", "Seine-Saint-Denis", "2013-01-28",
     "a section with hyphens"},
    {"International, Idées, samedi 1er août 2020, p. 3", "International, Idées", "2020-08-01", "two sections"},
    {"World, Friday, November 13, 2015", "World", "2015-11-13", "English"},
    {"Monday, October 3, 2016 845 words, p. 12", "", "2016-10-03", "… without a section"},
    {"jeudi 6 février 2014 - 18:24:14 UTC +0100 845 mots", "", "2014-02-06", "a page of the web"},
    {"Sans date", "", "2016-10-03", "the day of the document's number, when nothing else is one"},
};

TEST_CASE("sections and dates of headers") {
  for (const HeaderRow& row : headers) {
    INFO(row.reason);
    const Article article = article_of(new_layout(row.header));
    CHECK(article.section == row.section);
    CHECK(to_iso_day(article.date.value()) == row.date);
  }
}

TEST_CASE("an article of Europresse, as its pages were about 2015") {
  const Article article = article_of(
      "<article><header><div class='icon'></div><div><span class='DocPublicationName'>Le Matin, no. 22345</span></div>"
      "<div><span class='DocHeader'>Culture, lundi 3 octobre 2016, p. 12</span></div><p class='titreArticleVisu'>Un "
      "loup"
      "</p><div class='docAuthors'>Claire Vasseur</div></header><section><div class='DocText'><p>Il est tard.</p>"
      "<p>Il est tôt.</p></div></section><footer><small>© 2016 Le Matin</small><p>Numéro de document : "
      "news·20161003·MA·5007316</p></footer></article>");
  CHECK(article.key == "news·20161003·MA·5007316");
  CHECK(article.title == "Un loup");
  CHECK(article.source == "Le Matin");
  CHECK(article.authors == std::vector<std::string>{"Claire Vasseur"});
  CHECK(joined_zones(article, ZoneKind::paragraph) == "Il est tard.\nIl est tôt.");
}

TEST_CASE("an article of Europresse, as its pages were before there was an element for it") {
  const Article article = article_of(
      "<span class=\"DocPublicationName\">Le Matin</span><br><span class=\"DocHeader\">Culture, </span>"
      "<span class=\"DocHeader\">mercredi 3 octobre 2012</span><br><br><span class=\"TitreArticleVisu\">Un loup</span>"
      "<br><br>Claire Vasseur<br><br>Il est tard, mardi soir.<br><br>Il reste du café sous la bâche.<br><br>"
      "© 2012 Le Matin. Tous droits réservés.<table><tr><td align=\"center\">news·20121003·MA·0123</td></tr></table>");
  CHECK(article.key == "news·20121003·MA·0123");
  CHECK(article.title == "Un loup");
  CHECK(article.source == "Le Matin");
  CHECK(to_iso_day(article.date.value()) == "2012-10-03");
  CHECK(article.authors == std::vector<std::string>{"Claire Vasseur"});
  CHECK(joined_zones(article, ZoneKind::paragraph) == "Il est tard, mardi soir.\nIl reste du café sous la bâche.");
}

/// As its pages were until 2012: nothing but spans, breaks, and a certificate below.
std::string old_layout(const std::string& header, const std::string& around_title) {
  return "<span class=\"DocPublicationName\">Le Matin, no. 5968</span><br>" + header + "<br><br>" + around_title +
         "<p></p>Il est tard, mardi soir.<p></p>Il reste du café sous la bâche.<p></p><b><i>© 2010 Le Matin. Tous "
         "droits "
         "réservés.</i></b><p></p>Numéro de document : news·20100811·MA·0001<br><br><br><table "
         "align=\"center\"><tr><td "
         "align=\"center\">news·20100811·MA·0001</td></tr><tr><td>Ce certificat est émis à <b>Université</b> à des "
         "fins "
         "de visualisation personnelle et temporaire.</td></tr><tr><td>Date d'émission : <b>2012-10-05</b></td></tr>"
         "<tr><td>Et ce qui suit.</td></tr></table>";
}

std::string spans(std::initializer_list<const char*> pieces) {
  std::string text;
  for (const char* piece : pieces) (text += "<span class=\"DocHeader\">") += std::string(piece) + "</span>";
  return text;
}

const std::string title = "<span class=\"TitreArticleVisu\">Un <span style=\"color:red\">loup</span></span><br><br>";

TEST_CASE("a header in pieces, a line above the title, and the certificate") {
  const Article article = article_of(old_layout(spans({"Éditorial, ", "jeudi ", "12 août 2010", ", p. 03"}),
                                                "Une nuit de 1962<br>" + title + "Claire Vasseur<br>"));
  CHECK(article.source == "Le Matin");
  CHECK(article.section == "Éditorial");
  CHECK(to_iso_day(article.date.value()) == "2010-08-12");
  CHECK(article.title == "Un loup");
  CHECK(article.authors == std::vector<std::string>{"Claire Vasseur"});
  CHECK(article.key == "news·20100811·MA·0001");
  CHECK(joined_zones(article, ZoneKind::lead) == "Une nuit de 1962");
  CHECK(joined_zones(article, ZoneKind::paragraph) == "Il est tard, mardi soir.\nIl reste du café sous la bâche.");
}

TEST_CASE("headers of monthlies, and articles that nobody signed") {
  const Article article = article_of(old_layout(spans({"Culture, ", "août 2010"}), title));
  CHECK(article.section == "Culture");
  CHECK(to_iso(article.date.value()) == "2010-08");
  CHECK(article.authors.empty());
  CHECK(joined_zones(article, ZoneKind::lead).empty());
  CHECK(joined_zones(article, ZoneKind::paragraph) == "Il est tard, mardi soir.\nIl reste du café sous la bâche.");
}

TEST_CASE("an author in an element without a class, a kicker above the title, notes beside the text") {
  const auto page = [](const std::string& name, const std::string& text) {
    return "<article><header><img src='a.gif'/><div><span class='DocPublicationName'>" + name +
           "</span></div><div><span class='DocHeader'>Politique, mardi 14 mars 2006, p. "
           "16</span></div><div><p>MÉDIAS</p>"
           "</div><div class='titreArticle'><p class='titreArticleVisu'>Un loup</p></div><div>Claire Vasseur</div>"
           "</header><section>" +
           text +
           "</section><aside><div><b>Note(s) : </b><p>Une note.</p></div></aside><footer><small>© 2006 Le Matin</small>"
           "<p>Numéro de document : news·20060314·MA·1</p><span>Ce certificat est émis à <b> </b></span></footer>"
           "</article>";
  };
  for (const char* text : {"<div class='DocText'><div class='docOcurrContainer'><p>Il est tard.</p></div></div>",
                           "<p>Il est tard.</p></div></div>"}) {
    const Article article = article_of(page("Le Matin (site web)   ", text));
    CHECK(article.source == "Le Matin");
    CHECK(article.section == "Politique");
    CHECK(article.authors == std::vector<std::string>{"Claire Vasseur"});
    CHECK(joined_zones(article, ZoneKind::lead) == "MÉDIAS");
    CHECK(joined_zones(article, ZoneKind::paragraph) == "Il est tard.");
  }
}

TEST_CASE("where else an article appeared is neither its lead nor its author") {
  const std::string beside =
      "<div class='apd-wrapper'><div>Aussi paru dans</div><table><tr><td><div class='apd-sources-date'>3 octobre 2016 "
      "- "
      "</div></td><td><div class='source-name-APD'>Le Soir (site web)</div></td></tr></table></div>";
  const Article article = article_of(
      "<article><header><div class='rdp__DocPublicationName'><span class='DocPublicationName'>Revue du loup, Vol. 14, "
      "no "
      "4</span></div><div class='rdp__DocHeader'><span class='DocHeader'>Thursday, December 22, 2022 134 mots, p. 8"
      "</span></div>" +
      beside + "<div class='titreArticle'><p class='titreArticleVisu rdp__articletitle'>Un loup</p></div>" + beside +
      "<p class='sm-margin-bottomNews'>Claire Vasseur</p></header><section><div class='DocText'><p>Il est "
      "tard.</p></div>"
      "</section></article>");
  CHECK(article.source == "Revue du loup");
  CHECK(to_iso_day(article.date.value()) == "2022-12-22");
  CHECK(article.authors == std::vector<std::string>{"Claire Vasseur"});
  CHECK(joined_zones(article, std::nullopt) == "Il est tard.");
}

TEST_CASE("a header without the usual classes") {
  const Article article = article_of(
      "<article><header><div class='sm-margin-bottom'>Le Matin (site web)</div><div class='sm-margin-bottom'>lundi 3 "
      "octobre 2016 845 mots</div><div class='titreArticle'><p class='titreArticleVisu'>Un "
      "loup</p></div></header><section>"
      "<div class='DocText'><p>Il est tard.</p></div></section></article>");
  CHECK(article.source == "Le Matin");
  CHECK(to_iso_day(article.date.value()) == "2016-10-03");
  CHECK(joined_zones(article, ZoneKind::paragraph) == "Il est tard.");
}

TEST_CASE("pages of Europresse that are cut or empty harm nobody") {
  Choices choices;
  for (const char* markup :
       {"", "<span class='TitreArticleVisu'>", "<article><div class='titreArticle'></div>", "<span class='DocHeader'>",
        "<span class='DocPublicationName'>Le Matin</span>", "<div class='docOcurrContainer'>", "</article>", "news·"})
    read_europresse({markup, "a", "a:1", 0, 0}, choices);
}

TEST_CASE("what is no article is refused") {
  Choices choices;
  CHECK(std::holds_alternative<Skip>(read_europresse({"<article></article>", "a", "a:1", 0, 0}, choices)));
}

}  // namespace
}  // namespace hemero
