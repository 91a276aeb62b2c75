#include "common/text/characters/unicode.h"
#include "query/render/render.h"
#include "tests/unit/query/press_archive.h"

// The JSON of the contract (docs/json-output.md), letter by letter.

namespace hemero {
namespace {

Hit hit_of(const Piece& piece) {
  Hit hit;
  hit.rank = 1;
  hit.id = ArticleId(42);
  hit.score = 9.123456;
  hit.article = to_article(piece);
  return hit;
}

TEST_CASE("a page as one object") {
  Page page;
  page.query = "gr\"ève";
  page.match = "auto";
  page.tree = "words(grève)";
  page.notices = {"one", "two"};
  page.total = 12;
  page.exact = false;
  page.partial_from = 13;
  page.took_ms = 1.98765;
  page.suggestion = "grève";
  CHECK(render_json(page) ==
        R"js({"version":1,"query":{"text":"gr\"ève","match":"auto","tree":"words(grève)","notices":["one","two"]},)js"
        R"js("complete":true,"total":{"value":12,"exact":false},"texts":null,"partial_from":13,"took_ms":1.988,)js"
        R"js("suggestion":"grève","relaxations":[],"hits":[]})js");
}

TEST_CASE("an empty page: what is missing is null or empty, never left out") {
  CHECK(render_json(Page{}) ==
        R"js({"version":1,"query":{"text":"","match":"","tree":"","notices":[]},)js"
        R"js("complete":true,"total":{"value":0,"exact":true},)js"
        R"js("texts":null,"partial_from":null,"took_ms":0,"suggestion":null,"relaxations":[],"hits":[]})js");
}

TEST_CASE("a hit with everything") {
  Hit hit = hit_of({.key = "a/1",
                    .title = "La grève",
                    .text = "Une grève.",
                    .date = "2021-08-11T18:03",
                    .source = "Le Courrier",
                    .author = "Claire Vasseur",
                    .section = "Monde",
                    .url = "https://a.example/1"});
  hit.article.authors.emplace_back("Hugo");
  hit.article.path = "pages/1.txt";
  hit.partial = true;
  hit.missing = {"sncf"};
  hit.title_highlights = {{3, 9}};
  hit.snippets = {{"Une grève.", {{4, 10}}, true, true}, {"Fin", {}, false, false}};
  CHECK(render_json(hit) ==
        R"js({"rank":1,"id":42,"key":"a/1","score":9.1235,"partial":true,"missing":["sncf"],"title":"La grève",)js"
        R"js("title_highlights":[[3,8]],)js"
        R"js("date":"2021-08-11T18:03","source":"Le Courrier","section":"Monde","authors":["Claire Vasseur","Hugo"],)js"
        R"js("url":"https://a.example/1","path":"pages/1.txt","snippets":[)js"
        R"js({"text":"Une grève.","highlights":[[4,9]],"starts_mid":true,"ends_mid":true},)js"
        R"js({"text":"Fin","highlights":[],"starts_mid":false,"ends_mid":false}],"copies":null})js");
}

TEST_CASE("a hit with nothing") {
  CHECK(render_json(hit_of({.key = "k"})) ==
        R"js({"rank":1,"id":42,"key":"k","score":9.1235,"partial":false,"missing":[],"title":"",)js"
        R"js("title_highlights":[],"date":null,"source":"","section":"","authors":[],"url":"","path":"",)js"
        R"js("snippets":[],"copies":null})js");
}

TEST_CASE("copies and distinct texts") {
  Hit hit = hit_of({.key = "k"});
  hit.copies = Copies{23, ArticleId(7), parse_iso_date("2021-08"), "Le Courrier"};
  CHECK_THAT(
      render_json(hit),
      contains_text(R"js("copies":{"count":23,"earliest":{"id":7,"date":"2021-08","source":"Le Courrier"}}})js"));
  hit.copies = Copies{2, ArticleId(42), std::nullopt, ""};
  CHECK_THAT(render_json(hit),
             contains_text(R"js("copies":{"count":2,"earliest":{"id":42,"date":null,"source":""}}})js"));
  Page page;
  page.texts = {12, false};
  CHECK_THAT(render_json(page), contains_text(R"js("texts":{"value":12,"exact":false},)js"));
}

TEST_CASE("a page holds its hits as they are alone") {
  Page page;
  page.hits = {hit_of({.key = "a"}), hit_of({.key = "b"})};
  const std::string json = render_json(page);
  const std::string hits = render_json(page.hits[0]) + "," + render_json(page.hits[1]);
  CHECK(json.ends_with("\"hits\":[" + hits + "]}"));
  CHECK(json.find('\n') == std::string::npos);
}

TEST_CASE("dates are as precise as they are known") {
  for (const char* date : {"2021", "2021-08", "2021-08-11", "2021-08-11T18:03"})
    CHECK_THAT(render_json(hit_of({.key = "k", .date = date})),
               contains_text("\"date\":\"" + std::string(date) + "\""));
}

struct OffsetRow {
  std::string text;
  std::string word;  ///< highlighted wherever it stands
  const char* ranges;
  const char* reason;
};

TEST_CASE("offsets count code points") {
  const OffsetRow rows[] = {
      {"grève", "grève", "[[0,5]]", "one letter of two bytes"},
      {"é grève é", "grève", "[[2,7]]", "letters of two bytes before"},
      {"😀 grève", "grève", "[[2,7]]", "an emoji is one"},
      {"👩‍🚒 grève", "grève", "[[4,9]]", "or several that look like one"},
      {"🇫🇷 grève 🇫🇷 grève", "grève", "[[3,8],[12,17]]", ""},
      {"gre\u0300ve ici", "gre\u0300ve", "[[0,6]]", "a decomposed letter is two"},
      {"e\u0301 gre\u0300ve", "gre\u0300ve", "[[3,9]]", ""},
      {"北京 grève", "grève", "[[3,8]]", "three bytes"},
      {"𐍈 grève", "grève", "[[2,7]]", "four bytes"},
      {"\u00AD grève", "grève", "[[2,7]]", "invisible characters count"},
      {"a\u00A0grève", "grève", "[[2,7]]", "a no-break space"},
      {"grève", "x", "[]", "none"},
  };
  for (const OffsetRow& row : rows) {
    std::vector<Range> ranges;
    for (std::size_t at = row.text.find(row.word); at != std::string::npos; at = row.text.find(row.word, at + 1))
      ranges.push_back({static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(at + row.word.size())});
    Hit hit = hit_of({.key = "k", .title = row.text});
    hit.title_highlights = ranges;
    hit.snippets = {{row.text, ranges, false, false}};
    INFO(row.text << ": " << row.reason);
    const std::string json = render_json(hit);
    CHECK_THAT(json, contains_text("\"title_highlights\":" + std::string(row.ranges)));
    CHECK_THAT(json, contains_text("\"highlights\":" + std::string(row.ranges)));
  }
}

TEST_CASE("control characters and bad bytes leave the JSON sound and the offsets right") {
  Hit hit = hit_of({.key = "k", .title = "a\tb\x1b[31m\ngrève"});
  hit.title_highlights = {{9, 15}};
  CHECK_THAT(render_json(hit), contains_text(R"js("title":"a b [31m grève","title_highlights":[[9,14]])js"));
  hit.snippets = {{"a\x1b \"b\" \\ grève", {}, false, false}};
  CHECK_THAT(render_json(hit), contains_text(R"js("text":"a\u001b \"b\" \\ grève")js"));
  Page page;
  page.query = "gr\xE8ve";
  CHECK_THAT(render_json(page), contains_text("\"text\":\"gr\uFFFDve\""));
}

TEST_CASE("an article with its zones") {
  StoredArticle stored;
  stored.id = ArticleId(7);
  stored.article = to_article({.key = "k",
                               .title = "Titre",
                               .text = "# Inter\nUn.\n% Menu",
                               .lead = "Chapô.",
                               .date = "2021",
                               .author = "A",
                               .keyword = "otan"});
  CHECK(render_article_json(stored) ==
        R"js({"version":1,"id":7,"key":"k","title":"Titre","date":"2021","source":"","section":"","authors":["A"],)js"
        R"js("url":"","path":"","keywords":["otan"],"language":"fr","zones":[{"kind":"lead","text":"Chapô."},)js"
        R"js({"kind":"heading","text":"Inter"},{"kind":"paragraph","text":"Un."},{"kind":"debris","text":"Menu"}]})js");
}

}  // namespace
}  // namespace hemero
