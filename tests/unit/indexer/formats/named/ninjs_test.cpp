#include <string>

#include "indexer/formats/named/jsonl_article.h"
#include "tests/support/catch.h"

namespace hemero {
namespace {

/// "key|title|date|authors|source|keywords|zones": an item as an article.
std::string shown(const std::string& json, KeyMap keys = {}) {
  auto result = JsonArticleReader(std::move(keys)).read({json, "in/a.json", "a.json", 1, 0});
  if (const auto* skip = std::get_if<Skip>(&result)) return "!" + skip->reason;
  const Article& article = std::get<Article>(result);
  std::string text = article.key + "|" + article.title + "|" + (article.date ? to_iso(*article.date) : "") + "|";
  for (const std::string& author : article.authors) text += author + ";";
  text += "|" + article.source + "|";
  for (const std::string& keyword : article.keywords) text += keyword + ";";
  for (const Zone& zone : article.zones)
    text += "|" + std::string(zone_name(zone.kind)) + ":" + std::string(article.zone_text(zone));
  return text;
}

TEST_CASE("items of every version of ninjs become articles") {
  struct Row {
    const char* reason;
    const char* json;
    const char* article;
  };
  const Row rows[] = {
      {"version 1",
       R"({"uri": "urn:vallon:1", "versioncreated": "2020-03-04T10:00:00Z", "firstcreated": "2020-03-03T08:00:00Z",
           "headline": "La crue", "byline": "Claire Vasseur", "source": "Le Vallon", "language": "fr",
           "subject": [{"code": "1", "name": "météo"}, {"name": "rivières"}], "description_text": "Il pleut.",
           "body_text": "Perdu. Collé.",
           "body_xhtml": "<p>Il pleut.</p><p>Le lit de la Lys&nbsp;d&eacute;borde.</p>"})",
       "urn:vallon:1|La crue|2020-03-03T08:00|Claire Vasseur;|Le Vallon|météo;rivières;|lead:Il pleut.|paragraph:Le "
       "lit "
       "de la Lys\u00A0déborde."},
      {"a plain body", R"({"guid": "g", "versioncreated": "2020-03-04", "headline": "T", "body_text": "Un.\n\nDeux."})",
       "g|T|2020-03-04||||paragraph:Un.|paragraph:Deux."},
      {"version 2",
       R"({"uri": "u", "versioncreated": "2021-01-02T03:04:05Z", "by": "Paul Oudart",
           "headlines": [{"role": "main", "value": "Le gel"}], "infosources": [{"name": "Le Vallon"}],
           "bodies": [{"contenttype": "text/plain", "value": "perdu"},
                      {"contenttype": "text/html", "value": "<p>Il gèle.</p><p>Encore.</p>"}],
           "subjects": [{"name": "hiver", "uri": "x"}]})",
       "u|Le gel|2021-01-02T03:04|Paul Oudart;|Le Vallon|hiver;|paragraph:Il gèle.|paragraph:Encore."},
      {"version 3",
       R"({"uri": "u", "versionCreated": "2021-01-02", "headlines": [{"value": "Le gel"}],
           "bodies": [{"contentType": "text/plain", "value": "Il gèle."}]})",
       "u|Le gel|2021-01-02||||paragraph:Il gèle."},
      {"a picture", R"({"uri": "u", "versioncreated": "2021-01-02", "headline": ""})", "!no_text"},
      {"bodies of no known form",
       R"({"uri": "u", "versionCreated": "2021", "headline": "T", "bodies": [1, {"value": 2}]})", "u|T|2021|||"},
      {"no ninjs without a date of version", R"({"uri": "u", "headline": "T", "text": "Un."})",
       "a.json:1|T|||||paragraph:Un."},
  };
  for (const Row& row : rows) {
    INFO(row.reason);
    CHECK(shown(row.json) == row.article);
  }
}

TEST_CASE("a map names paths into nested objects and arrays") {
  const std::string json = R"({"content": {"body": "Un.", "parts": [{"t": "Deux."}, {"t": "Trois."}, {"u": 1}]},
      "a.b": "pointé", "title": "T", "authors": [{"name": "Claire"}, {"name": "Paul"}]})";
  struct Row {
    const char* path;
    const char* zones;
  };
  const Row rows[] = {
      {"content.body", "|paragraph:Un."},
      {"content.parts.t", "|paragraph:Deux.|paragraph:Trois."},
      {"content.parts[1].t", "|paragraph:Trois."},
      {"authors[0].name", "|paragraph:Claire"},
      {"authors[1]", "|paragraph:Paul"},
      {"a.b", "|paragraph:pointé"},
      {"content.parts[9].t", ""},
      {"content.parts[x].t", ""},
      {"content.parts[1", ""},
      {"content[0]", ""},
      {"content.body.x", ""},
      {"absent.body", ""},
      {".", ""},
  };
  for (const Row& row : rows) {
    INFO(row.path);
    CHECK(shown(json, {{"text", row.path}}) == std::string("a.json:1|T||Claire;Paul;||") + row.zones);
  }
}

}  // namespace
}  // namespace hemero
