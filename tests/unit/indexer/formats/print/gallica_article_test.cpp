#include "indexer/formats/print/gallica_article.h"

#include <string>

#include "indexer/formats/print/ocr_lines.h"
#include "tests/support/catch.h"

namespace hemero {
namespace {

Article article_of(const std::string& bytes) {
  const auto found = read_gallica({bytes, "a.html", "a.html", 0, 0});
  REQUIRE(std::holds_alternative<Article>(found));
  return std::get<Article>(found);
}

std::string label(const std::string& name, const std::string& value) {
  return "<p><strong>" + name + " : </strong>" + value + "</p>";
}

const std::string warning =
    "<p>Le texte affiché peut comporter des erreurs : il a été lu par un programme de reconnaissance optique de "
    "caractères (OCR). Le taux de reconnaissance estimé pour ce document est de 97%.</p>"
    "<p><a href=\"/aide\">En savoir plus sur l'OCR</a></p>";

std::string page(const std::string& notice, const std::string& text) {
  return "<html><head><title>Le Loup</title></head><body><div><h4>Rappel de votre demande:</h4><hr/><p><b>Format de "
         "téléchargement:</b>: <strong>Texte</strong></p><h4>Notice complète:</h4><hr/>" +
         notice + "<hr/>" + warning + text + "</div></body></html>";
}

const std::string issue = label("Titre", "Le Loup (Rennes)") + label("Éditeur", "[s.n.] (Rennes)") +
                          label("Date d'édition", "1898-03-03") + label("Type", "publication en série imprimée") +
                          label("Langue", "français") + label("Description", "03 mars 1898") +
                          label("Identifiant", "<a href=\"https://gallica.bnf.fr/ark:/12148/b\">ark:/12148/b</a>") +
                          label("Date de mise en ligne", "15/10/2007");

TEST_CASE("an issue of Gallica as plain text") {
  const Article article =
      article_of(page(issue,
                      "<p>Le gouver- <br/>nement a dit-<br/>il à la prési- dence.</p><hr/><p>Titre : il est tard."
                      "<br/>Il reste du café.</p>"));
  CHECK(article.title == "Le Loup (Rennes), 1898-03-03");
  CHECK(article.source == "Le Loup (Rennes)");
  CHECK(to_iso(article.date.value()) == "1898-03-03");
  CHECK(article.url == "https://gallica.bnf.fr/ark:/12148/b");
  CHECK(article.key == article.url);
  CHECK(article.language == "français");
  CHECK(article.ocr_confidence == 0.97);
  CHECK(joined_zones(article, ZoneKind::paragraph) ==
        "Le gouvernement a dit-il à la présidence.\nTitre : il est tard.\nIl reste du café.");
}

TEST_CASE("a day that only a description names") {
  const std::string notice = label("Titre", "Le Loup") + label("Date d'édition", "1898") +
                             label("Type", "publication en série imprimée") +
                             label("Description", "1898/03/03 (A10,N2)") + label("Identifiant", "ark:/12148/b");
  const Article article = article_of(page(notice, "<p>Il est tard.</p>"));
  CHECK(to_iso(article.date.value()) == "1898-03-03");
  CHECK(article.url == "https://gallica.bnf.fr/ark:/12148/b");
}

TEST_CASE("a book of Gallica") {
  const std::string notice = label("Titre", "Les loups") + label("Auteur", "Vasseur, Claire (1840-1910)") +
                             label("Date d'édition", "1898") + label("Type", "monographie imprimée") +
                             label("Identifiant", "ark:/12148/b");
  const Article article = article_of(page(notice, "<p>Il est tard.</p>"));
  CHECK(article.title == "Les loups");
  CHECK(article.source.empty());
  CHECK(article.authors == std::vector<std::string>{"Vasseur, Claire (1840-1910)"});
}

TEST_CASE("the same saved as text") {
  const Article article = article_of(
      "Rappel de votre demande:\nFormat de téléchargement: : Texte\n\nNotice complète:\n\nTitre : Le Loup\nDate "
      "d'édition "
      ": 1898-03-03\nType : publication en série imprimée\nIdentifiant : ark:/12148/b\n\nLe taux de reconnaissance "
      "estimé pour ce document est de 42%.\n\nLe gouver-\nnement est las.\n\nIl est tard.\n");
  CHECK(article.title == "Le Loup, 1898-03-03");
  CHECK(article.ocr_confidence == 0.42);
  CHECK(joined_zones(article, ZoneKind::paragraph) == "Le gouvernement est las.\nIl est tard.");
}

TEST_CASE("notices that are cut, empty or nothing else harm nobody") {
  for (const std::string& bytes : {std::string("<html><h4>Notice complète</h4>"), page("", ""),
                                   page(label("Titre", ""), ""), std::string("Notice complète:\nTitre :"),
                                   page(label("Identifiant", "ark:/"), "<p>%</p>"), std::string("<html>")}) {
    const auto found = read_gallica({bytes, "a", "a", 0, 0});
    if (const auto* article = std::get_if<Article>(&found)) CHECK(article->source.empty());
  }
}

struct JoinRow {
  const char* lines;
  const char* joined;
  const char* reason;
};

const JoinRow joins[] = {
    {"le gouver-\nnement", "le gouvernement", "a line's end"},
    {"le gouver- nement", "le gouvernement", "… that was made a blank"},
    {"le gouver- \n nement", "le gouvernement", "… with blanks around it"},
    {"les sous- et sur-titres", "les sous- et sur-titres", "the rest of a compound"},
    {"le 3 mars - un mardi", "le 3 mars - un mardi", "a dash"},
    {"Saint- Malo", "Saint- Malo", "a capital is left alone"},
    {"celui-\nci", "celui-ci", "a hyphen that belongs to the word"},
    {"", "", "nothing"},
    {"- ", "-", "a hyphen alone"},
};

TEST_CASE("printed lines are joined, and the words that they cut") {
  for (const JoinRow& row : joins) {
    INFO(row.reason);
    CHECK(join_printed_lines(row.lines) == row.joined);
  }
}

}  // namespace
}  // namespace hemero
