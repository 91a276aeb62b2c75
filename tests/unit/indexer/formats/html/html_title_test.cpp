#include "indexer/formats/html/html_title.h"

#include "indexer/formats/html/html_source.h"
#include "tests/support/catch.h"

namespace hemero {
namespace {

struct Row {
  std::string page;
  const char* title;
  const char* rule;
  const char* reason;
};

const std::string text =
    "<p>Il est tard, mardi soir, et il reste du café sous la bâche tendue entre deux peupliers.</p>";
const std::string title = "<h1>Un loup dans la vallée</h1>";
const std::string address = "<link rel=canonical href=\"https://www.matindeboulevards.example/a.html\">";

std::string og(const std::string& name) { return "<meta property=og:title content=\"" + name + "\">"; }

const Row rows[] = {
    {"<title>Un loup dans la vallée - Le Matin</title>" + title, "Un loup dans la vallée", "<h1>, confirmed by <title>",
     "the heading that the page's title begins with"},
    {"<title>Un loup dans la vallée | Le Matin</title><h1>Le Matin</h1>", "Un loup dans la vallée", "<title>",
     "a heading that names the site"},
    {og("Un loup - Le Matin") + "<meta property=og:site_name content=\"Le Matin\">", "Un loup", "meta og:title",
     "the site's name goes"},
    {og("Le Matin | Un loup") + "<meta property=og:site_name content=\"Le Matin\">", "Un loup", "meta og:title",
     "… where it stands in front"},
    {og("Un loup | Le Matin | Monde") + "<meta property=og:site_name content=\"Le Matin\">", "Un loup", "meta og:title",
     "… with a section behind it"},
    {og("Un loup | Matin de boulevards en ligne") + address, "Un loup", "meta og:title",
     "… where only the address tells it"},
    {og("Un « loup » dans la vallée"), "Un « loup » dans la vallée", "meta og:title",
     "a closing quotation mark parts nothing"},
    {og("Saint-Étienne - Un loup"), "Saint-Étienne - Un loup", "meta og:title", "what is no site's name stays"},
    {og("Saint-Étienne : un loup") + "<meta property=og:site_name content=\"Saint-Étienne\">",
     "Saint-Étienne : un loup", "meta og:title", "a place before a colon stays"},
    {"<title>&nbsp; </title>" + og("&nbsp;") + title, "Un loup dans la vallée", "<h1>",
     "names of blanks only are none"},
    {"<title>Un loup dans la vallée</title><h1>Santé des animaux</h1><h2>Un loup dans la vallée</h2>",
     "Un loup dans la vallée", "<title>", "a heading that names a section, above one that says the page's title"},
    {title + "<title>Le Matin</title>", "Un loup dans la vallée", "<h1>", "one heading alone"},
    {"<script type=application/ld+json>{\"@type\":\"NewsArticle\",\"headline\":\"Un loup\"}</script>", "Un loup",
     "json-ld headline", "JSON-LD alone"},
    {og("Vallée : un loup dans le village") + "<h1>Un loup a été vu dans la vallée</h1>",
     "Un loup a été vu dans la vallée", "<h1>, much as meta og:title", "a heading that nearly says what a name says"},
    {og("Un loup dans la vallée") + "<h1>Faune : un loup dans la vallée de la Lys</h1>", "Un loup dans la vallée",
     "meta og:title", "a heading that says more than a name"},
    {og("Un ours à Lille") + title, "Un ours à Lille", "meta og:title", "a heading that says something else"},
    {"<title>Un loup dans la vallée | Cahiers</title><h1><a href=/>Cahiers d’ici</a></h1>"
     "<h2>Un loup dans la vallée</h2>",
     "Un loup dans la vallée", "<h2>, confirmed by <title>", "the site's name is the only heading of the first rank"},
    {og("Un loup dans la vallée") + "<h1><span class=kicker>Faune</span> : un loup dans la vallée</h1>",
     "un loup dans la vallée", "<h1>, confirmed by meta og:title", "a label in the heading"},
    {"<title>Un loup dans la vallée | Le Matin</title><h1><span class=surtitre>Faune</span> Un loup dans la "
     "vallée</h1>",
     "Un loup dans la vallée", "<h1>, confirmed by <title>", "a label that the page's title leaves out"},
    {og("Faune : un loup dans la vallée") + "<h1><span class=kicker>Faune</span> Un loup dans la vallée</h1>",
     "Faune : un loup dans la vallée", "<h1>, confirmed by meta og:title", "a label that the page's name says too"},
    {"<title>Faune : un loup - Le Matin</title><h1><div class=overline>Faune</div><div>Un loup</div></h1>",
     "Faune : un loup", "<h1>, confirmed by <title>", "… that the page's title says too"},
    {"<title>Faune : un loup - Le Matin</title>" + og("Un loup") + "<h1><span class=kicker>Faune</span> Un loup</h1>",
     "Un loup", "<h1>, confirmed by meta og:title", "a label that one name says and another leaves out"},
    {og("Un loup dans la vallée") + "<meta name=application-name content=\"Un loup dans la vallée\">" + title,
     "Un loup dans la vallée", "<h1>, confirmed by meta og:title", "a page that calls itself an application"},
    {og("Le Matin") + "<meta property=og:site_name content=\"Le Matin\">" + title, "Un loup dans la vallée", "<h1>",
     "a name that only names the site"},
};

TEST_CASE("the title is what the page and its names agree on") {
  for (const Row& row : rows) {
    INFO(row.reason);
    Article article;
    Choices choices;
    const HtmlSource source = read_html_source(row.page + text);
    find_title(HtmlPage(source.markup, source.json_ld), article, choices);
    CHECK(article.title == row.title);
    REQUIRE(choices.size() == 1);
    CHECK(choices.front().rule == row.rule);
  }
}

}  // namespace
}  // namespace hemero
