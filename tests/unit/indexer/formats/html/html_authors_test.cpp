#include "indexer/formats/html/html_authors.h"

#include <algorithm>

#include "indexer/formats/html/html_article.h"
#include "tests/support/catch.h"

namespace hemero {
namespace {

struct Row {
  std::string head;
  std::vector<std::string> authors;
  const char* rule;  ///< "" for none
  const char* reason;
};

const std::string title = "<h1>Un loup dans la vallée</h1>";
const std::string text =
    "<p>Il est tard, mardi soir, et il reste du café sous la bâche tendue entre deux peupliers.</p>";

const std::string meta = "<meta name=author content=\"Anne Le Bris\">";
const std::string itemprop = "<span itemprop=author>Inès Faucheux</span>";
const std::string card =
    "<p class=info>le 11 août 2021, par <span class='vcard author'><a class='url fn'>Claire "
    "Vasseur</a></span></p>";
const std::string link = "<p>Texte <a rel=author href=/p>Paul Morin</a></p>";
const std::string byline = "<p>mercredi 11 août 2021, par Claire Vasseur</p>";
const std::string named = "<p class=article-author>Zoé Kersalé et Jean Roux</p>";

const std::string site = "<meta property=og:site_name content=\"Le Matin\">";
const std::string address = "<link rel=canonical href=\"https://www.lematin.example/a.html\">";

const Row rows[] = {
    {named + byline + link + card + itemprop + meta, {"Anne Le Bris"}, "meta author", "metadata first"},
    {named + byline + link + card + itemprop, {"Inès Faucheux"}, "itemprop author", "then microdata"},
    {named + byline + link + card, {"Claire Vasseur"}, "class author vcard", "then an hCard"},
    {named + byline + link, {"Paul Morin"}, "rel=author", "then a link to the author"},
    {named + byline, {"Claire Vasseur"}, "byline", "then French text"},
    {named, {"Zoé Kersalé", "Jean Roux"}, "class author", "then names in an element that is named so"},
    {"", {}, "", "no author"},
    {"<div>Par <span class='vcard author'><span class=fn>Claire Vasseur</span></span>, "
     "<span class='vcard author'><span class=fn>Paul Morin</span></span></div>"
     "<div><span class='vcard author'><span class=fn>Jean Roux</span></span></div>",
     {"Claire Vasseur", "Paul Morin"},
     "class author vcard",
     "authors beside one another"},
    {"<a class='p-author h-card' href=/c>Claire Vasseur</a>",
     {"Claire Vasseur"},
     "class author vcard",
     "microformats 2"},
    {"<p class=info-publi><small>Le mercredi 11 août 2021, par Claire Vasseur.</small></p>",
     {"Claire Vasseur"},
     "byline",
     "a line of SPIP that ends as a sentence does"},
    {"<div class=meta>11 août 2021 | Claire Vasseur</div>", {"Claire Vasseur"}, "byline", "a sign for « par »"},
    {"<aside>" + card + "</aside>", {}, "", "another article's"},
    {"<p class=author-title>Journaliste</p>", {}, "", "a job"},
    {site + "<meta name=author content=\"Le Matin\">" + byline,
     {"Claire Vasseur"},
     "byline",
     "the site's name is the last"},
    {site + "<meta name=author content=\"Le Matin\">", {"Le Matin"}, "meta author", "… and better than none"},
    {address + "<meta name=author content=lematin.example>" + named,
     {"Zoé Kersalé", "Jean Roux"},
     "class author",
     "… or its address"},
    {site + "<meta name=author content=\"Le Matinal\">" + byline, {"Le Matinal"}, "meta author", "another name"},
    {"<a rel=author href=/p>View all posts by Paul Morin</a>", {"Paul Morin"}, "rel=author", "words before a name"},
    {"<meta name=author content=\"Par Anne Le Bris\">", {"Anne Le Bris"}, "meta author", "… in metadata"},
    {"<a rel=author href=/p>Voir tous les articles de Paul Morin</a>", {"Paul Morin"}, "rel=author", "… in French"},
    {"<meta name=author content=\"Autor: Anne Le Bris\">", {"Anne Le Bris"}, "meta author", "… in German"},
    {"<meta name=author content=\"Claire Vasseur, Paul Morin et Zoé Kersalé\">",
     {"Claire Vasseur", "Paul Morin", "Zoé Kersalé"},
     "meta author",
     "a list of names"},
    {"<meta name=author content=\"Rédaction et AFP\">",
     {"Rédaction", "AFP"},
     "meta author",
     "… also of those who are no people"},
    {"<meta name=author content=\"Claire Vasseur\"><meta name=author content=\"Paul Morin et Claire Vasseur\">",
     {"Claire Vasseur", "Paul Morin"},
     "meta author",
     "a list that names one again"},
    {"<a href=\"https://a.example/auteur/claire-vasseur-12\">Claire Vasseur</a>",
     {"Claire Vasseur"},
     "link to an author",
     "a link to an author's page"},
    {"<span><a href=/author/paul>Paul Morin</a>, <a href=/author/zoe>Zoé Kersalé</a></span>",
     {"Paul Morin", "Zoé Kersalé"},
     "link to an author",
     "… to several"},
    {"<a href=/author/paul>Tous ses articles</a>", {}, "", "… which is not a name"},
    {"<nav><a href=/author/paul>Paul Morin</a></nav>", {}, "", "… in a menu"},
    {"<span class='post-author vcard'>par <span class=fn>Paul Morin</span></span>",
     {"Paul Morin"},
     "class author vcard",
     "an hCard of a blog"},
    {"<meta name=author content=\"Parent Anne\">", {"Parent Anne"}, "meta author", "a name that begins so"},
    {"<div class=author>Par Claire Vasseur</div>", {"Claire Vasseur"}, "byline", "a byline that is named so"},
};

TEST_CASE("authors come from the surest place") {
  for (const Row& row : rows) {
    INFO(row.reason);
    Choices choices;
    const Record record{"<article>" + title + row.head + text + text + "</article>", "a.html", "a.html", 0, 0};
    const auto result = extract_html(record, choices);
    REQUIRE(std::holds_alternative<Article>(result));
    CHECK(std::get<Article>(result).authors == row.authors);
    const auto found =
        std::find_if(choices.begin(), choices.end(), [](const Choice& each) { return each.field == "authors"; });
    CHECK((found == choices.end() ? "" : found->rule) == row.rule);
  }
}

TEST_CASE("a byline may stand before the element that holds the text") {
  Choices choices;
  const std::string head = "<div class=cartouche>" + title + "<p>mercredi 11 août 2021, par Claire Vasseur</p></div>";
  const Record record{head + "<div class=texte>" + text + text + "</div>", "a.html", "a.html", 0, 0};
  const auto result = extract_html(record, choices);
  CHECK(std::get<Article>(result).authors == std::vector<std::string>{"Claire Vasseur"});
}

}  // namespace
}  // namespace hemero
