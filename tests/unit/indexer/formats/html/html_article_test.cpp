#include "indexer/formats/html/html_article.h"

#include <algorithm>
#include <chrono>

#include "tests/support/catch.h"

namespace hemero {
namespace {

Record record(std::string bytes) { return {std::move(bytes), "pages/a.html", "a.html", 0, 0}; }

struct Extracted {
  Article article;
  Choices choices;

  std::string rule_of(const std::string& field) const {
    const auto found =
        std::find_if(choices.begin(), choices.end(), [&](const Choice& choice) { return choice.field == field; });
    return found == choices.end() ? "" : found->rule;
  }
};

Extracted extracted(const std::string& page) {
  Extracted result;
  auto found = extract_html(record(page), result.choices);
  REQUIRE(std::holds_alternative<Article>(found));
  result.article = std::get<Article>(std::move(found));
  return result;
}

/// "l Lead|h Heading|p Paragraph|d Debris": the zones in one line, each cut to 12 bytes.
std::string outline(const Article& article) {
  std::string text;
  for (const Zone& zone : article.zones)
    text += std::string(text.empty() ? "" : "|") + "lhpd"[static_cast<std::size_t>(zone.kind)] + " " +
            std::string(article.zone_text(zone).substr(0, 12));
  return text;
}

const std::string one =
    "<p>Il est tard, mardi soir, et il reste du café sous la bâche tendue entre deux peupliers.</p>";
const std::string two = "<p>La maire est passée lundi soir et n’a pas demandé l’évacuation du rond-point aux gens.</p>";
const std::string title = "<h1>Un loup dans la vallée</h1>";

struct Row {
  std::string page;
  const char* outline;
  const char* reason;
};

const Row bodies[] = {
    {title + one + two, "p Il est tard,|p La maire est", "paragraphs"},
    {"<nav>Menu</nav><div>" + title + one + two + "</div><footer>Fin</footer>", "p Il est tard,|p La maire est",
     "what stands around is left out"},
    {"<div><p>Autre article de la page, qui est bien assez long pour compter comme un paragraphe.</p></div>"
     "<article>" +
         title + one + two + one + two + "</article>",
     "p Il est tard,|p La maire est|p Il est tard,|p La maire est", "an <article> that holds most of the text"},
    {"<article>" + title + one + two + "<h2>Fin</h2></article>", "p Il est tard,|p La maire est|d Fin",
     "a heading without text behind it"},
    {"<article>" + title + one + "<h2>Le café</h2>" + two + "</article>", "p Il est tard,|h Le café|p La maire est",
     "a heading"},
    {"<article>" + title + one + two + "<div><a href=x><h2>Le préfet répond</h2></a>" + two + "</div></article>",
     "p Il est tard,|p La maire est|d Le préfet r|d La maire est", "another article is announced"},
    {"<article>" + title + one + "<h2><a href=x>Le café</a></h2>" + two + one + two + one + "</article>",
     "p Il est tard,|d Le café|p La maire est|p Il est tard,|p La maire est|p Il est tard,",
     "what stands beside the whole text is no announcement"},
    {"<article>" + title + "<p class=chapo>Un loup a été vu dans la vallée, dit la mairie.</p>" + one + two +
         "</article>",
     "l Un loup a é|p Il est tard,|p La maire est", "a lead"},
    {title + "<p class=chapo>Un loup a été vu dans la vallée, dit la mairie.</p><div class=article-body>" + one + two +
         "</div>",
     "l Un loup a é|p Il est tard,|p La maire est", "a lead before the text's element"},
    {"<meta name=description content=\"Un loup a été vu dans la vallée, dit la mairie.\"><div>" + title +
         "<p>Un loup a été vu dans la vallée, dit la mairie.</p>" + one + two + "</div>",
     "l Un loup a é|p Il est tard,|p La maire est", "a lead that the description repeats"},
    {"<article>" + title + "<p>Culture</p>" + one + two + "</article>", "d Culture|p Il est tard,|p La maire est",
     "a label before the text"},
    {"<article>" + title + one + "<p><a href=x>Un ours dans la montagne</a></p>" + two + "</article>",
     "p Il est tard,|d Un ours dans|p La maire est", "a block of links"},
    {"<article>" + title + one + "<div class=share><p>Partagez cet article avec vos amis.</p></div>" + two +
         "</article>",
     "p Il est tard,|d Partagez cet|p La maire est", "a part beside the article"},
    {"<article>" + title + one + "<figure><img><figcaption>Le loup, mardi.</figcaption></figure>" + two + "</article>",
     "p Il est tard,|d Le loup, mar|p La maire est", "a caption"},
    {"<article>" + title + one + "<div><img><span class=credit>Le loup a été vu mardi. Photo C. V.</span></div>" + two +
         "</article>",
     "p Il est tard,|d Le loup a é|p La maire est", "a caption in a line"},
    {"<article>" + title + "<p>Publié le 11 août 2021 à 18h03</p>" + one + two + "</article>",
     "d Publié le 1|p Il est tard,|p La maire est", "a byline"},
    {"<article>" + title + one + "<ul><li>un point de plus</li><li>un autre point</li></ul>" + two + "</article>",
     "p Il est tard,|p un point de |p un autre poi|p La maire est", "a list"},
    {"<article>" + title + one + "<blockquote>« Oui, il est là. »</blockquote>" + two + "</article>",
     "p Il est tard,|p « Oui, il e|p La maire est", "a quotation"},
    {"<div itemprop=articleBody>Un loup <br>est passé <br>hier soir.</div>", "p Un loup\nest ",
     "line breaks behind blanks"},
    {"<div itemprop=articleBody>Un loup est passé.<br><br>Il est reparti.</div>", "p Un loup est |p Il est repar",
     "microdata, line breaks for paragraphs"},
    {"<article>" + title + one + two + "<p>Claire Vasseur</p></article>",
     "p Il est tard,|p La maire est|d Claire Vasse", "a name below the text"},
    {"<div>" + title +
         "<p class=chapo>Un loup a été vu dans la vallée, dit la mairie.</p><p>Un loup dans la vallée</p>"
         "<div class=texte>" +
         one + two + "</div></div>",
     "l Un loup a é|p Il est tard,|p La maire est", "a title that is printed twice"},
    {"<article>" + title + one +
         "<p><a href=x>La préfète de la vallée de la Lys a demandé mardi soir l’évacuation du "
         "rond-point aux gendarmes de la commune</a>, selon elle sans succès.</p>" +
         two + "</article>",
     "p Il est tard,|p La préfète|p La maire est", "a sentence that is a link for the most part"},
    {"<article>" + title + one + two + one + "</article><ul class=forum-fil>" + one + two + one + two + one + two +
         "</ul>",
     "p Il est tard,|p La maire est|p Il est tard,", "more comments than article"},
    {"<article>" + title + one + two + "<p>Articles similaires</p><p>Un ours à Lille.</p></article>",
     "p Il est tard,|p La maire est|d Articles sim|d Un ours à L", "what follows the article"},
    {"<div><article>" + title + one + "</article><article>" + two + one + "</article></div>",
     "p Il est tard,|p La maire est|p Il est tard,", "a text that goes on in a second <article>"},
    {"<main><article>" + title + one + two + "</article><article><h2><a href=x>Un ours</a></h2>" + one +
         "</article></main>",
     "p Il est tard,|p La maire est", "another article's teaser behind it"},
    {"<main><article>" + title + one + two + "</article><article><time>11 août 2021</time>" + one + "</article></main>",
     "p Il est tard,|p La maire est", "a comment behind it"},
    {"<main><article>" + title + one + "</article><article><h2>Un ours</h2>" + two + two + two + "</article></main>",
     "p Il est tard,", "the <article> with the title, not the longest"},
    {"<header>" + title + "</header><main><article>" + one + "</article><article><h2>Un ours</h2>" + two + two + two +
         "</article></main>",
     "p Il est tard,", "… the one behind the title"},
    {"<main><article><header class=hasCaption>" + title + "</header>" + one + "</article><article><h2>Un ours</h2>" +
         two + two + two + "</article></main>",
     "p Il est tard,", "… with the title in a part of its own"},
    {"<main><article>" + title + "</article><article><h2>Un ours</h2>" + two + two + "</article></main>",
     "h Un ours|p La maire est|p La maire est", "… which must hold some text"},
    {"<div>" + title + "<div class=story-body>" + one + "</div><div class=pub><p>Pub.</p></div><div class=story-body>" +
         two + "</div></div>",
     "p Il est tard,|d Pub.|p La maire est", "a text that goes on in the next element of its class"},
    {"<div>" + title + "<div><div class=story-body>" + one + two + "</div></div><div><div class=story-body>" + two +
         "</div></div></div>",
     "p Il est tard,|p La maire est|p La maire est", "… each in an element of its own"},
    {"<div>" + title + "<div class=story-body>" + one + two + "</div><h2>Un ours</h2><div class=story-body>" + two +
         "</div></div>",
     "p Il est tard,|p La maire est", "… but not behind another title"},
    {"<title>Un loup</title>Il passe", "p Il passe", "a page of a few words"},
    {"<title>Un loup</title><h2>Lundi</h2><img><h2>Mardi</h2><img>", "h Lundi|h Mardi", "a page of headings"},
    {"<title>Un loup</title><nav>Menu</nav><div><p>Le soir</p><p><a href=x>Un ours</a></p></div>",
     "d Menu|p Le soir|d Un ours", "… which are not those beside it"},
    {"<meta name=description content=\"Un loup est passé.\"><div>" + title + "<p>Vidéo</p></div>", "l Un loup est ",
     "what the metadata say is more than a few words"},
    {"<meta property=og:title content=\"Faune : un loup dans la vallée\"><article><h1><div class=kicker>Faune</div>"
     "<div>Un loup dans la vallée</div></h1>" +
         one + two + "</article>",
     "p Il est tard,|p La maire est", "a title in two parts"},
    {"<article>" + title + one + "<h2><a href=#cafe>Le café</a></h2>" + two + "</article>",
     "p Il est tard,|h Le café|p La maire est", "a heading that is a link to itself"},
    {"<article>" + title + one + two + one + "<div class=kommentare>" + two + "</div></article>",
     "p Il est tard,|p La maire est|p Il est tard,|d La maire est", "comments of a German page"},
    {"<article>" + title + one + two + "<p>Noticias relacionadas</p><p>Un oso en Madrid.</p></article>",
     "p Il est tard,|p La maire est|d Noticias rel|d Un oso en Ma", "what follows the article in Spanish"},
    {"<article>" + title + one + two + one + "<div class=most-read>" + two + "</div></article>",
     "p Il est tard,|p La maire est|p Il est tard,|d La maire est", "what others read"},
    {"<script type=application/ld+json>{\"@type\":\"Article\",\"headline\":\"Un loup\",\"description\":\"Un chapô.\","
     "\"articleBody\":\"Corps.\"}</script>",
     "l Un chapô.|p Corps.", "a page without text keeps what its metadata hold"},
};

TEST_CASE("the text of a page is told from what stands beside it") {
  for (const Row& row : bodies) {
    INFO(row.reason);
    CHECK(outline(extracted(row.page).article) == row.outline);
  }
}

TEST_CASE("fields are taken from the metadata") {
  const Article article =
      extracted(
          "<html lang=fr-FR><link rel=canonical href=\"https://matin.example/2021/un-loup.html\">"
          "<meta property=og:site_name content=\"Le Matin\"><meta property=article:section content=Monde>"
          "<meta property=article:author content=\"https://a.example/b\"><meta name=author content=\"Claire Vasseur\">"
          "<meta property=article:tag content=loup><meta property=article:tag content=\"vallée\">" +
          title + one)
          .article;
  CHECK(article.key == "https://matin.example/2021/un-loup.html");
  CHECK(article.url == article.key);
  CHECK(article.path == "pages/a.html");
  CHECK(article.source == "Le Matin");
  CHECK(article.section == "Monde");
  CHECK(article.language == "fr");
  CHECK(article.authors == std::vector<std::string>{"Claire Vasseur"});
  CHECK(article.keywords == std::vector<std::string>{"loup", "vallée"});
}

TEST_CASE("a canonical address that is the front page is not believed") {
  CHECK(extracted("<link rel=canonical href=\"https://matin.example/\">" + title + one).article.key == "a.html");
}

TEST_CASE("other charsets are read as declared, else as windows-1252") {
  const std::string body = "<h1>Un \xE9t\xE9</h1><p>\x93 Oui \x94, dit-elle.</p>";
  CHECK(extracted("<meta charset=iso-8859-1>" + body).article.title == "Un été");
  CHECK(extracted(body).article.text == "“ Oui ”, dit-elle.");
  CHECK(extracted("<meta charset=macintosh><h1>Un \x8Et\x8E</h1>" + one).article.title == "Un été");
  CHECK(extracted("<meta charset=iso-8859-1><h1>Un été</h1>" + one).article.title == "Un été");
}

std::string reason_of(const std::string& bytes) {
  Choices choices;
  const auto result = extract_html(record(bytes), choices);
  const auto* skip = std::get_if<Skip>(&result);
  return skip == nullptr ? "" : skip->reason;
}

TEST_CASE("pages that hold no article are skipped with their reason") {
  CHECK(reason_of("") == reason::empty);
  CHECK(reason_of(" \n") == reason::empty);
  CHECK(reason_of(std::string("<html>\0\0", 8)) == reason::binary);
  CHECK(reason_of("<html><body><script>x</script></body></html>") == reason::no_text);
  CHECK(reason_of("<html><body>Il passe</body></html>") == reason::no_text);  // a few words, and no title
}

TEST_CASE("the same page gives the same article") {
  const std::string page = "<article>" + title + one + two + "</article>";
  CHECK(extracted(page).article.text == extracted(page).article.text);
}

std::string repeated(const std::string& text, std::size_t times) {
  std::string all;
  for (std::size_t i = 0; i < times; ++i) all += text;
  return all;
}

TEST_CASE("pages that repeat what rules look for take no longer than their size asks for") {
  constexpr double patience = 10;  // seconds, on a slow machine with sanitizers
  std::string authors;
  for (int i = 0; i < 50'000; ++i) authors += "<span itemprop=author>Nom " + std::to_string(i) + "</span>";
  const std::string pages[] = {
      authors,
      repeated("<div itemprop=author><b>x", 20'000),
      repeated("<title>a - ", 50'000) + repeated("<h1>Un titre</h1>", 50'000),
      repeated("<time class=updated>", 50'000),
      repeated("<div class=published>x", 50'000),
      repeated("<div class='author vcard'>x", 50'000),
      repeated("<h1><a href=/>x</a>", 50'000),
      repeated("<article>" + one, 20'000),
      "<script type=application/ld+json>[{\"" + repeated("\" ", 500'000) + "</script>" + title,
      "<div class=\"" + repeated("share x ", 100'000) + "\">" + title,
      repeated("<div class='share author caption'>x", 50'000),
      "<link rel=canonical href=\"https://a.example/" + repeated("20210", 200'000) + "\">" + title,
      "<meta name=keywords content=\"" + repeated("mot,", 200'000) + "\">" + title,
      repeated("<p class=chapo>Un loup a été vu dans la vallée, dit la mairie.</p>", 20'000),
      repeated("x<br>", 200'000),
      repeated("<div class=galerie><img>", 50'000),
      repeated("<div class=story-body>x", 50'000),
      repeated("<div id=share><a href=#a>x</a>", 50'000),
      "<meta property=og:title content=x>" + repeated("<h2>x", 50'000),
  };
  for (const std::string& page : pages) {
    INFO(page.substr(0, 60));
    const auto start = std::chrono::steady_clock::now();
    Choices choices;
    extract_html(record(page), choices);
    CHECK(std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count() < patience);
  }
}

TEST_CASE("what was not read is told") {
  std::string deep;
  for (int i = 0; i < 1000; ++i) deep += "<div>";
  CHECK(extracted(deep + title + one).rule_of("page") == "truncated");
  CHECK(extracted(title + one).rule_of("page").empty());
}

}  // namespace
}  // namespace hemero
