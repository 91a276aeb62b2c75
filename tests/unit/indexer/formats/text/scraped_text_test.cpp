#include "indexer/formats/text/scraped_text.h"

#include <string>
#include <vector>

#include "common/text/line_shape.h"
#include "tests/support/catch.h"

namespace hemero {
namespace {

Record record(std::string bytes) { return {std::move(bytes), "pages/a.txt", "a.txt", 0, 0}; }

Article article_of(const std::string& page, const RepeatedLines& repeated = {}) {
  auto result = extract_scraped_text(record(page), repeated);
  REQUIRE(std::holds_alternative<Article>(result));
  return std::get<Article>(std::move(result));
}

/// "T Title|p Paragraph|h Heading|d Debris": an article in one line, each zone cut to 24 bytes.
std::string outline(const Article& article) {
  std::string text = "T " + article.title;
  for (const Zone& zone : article.zones)
    text += std::string("|") + "lhpd"[static_cast<std::size_t>(zone.kind)] + " " +
            std::string(article.zone_text(zone).substr(0, 24));
  return text;
}

const std::string one = "Il est tard, mardi soir, et il reste du café sous la bâche tendue entre deux peupliers.";
const std::string two = "La maire est passée lundi soir et n’a pas demandé l’évacuation du rond-point aux gendarmes.";
const std::string long_one = one + " " + two + " " + one + " " + two;

struct Row {
  std::string page;
  std::string outline;
  const char* reason;
};

const Row rows[] = {
    {"Un titre\n\n" + one + "\n\n" + two, "T Un titre|p Il est tard, mardi soir,|p La maire est passée lun",
     "title and text"},
    {"Accueil\nMenu\nSports\n\nUn titre\n\n" + one, "T Un titre|d Accueil|d Menu|d Sports|p Il est tard, mardi soir,",
     "a menu before the title"},
    {"Le Courrier\n\nUn titre plus long que le nom du journal\n\n" + one,
     "T Un titre plus long que le nom du journal|d Le Courrier|p Il est tard, mardi soir,",
     "the name of the newspaper first"},
    {"Le Courrier – le grand quotidien de toute la vallée de la Lys\nNord / Lille\n\nUn titre court de trente "
     "lettres\n\n"
     "Publié le 11 août 2021\n\n" +
         long_one,
     "T Un titre court de trente lettres|d Le Courrier – le grand|d Nord / Lille|d Publié le 11 août 2021|p Il est "
     "tard, mardi soir,",
     "the line before the byline is the title, longer ones above it are not"},
    {"Un titre assez long pour une page\n\nCulture\n\nPublié le 11 août 2021\n\n" + one,
     "T Un titre assez long pour une page|d Culture|d Publié le 11 août 2021|p Il est tard, mardi soir,",
     "a label between title and byline"},
    {"Un titre\n\n" + one + "\n\nUn intertitre\n\n" + two,
     "T Un titre|p Il est tard, mardi soir,|h Un intertitre|p La maire est passée lun", "a heading"},
    {"Un titre\n\n" + one + "\n\nQui paiera ?\n\n" + two,
     "T Un titre|p Il est tard, mardi soir,|h Qui paiera ?|p La maire est passée lun", "a question that is a heading"},
    {"Un titre\n\n" + one + "\n\n« Oui. »\n\n" + two,
     "T Un titre|p Il est tard, mardi soir,|p « Oui. »|p La maire est passée lun", "a short sentence is no heading"},
    {"Un titre\n\n" + one + "\n\nLire aussi :\nUn autre article\nQui a tort ?\n\n" + two,
     "T Un titre|p Il est tard, mardi soir,|d Lire aussi :|d Un autre article|d Qui a tort ?|p La maire est passée lun",
     "the articles that a teaser names, questions too"},
    {"Un titre\n\n" + one + "\n\nLire aussi\n\nUn autre article\n\n" + two,
     "T Un titre|p Il est tard, mardi soir,|d Lire aussi|d Un autre article|p La maire est passée lun",
     "a teaser with its article behind a blank line"},
    {"Un titre\n\n" + one + "\n\nLire aussi : un autre article\n\n" + two,
     "T Un titre|p Il est tard, mardi soir,|d Lire aussi : un autre ar|p La maire est passée lun",
     "a teaser in a line"},
    {"Un titre\n\n" + long_one + "\n\nArticles similaires\n\n" + one + "\n\nUn autre titre\n\n" + two,
     "T Un titre|p Il est tard, mardi soir,|d Articles similaires|d Il est tard, mardi soir,|d Un autre titre|d La "
     "maire est passée lun",
     "what follows the article, sentences too"},
    {"Un titre\n\n" + one + "\n\nPartager sur Facebook\nEnvoyer par e-mail\n\n© 2021 Le Courrier",
     "T Un titre|p Il est tard, mardi soir,|d Partager sur Facebook|d Envoyer par e-mail|d © 2021 Le Courrier",
     "buttons and the footer"},
    {"À la une | Sports | Culture | Météo\n\nUn titre\n\n" + one,
     "T Un titre|d À la une | Sports | Cul|p Il est tard, mardi soir,", "a menu in a line"},
    {"Un titre\n\nPar Claire Vasseur\n\n" + one, "T Un titre|d Par Claire Vasseur|p Il est tard, mardi soir,",
     "a signature"},
    {"Un titre\n" + one, "T Un titre|p Il est tard, mardi soir,", "no blank line"},
    {one, "T " + one, "a sentence alone is the title"},
    {"Un titre", "T Un titre", "a title alone"},
    {long_one, "T |p Il est tard, mardi soir,", "a paragraph alone is no title"},
    {"Un titre\n\nPremière ligne\n\nDeuxième ligne", "T Un titre|p Première ligne|p Deuxième ligne",
     "no sentence anywhere"},
    {"\uFEFFUn titre\r\n\r\n" + one + "\r\n", "T Un titre|p Il est tard, mardi soir,", "byte order mark and CRLF"},
};

TEST_CASE("pages are told apart into title, text and debris") {
  for (const Row& row : rows) {
    INFO(row.reason);
    CHECK(outline(article_of(row.page)) == row.outline);
  }
}

TEST_CASE("a byline gives date and authors, wherever it stands around the lead") {
  const std::string pages[] = {
      "Un titre assez long pour une page\n\nPublié le 11 août 2021 — Par Claire Vasseur\n\n" + one + "\n\n" + two,
      "Un titre assez long pour une page\nPar Claire Vasseur\nPublié le 11 août 2021\n\n" + one,
      "Un titre assez long pour une page\n\n" + one + "\n\nPar Claire Vasseur\n\nPublié le 11 août 2021\n\n" + two,
      "Publié le 11 août 2021\n\nUn titre assez long pour une page\n\nPar Claire Vasseur\n\n" + one,
  };
  for (const std::string& page : pages) {
    INFO(page);
    const Article article = article_of(page);
    CHECK(article.title == "Un titre assez long pour une page");
    REQUIRE(article.date);
    CHECK(to_iso(*article.date) == "2021-08-11");
    CHECK(article.date_text == "11 août 2021");
    CHECK(article.authors == std::vector<std::string>{"Claire Vasseur"});
    CHECK(joined_zones(article, ZoneKind::debris).find("Vasseur") != std::string::npos);
  }
}

TEST_CASE("dates and names further down are the story's own") {
  const Article article = article_of("Un titre\n\n" + one + "\n\n" + two + "\n\n" + one +
                                     "\n\nPublié le 11 août 2021\n\n" + two + "\n\nPar Claire Vasseur\n\n" + one);
  CHECK_FALSE(article.date);
  CHECK(article.authors.empty());
}

TEST_CASE("lines that the folder's files repeat are debris, but a repeated byline is a byline") {
  const RepeatedLines repeated{line_shape("Le journal des Alpilles, depuis 1911"), line_shape("Par Claire Vasseur")};
  const Article article = article_of("Le journal des Alpilles, depuis 1911\n\nUn titre\n\nPar Claire Vasseur\n\n" +
                                         one + "\n\nLe journal des Alpilles, depuis 1911",
                                     repeated);
  CHECK(article.title == "Un titre");
  CHECK(article.authors == std::vector<std::string>{"Claire Vasseur"});
  CHECK(joined_zones(article, std::nullopt) == one);
}

TEST_CASE("a word cut at a line's end keeps its hyphen and line feed") {
  const Article article = article_of(
      "Un titre\n\nOn n’avait plus joué au stade Marcel-Ravel depuis octobre, mais la bu-\n"
      "vette était ouverte, jeudi soir, et ce n’était pas pour un match.");
  CHECK_THAT(joined_zones(article, ZoneKind::paragraph), contains_text("la bu-\nvette"));
}

TEST_CASE("all lines of a page are kept, in order") {
  for (const Row& row : rows) {
    const Article article = article_of(row.page);
    std::string kept = article.title + article.text;
    std::string printed = row.page;
    for (std::string* text : {&kept, &printed})
      for (const char* blank : {"\n", "\r", " ", "\uFEFF"})
        for (auto at = text->find(blank); at != std::string::npos; at = text->find(blank))
          text->erase(at, std::string(blank).size());
    INFO(row.reason);
    CHECK(kept.size() == printed.size());
  }
}

TEST_CASE("other charsets are read") {
  const std::string latin =
      "Un \xE9t\xE9 \xE0 Bor\xE9on\n\n\xAB Oui, dit-il, c\x92\x65st l\x92\x9Cuvre d\x92une vie enti\xE8re et de "
      "plusieurs mains. \xBB";
  const Article article = article_of(latin);
  CHECK(article.title == "Un été à Boréon");
  CHECK_THAT(article.text, contains_text("c’est l’œuvre d’une vie entière"));
}

TEST_CASE("the path is the key") {
  const Article article = article_of("Un titre\n\n" + one);
  CHECK(article.key == "a.txt");
  CHECK(article.path == "pages/a.txt");
}

std::string reason_of(std::string bytes) {
  const auto result = extract_scraped_text(record(std::move(bytes)), {});
  const auto* skip = std::get_if<Skip>(&result);
  if (skip == nullptr) return "";
  CHECK(skip->path == "pages/a.txt");
  CHECK_FALSE(skip->message.empty());
  CHECK_FALSE(skip->whole_path);
  return skip->reason;
}

TEST_CASE("files that hold no article are skipped with their reason") {
  CHECK(reason_of("") == reason::empty);
  CHECK(reason_of(" \n\t\u00A0\n") == reason::empty);
  CHECK(reason_of(std::string("\x7F"
                              "ELF\0\0\0",
                              7)) == reason::binary);
  CHECK(reason_of("%PDF-1.4\n" + std::string(100, '\1')) == reason::binary);
  CHECK(reason_of("Accueil\nMenu\nSports\n") == reason::no_text);
}

}  // namespace
}  // namespace hemero
