#include <string>
#include <vector>

#include "indexer/formats/html/html_signs.h"
#include "indexer/formats/named/json_repair.h"
#include "indexer/formats/named/jsonl_article.h"
#include "indexer/formats/named/key_names.h"
#include "indexer/formats/named/written_list.h"
#include "tests/support/catch.h"

// What becomes of the values that records give their fields, whichever key they stand under.

namespace hemero {
namespace {

using Names = std::vector<std::string>;

Article article_of(const std::string& members) {
  INFO(members);
  auto result = JsonArticleReader(KeyMap()).read({R"({"titre": "T", )" + members + "}", "a.jsonl", "a.jsonl", 1, 0});
  if (const auto* skip = std::get_if<Skip>(&result)) FAIL(skip->message);
  return std::get<Article>(std::move(result));
}

TEST_CASE("of several keys the one is preferred that says most surely what the field is") {
  struct Row {
    const char* members;
    std::string Article::*field;
    const char* value;
    const char* reason;
  };
  const Row rows[] = {
      {R"("summary": "s", "content": "c")", &Article::text, "s\nc", "a summary is no text"},
      {R"("textContent": "ab", "content": "<p>a</p><p>b</p>")", &Article::text, "a\nb", "markup tells paragraphs"},
      {R"("raw_text": "a b", "text": "a")", &Article::text, "a", "a text with its paragraphs"},
      {R"("html": "<p>a</p>", "text": "b")", &Article::text, "b", "a text before a page"},
      {R"("text": null, "maintext": "a")", &Article::text, "a", "the one that says something"},
      {R"("text": "nan", "body": "a")", &Article::text, "a", "… and not that there is nothing"},
      {R"("text": false, "body": "a")", &Article::text, "a", "a truth is no text"},
      {R"("article": 7, "body": "a")", &Article::text, "a", "a number is none either"},
      {R"("date_created": "2020", "published_at": "2021")", &Article::date_text, "2021", "published, not made"},
      {R"("crawl_date": "2020", "modified": "2019")", &Article::date_text, "", "neither is a publication"},
      {R"("date_created": "2020", "updated": "2021")", &Article::date_text, "2020", "made is near to published"},
      {R"("created_at": "2020")", &Article::date_text, "", "a database made its row, or somebody saved the page"},
      {R"("published": true, "pubDate": "2021")", &Article::date_text, "2021", "a date, not a truth"},
      {R"("date": "hier", "pubDate": "2021")", &Article::date_text, "2021", "a date that can be read"},
      {R"("date": "hier")", &Article::date_text, "hier", "… else its words"},
      {R"("source": "Europresse", "container-title": "S")", &Article::source, "S", "what the article is a part of"},
      {R"("source": "https://a.example/b", "sitename": "S")", &Article::source, "S", "an address is no name"},
      {R"("source": "https://a.example/b", "sitename": "S")", &Article::url, "https://a.example/b", "… but one"},
      {R"("source": "https://a.example/b", "url": "u")", &Article::source, "a.example", "… and has a host"},
      {R"("og:site_name": "S", "hostname": "a.example")", &Article::source, "S", "a name before a host"},
      {R"("media": "S")", &Article::source, "", "pictures as often as a newspaper"},
      {R"("category": 5, "rubrique": "R")", &Article::section, "R", "a number is no name"},
      {R"("categories": ["R", "K"])", &Article::section, "R", "the first of several"},
      {R"("canonical": [{"href": "u"}], "alternate": [{"href": "v"}])", &Article::url, "u", "the canonical one"},
      {R"("title": {"fr": "F", "en": "E"}, "titre": "")", &Article::title, "F", "of languages French"},
  };
  for (const Row& row : rows) {
    INFO(row.reason);
    CHECK(article_of(row.members).*row.field == row.value);
  }
}

TEST_CASE("objects around a record's fields are looked through") {
  struct Row {
    const char* members;
    const char* text;
  };
  const Row rows[] = {
      {R"("_source": {"texte": "a"})", "a"},
      {R"("data": {"attributes": {"body": {"value": "a"}}})", "a"},
      {R"("properties": {"bodyText": ["a", "b"]})", "a\nb"},
      {R"("items": [{"text": "a"}])", "a"},
      {R"("items": [{"text": "a"}, {"text": "b"}])", ""},
      {R"("article": {"text": "a"})", "a"},
      {R"("metadata": {"text": "b"}, "text": "a")", "a"},
      {R"("@graph": [{"text": "b"}, {"headline": "H", "text": "a"}])", "a"},
      {R"("related": {"text": "a"})", ""},
      {R"("data": {"data": {"data": {"data": {"data": {"text": "a"}}}}})", ""},
  };
  for (const Row& row : rows) CHECK(article_of(row.members).text == row.text);
}

TEST_CASE("names of persons, as programs write them") {
  struct Row {
    const char* members;
    Names names;
  };
  const Row rows[] = {
      {R"("author": [{"family": "Vasseur", "given": "Claire"}, {"literal": "AFP"}])", {"Claire Vasseur", "AFP"}},
      {R"("author": [{"family": "Ville", "given": "Jean", "non-dropping-particle": "de la"}])", {"Jean de la Ville"}},
      {R"("author": {"first_name": "Claire", "last_name": "Vasseur"})", {"Claire Vasseur"}},
      {R"("byline": "Par Claire Vasseur et Paul Oudart")", {"Claire Vasseur", "Paul Oudart"}},
      {R"("author": "['Claire Vasseur', \"Paul d'Ors\"]")", {"Claire Vasseur", "Paul d'Ors"}},
      {R"("author": "C&eacute;lia O&#39;Brien; Paul Oudart")", {"Célia O'Brien", "Paul Oudart"}},
      {R"("author": 3, "creator": "Claire Vasseur")", {"Claire Vasseur"}},
      {R"("author": ["None", "12", "https://a.example/claire"])", {}},
      {R"("author": "nan", "byline": "Claire Vasseur")", {"Claire Vasseur"}},
      {R"("author": "NA", "byline": "Claire Vasseur")", {"Claire Vasseur"}},
      {R"("author": "n/a")", {}},
      {R"r("author": "(null)")r", {}},
      {R"("author": "C&amp;eacute;lia O&amp;#39;Brien")", {"Célia O'Brien"}},
  };
  for (const Row& row : rows) CHECK(article_of(row.members).authors == row.names);
}

TEST_CASE("references that were escaped twice are letters in titles and texts") {
  const Article article = article_of(R"("text": "L&amp;#8217;&amp;eacute;t&amp;eacute; revient.")");
  CHECK(article.text == "L’été revient.");
  CHECK(article_of(R"("text": "<p>L&amp;#8217;&amp;eacute;t&amp;eacute;.</p><p>R&amp;D</p>")").text == "L’été.\nR&D");
}

TEST_CASE("keywords stand between semicolons, else between commas") {
  CHECK(article_of(R"("tags": "crue, eau")").keywords == Names{"crue", "eau"});
  CHECK(article_of(R"("tags": "crue, eau; gel")").keywords == Names{"crue, eau", "gel"});
  CHECK(article_of(R"("tags": [5, 7])").keywords.empty());
  CHECK(article_of(R"("tags": [{"name": "subject", "value": "crue"}])").keywords == Names{"crue"});
  CHECK(article_of(R"("categories": ["R", "K"], "tags": ["K"])").keywords == Names{"K"});
  CHECK(article_of(R"("categories": ["user/-/state/com.google/read", "user/1/label/R"])").section == "R");
}

TEST_CASE("dates of MongoDB and of references become one text") {
  CHECK(article_of(R"("date": {"$date": "2021-08-11T18:03:00Z"})").date_text == "2021-08-11T18:03:00Z");
  CHECK(article_of(R"("date": {"$date": {"$numberLong": "1628697780000"}})").date_text == "1628697780000");
  CHECK(article_of(R"("issued": {"date-parts": [["2021", 8, "11"]]})").date_text == "2021-08-11");
  CHECK(article_of(R"("issued": {"date-parts": [[2021]]})").date_text == "2021");
  CHECK(article_of(R"("issued": {"date-parts": [[null]], "literal": "2021"})").date_text == "2021");
  CHECK(article_of(R"("issued": {"date-parts": []})").date_text.empty());
}

TEST_CASE("a lead that only begins the text is left out, one of several paragraphs is a text") {
  CHECK(article_of(R"("excerpt": "Il pleut sur […]", "text": "Il pleut sur la ville.")").zones.size() == 1);
  CHECK(article_of(R"("excerpt": "Il gèle sur […]", "text": "Il pleut sur la ville.")").zones.size() == 2);
  CHECK(article_of(R"("excerpt": "Il pleut.", "text": "Il pleut. Il gèle.")").zones.size() == 2);
  CHECK(article_of(R"("excerpt": "Il pleut...", "text": "Il pleut...\nIl gèle.")").zones.front().kind ==
        ZoneKind::lead);
  CHECK(article_of(R"("summary": "Il pleut.")").zones.front().kind == ZoneKind::lead);
  CHECK(article_of(R"("summary": {"content": "<p>Il pleut.</p>"})").zones.front().kind == ZoneKind::paragraph);
}

TEST_CASE("a whole page in the place of a text is read as one, for what the record does not say") {
  const std::string page =
      "<!DOCTYPE html><html><head><title>P</title><meta property='article:published_time' content='2021-08-11'></head>"
      "<body><nav><a href='/'>Accueil</a></nav><article><h1>P</h1><p>Il pleut sur la ville depuis deux jours.</p>"
      "<p>Il gèle aussi, dit le maire, et la neige est annoncée.</p></article></body></html>";
  const Article article = article_of("\"source\": \"S\", \"html\": \"" + page + "\"");
  CHECK(article.title == "T");
  CHECK(article.source == "S");
  CHECK(article.date_text == "2021-08-11");
  CHECK(article.text.find("Accueil") == std::string::npos);
  CHECK(article.text.find("neige") != std::string::npos);
  CHECK(article_of("\"html\": \"<html></html>\"").text.empty());
}

TEST_CASE("a text is HTML when it has tags, or characters by their names") {
  struct Row {
    const char* text;
    const char* line;   ///< as a title
    const char* lines;  ///< as a text
  };
  const Row rows[] = {
      {"L&#8217;&eacute;lu &amp; la loi", "L’élu & la loi", "L’élu & la loi"},
      {"L&#x2019;élu&nbsp;!", "L’élu\u00A0!", "L’élu\u00A0!"},
      {"R&amp;D", "R&D", "R&amp;D"},
      {"R&D; Q&A;", "R&D; Q&A;", "R&D; Q&A;"},
      {"5 < 6 & 7 > 3", "5 < 6 & 7 > 3", "5 < 6 & 7 > 3"},
      {"Le <i>Courrier</i>\nparaît", "Le Courrier paraît", "Le Courrier\nparaît"},
      {"Un &eacute;t&eacute;.\n\nDeux &lt; trois.", "Un été. Deux < trois.", "Un été.\n\nDeux < trois."},
      {"<p class=\"a\">Un<p>Deux", "Un Deux", "Un\n\nDeux"},
      {"&&&&;&#;&#x;&a;", "&&&&;&#;&#x;&a;", "&&&&;&#;&#x;&a;"},
      {"<", "<", "<"},
      {"</p", "</p", "</p"},
      {"", "", ""},
  };
  for (const Row& row : rows) {
    INFO(row.text);
    CHECK(line_of_markup(row.text) == row.line);
    CHECK(text_of_markup(row.text) == row.lines);
  }
}

TEST_CASE("lists that programs write into a cell") {
  CHECK(read_written_list("['a', \"b's\", 'c\\'s']") == "a\nb's\nc's");
  CHECK(read_written_list("[ \"a\" ,\"b\" , ]") == "a\nb");
  CHECK(read_written_list("[]") == "");
  for (const char* text : {"", "[", "]", "[a]", "['a'", "['a]", "['a' 'b']", "['a'] et ['b']", "[1, 2]", "[Un] texte"})
    CHECK_FALSE(read_written_list(text).has_value());
}

TEST_CASE("a path is called as the field it leads to") {
  struct Row {
    const char* path;
    const char* key;
  };
  const Row rows[] = {
      {"title", "title"},
      {"_source.title", "title"},
      {"title.rendered", "title"},
      {"source.name", "source"},
      {"attributes.title[0]", "title"},
      {"authors.0.name", "authors"},
      {"dc.title", "dc.title"},
      {"data.attributes.body.value", "body"},
      {"properties", "properties"},
      {"data.rendered", "rendered"},
      {"name", "name"},
      {".", ""},
      {"", ""},
  };
  for (const Row& row : rows) {
    INFO(row.path);
    CHECK(unwrapped_key(row.path) == row.key);
  }
}

TEST_CASE("numbers that are none become null outside of strings") {
  CHECK(repaired_json(R"({"a": NaN, "b": [-Infinity, Infinity], "c": "NaN \" NaN"})") ==
        R"({"a": null, "b": [null, null], "c": "NaN \" NaN"})");
  CHECK(may_be_repaired("[NaN]"));
  CHECK_FALSE(may_be_repaired("[nan]"));
  CHECK(repaired_json("\"\\") == "\"\\");
}

}  // namespace
}  // namespace hemero
