#include "indexer/formats/html/json_ld.h"

#include "tests/support/catch.h"

namespace hemero {
namespace {

struct Row {
  std::vector<std::string> blocks;
  const char* headline;
  const char* published;
  const char* reason;
};

const Row rows[] = {
    {{R"({"@type": "NewsArticle", "headline": "Un loup", "datePublished": "2021-08-11"})"},
     "Un loup",
     "2021-08-11",
     "one object"},
    {{R"({"@type": "ReportageNewsArticle", "headline": "Un loup"})"}, "Un loup", "", "a kind of article"},
    {{R"([{"@type": "Organization"}, {"@type": "Article", "headline": "Un loup"}])"}, "Un loup", "", "in a list"},
    {{R"({"@graph": [{"@type": "WebSite", "name": "x"}, {"@type": "Article", "headline": "Un loup"}]})"},
     "Un loup",
     "",
     "in a graph"},
    {{R"({"@type": "WebPage", "datePublished": "2020-01-02"})",
      R"({"@type": "NewsArticle", "headline": "Un loup", "datePublished": "2021-08-11"})"},
     "Un loup",
     "2021-08-11",
     "an article says more than a page"},
    {{R"({"@type": "WebPage", "name": "x", "datePublished": "2020-01-02"})"},
     "",
     "2020-01-02",
     "a page that has a date"},
    {{R"({"@type": ["Thing", "NewsArticle"], "headline": "Un loup"})"}, "Un loup", "", "several types"},
    {{R"({"@type": "NewsArticle", "headline": "Un"})", R"({"@type": "NewsArticle", "headline": "Deux"})"},
     "Un",
     "",
     "the first article"},
    {{"<!--\n{\"@type\": \"NewsArticle\", \"headline\": \"Un\nloup\"}\n//-->"},
     "Un loup",
     "",
     "a comment around, a line feed inside"},
    {{R"({"@type": "NewsArticle", "headline": "L&rsquo;&oelig;uvre"})"}, "L’œuvre", "", "entities"},
    {{"{&quot;@type&quot;: &quot;NewsArticle&quot;, &quot;headline&quot;: &quot;L&rsquo;&oelig;uvre&quot;}"},
     "L’œuvre",
     "",
     "escaped as text of a page is"},
    {{"{'@type': 'NewsArticle', 'headline': 'L\\'œuvre'}"}, "L'œuvre", "", "single quotation marks"},
    {{R"({"@type": "NewsArticle", "headline": "Un loup", "author": {"name": "C. V.",},})"},
     "Un loup",
     "",
     "commas too many"},
    {{R"({"@type": "WebSite", "name": "x"}{"@type": "NewsArticle", "headline": "Un loup"})"},
     "Un loup",
     "",
     "one object after the other"},
    {{"{\"@type\": \"NewsArticle\", ", R"({"@type": "Article", "headline": "Un loup"})"},
     "Un loup",
     "",
     "a broken block first"},
    {{R"({"@type": "ItemList", "itemListElement": [{"@type": "Article", "headline": "Autre"}]})"},
     "",
     "",
     "other articles"},
    {{R"({"@type": 3, "headline": ["x"], "datePublished": {}})", "", "null", "\"x\""}, "", "", "nothing of use"},
};

TEST_CASE("the article is found in JSON-LD") {
  for (const Row& row : rows) {
    INFO(row.reason);
    const JsonLdArticle article = read_json_ld(row.blocks);
    CHECK(article.headline == row.headline);
    CHECK(article.published == row.published);
  }
}

TEST_CASE("its fields are read in every form that pages use") {
  const JsonLdArticle article = read_json_ld({R"({"@graph": [
      {"@type": "NewsArticle", "headline": "H", "dateModified": "2021-08-12", "description": "D", "inLanguage": "fr-FR",
       "articleSection": ["Monde", "Asie"], "url": "https://a.example/b", "articleBody": "Corps.",
       "publisher": {"name": "Le Matin"}, "keywords": ["un, deux", "trois"],
       "author": [{"@type": "Person", "name": "Claire Vasseur"}, "Paul Morin", {"@id": "#3"}]},
      {"@type": "Person", "@id": "#3", "name": "Inès Faucheux"}]})"});
  CHECK(article.type == "NewsArticle");
  CHECK(article.modified == "2021-08-12");
  CHECK(article.description == "D");
  CHECK(article.language == "fr-FR");
  CHECK(article.section == "Monde");
  CHECK(article.url == "https://a.example/b");
  CHECK(article.body == "Corps.");
  CHECK(article.publisher == "Le Matin");
  CHECK(article.authors == std::vector<std::string>{"Claire Vasseur", "Paul Morin", "Inès Faucheux"});
  CHECK(article.keywords == std::vector<std::string>{"un", "deux", "trois"});
}

TEST_CASE("depth ends somewhere") {
  std::string deep;
  for (int i = 0; i < 900; ++i) deep += '[';
  for (int i = 0; i < 900; ++i) deep += ']';
  CHECK(read_json_ld({deep}).type.empty());
  CHECK(read_json_ld({std::string(1'000'000, '[')}).type.empty());
}

}  // namespace
}  // namespace hemero
