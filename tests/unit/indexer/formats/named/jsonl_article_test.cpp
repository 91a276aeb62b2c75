#include "indexer/formats/named/jsonl_article.h"

#include <string>
#include <vector>

#include "indexer/formats/named/field_keys.h"
#include "tests/support/catch.h"

namespace hemero {
namespace {

using Names = std::vector<std::string>;

std::variant<Article, Skip> read(const std::string& json, KeyMap keys = {}) {
  return JsonArticleReader(std::move(keys)).read({json, "in/a.jsonl", "a.jsonl", 7, 100});
}

Article article_of(const std::string& json, KeyMap keys = {}) {
  INFO(json);
  auto result = read(json, std::move(keys));
  if (const auto* skip = std::get_if<Skip>(&result)) FAIL(skip->message);
  return std::get<Article>(std::move(result));
}

/// "lead:Chapô.|paragraph:Un.": the zones in a line.
std::string zones(const Article& article) {
  std::string text;
  for (const Zone& zone : article.zones)
    text += (text.empty() ? "" : "|") + std::string(zone_name(zone.kind)) + ":" + std::string(article.zone_text(zone));
  return text;
}

TEST_CASE("every field is found under every key that the contract names") {
  struct Row {
    const char* json;
    std::string Article::*field;
    const char* value;
  };
  const Row rows[] = {
      {R"({"id": "k", "title": "T"})", &Article::key, "k"},
      {R"({"id": 42, "title": "T"})", &Article::key, "42"},
      {R"({"url": "u", "title": "T"})", &Article::key, "u"},
      {R"({"id": "k", "url": "u", "title": "T"})", &Article::key, "k"},
      {R"({"id": "", "url": "u", "title": "T"})", &Article::key, "u"},
      {R"({"title": "T"})", &Article::key, "a.jsonl:7"},
      {R"({"url": "u", "title": "T"})", &Article::url, "u"},
      {R"({"title": "  Un titre \n"})", &Article::title, "Un titre"},
      {R"({"title": "T", "source": "S"})", &Article::source, "S"},
      {R"({"title": "T", "source": {"name": "S"}})", &Article::source, "S"},
      {R"({"title": "T", "section": "C"})", &Article::section, "C"},
      {R"({"title": "T", "category": "C"})", &Article::section, "C"},
      {R"({"title": "T", "rubrique": "C"})", &Article::section, "C"},
      {R"({"title": "T", "section": null, "rubrique": "C"})", &Article::section, "C"},
      {R"({"title": "T", "language": "fr-FR"})", &Article::language, "fr-FR"},
      {R"({"uuid": "k", "title": "T"})", &Article::key, "k"},
      {R"({"headline": "Un titre", "text": "Un."})", &Article::title, "Un titre"},
      {R"({"title": "T", "publishedAt": "2021-08-11T18:03:00Z"})", &Article::date_text, "2021-08-11T18:03:00Z"},
      {R"({"title": "T", "date": null, "datePublished": "2021"})", &Article::date_text, "2021"},
      {R"({"title": "T", "publisher": {"name": "S"}})", &Article::source, "S"},
      {R"({"title": "T", "inLanguage": "fr"})", &Article::language, "fr"},
      {R"({"title": "T"})", &Article::source, ""},
      {R"({"title": "T"})", &Article::path, "in/a.jsonl"},
      {R"({"text": "Un."})", &Article::title, ""},
  };
  for (const Row& row : rows) {
    INFO(row.json);
    CHECK(article_of(row.json).*row.field == row.value);
  }
}

TEST_CASE("lead and text are found under their keys; a lead that the text repeats counts once") {
  struct Row {
    const char* json;
    const char* zones;
  };
  const Row rows[] = {
      {R"({"text": "Un."})", "paragraph:Un."},
      {R"({"body": "Un."})", "paragraph:Un."},
      {R"({"article": "Un."})", "paragraph:Un."},
      {R"({"content": "Un."})", "paragraph:Un."},
      {R"({"content_html": "<p>Un <b>loup</b>.</p><p>R&amp;D.</p>"})", "paragraph:Un loup.|paragraph:R&D."},
      {R"({"text": "Un.<br/>Deux.", "summary": "<p>Chapô.</p>"})", "lead:Chapô.|paragraph:Un.|paragraph:Deux."},
      {R"({"text": "5 < 6 et 7 > 3, R&amp;D."})", "paragraph:5 < 6 et 7 > 3, R&amp;D."},
      {R"({"text": ["Un.", "Deux."]})", "paragraph:Un.|paragraph:Deux."},
      {R"({"text": "Un.\nDeux.\n\nTrois."})", "paragraph:Un.|paragraph:Deux.|paragraph:Trois."},
      {R"({"lead": "Chapô.", "text": "Un."})", "lead:Chapô.|paragraph:Un."},
      {R"({"heading": "Chapô.", "text": "Un."})", "lead:Chapô.|paragraph:Un."},
      {R"({"description": "Chapô.", "text": "Un."})", "lead:Chapô.|paragraph:Un."},
      {R"({"chapo": "Chapô.", "text": "Un."})", "lead:Chapô.|paragraph:Un."},
      {R"({"lead": "Chapô.", "text": "Chapô.\nUn."})", "lead:Chapô.|paragraph:Un."},
      {R"({"lead": " Chapô. ", "text": "Chapô."})", "lead:Chapô."},
      {R"({"lead": "Chapô.", "text": "Un.\nChapô."})", "lead:Chapô.|paragraph:Un.|paragraph:Chapô."},
      {R"({"text": "Un.\nUn intertitre\nUne phrase plus longue."})",
       "paragraph:Un.|heading:Un intertitre|paragraph:Une phrase plus longue."},
      {R"({"title": "T", "text": null})", ""},
      {R"({"text": "", "body": "Un."})", "paragraph:Un."},
  };
  for (const Row& row : rows) {
    INFO(row.json);
    CHECK(zones(article_of(row.json)) == row.zones);
  }
}

TEST_CASE("authors and keywords are lists, objects with a name, or one string with semicolons") {
  struct Row {
    const char* value;
    Names names;
  };
  const Row rows[] = {
      {R"("Claire Vasseur")", {"Claire Vasseur"}},
      {R"("Claire Vasseur; Paul Oudart ;")", {"Claire Vasseur", "Paul Oudart"}},
      {R"(["Claire Vasseur", "Paul Oudart"])", {"Claire Vasseur", "Paul Oudart"}},
      {R"([{"name": "Claire Vasseur"}, {"name": "Paul Oudart", "url": "x"}])", {"Claire Vasseur", "Paul Oudart"}},
      {R"({"name": "Claire Vasseur"})", {"Claire Vasseur"}},
      {R"([{"@type": "Person"}, "Paul Oudart", null, ""])", {"Paul Oudart"}},
      {R"([["Claire Vasseur"], ["Paul Oudart"]])", {"Claire Vasseur", "Paul Oudart"}},
      {R"([])", {}},
      {R"("")", {}},
      {R"(null)", {}},
      {R"({})", {}},
  };
  for (const Row& row : rows) {
    INFO(row.value);
    const auto with = [&](const std::string& key) {
      return article_of(R"({"title": "T", ")" + key + R"(": )" + row.value + "}");
    };
    CHECK(with("author").authors == row.names);
    CHECK(with("authors").authors == row.names);
    CHECK(with("keywords").keywords == row.names);
  }
}

TEST_CASE("dates are read in ISO and in French, and kept as they were given") {
  struct Row {
    const char* value;
    const char* date;
    const char* text;
  };
  const Row rows[] = {
      {R"("2021-08-11")", "2021-08-11", "2021-08-11"},
      {R"("2021-08-11T18:03:00+02:00")", "2021-08-11T18:03", "2021-08-11T18:03:00+02:00"},
      {R"("2021")", "2021", "2021"},
      {R"(2021)", "2021", "2021"},
      {R"("le 11 août 2021 à 18h03")", "2021-08-11T18:03", "le 11 août 2021 à 18h03"},
      {R"("août 2021")", "2021-08", "août 2021"},
      {R"("hier")", "", "hier"},
      {R"("2021-02-30")", "", "2021-02-30"},
      {R"("")", "", ""},
      {R"(null)", "", ""},
  };
  for (const Row& row : rows)
    for (const char* key : {"date", "published"}) {
      INFO(row.value);
      const Article article = article_of(R"({"title": "T", ")" + std::string(key) + R"(": )" + row.value + "}");
      CHECK((article.date ? to_iso(*article.date) : "") == row.date);
      CHECK(article.date_text == row.text);
    }
}

TEST_CASE("a map names other keys, and only these count for its fields") {
  const std::string json = R"({"no": 9, "contenu": "Un.", "titre": "T", "title": "no", "text": "no", "rubrique": "R"})";
  const Article article = article_of(json, {{"id", "no"}, {"text", "contenu"}, {"title", "titre"}});
  CHECK(article.key == "9");
  CHECK(article.title == "T");
  CHECK(article.text == "Un.");
  CHECK(article.section == "R");
  CHECK(article_of(R"({"title": "T", "text": "no"})", {{"text", "contenu"}}).text == "");
}

TEST_CASE("keys are known however they are written") {
  struct Row {
    const char* name;
    const char* field;  ///< empty for a name that means nothing
  };
  const Row rows[] = {
      {"Date de parution", "date"},
      {"DATE_PARUTION", "date"},
      {"dateParution", "date"},
      {"Date de l'article", "date"},
      {"publication date", "date"},
      {"Publié le", "date"},
      {"Signature", "author"},
      {"Auteur(s)", "author"},
      {"Nom de l’auteur", "author"},
      {"author_name", "author"},
      {"Journaliste", "author"},
      {"Texte de l’article", "text"},
      {"Texte de l'article", "text"},
      {"TEXTE INTÉGRAL", "text"},
      {"article_text", "text"},
      {"Full text", "text"},
      {"articlebody", "text"},
      {"Corps de l'article", "text"},
      {"Journal", "source"},
      {"Nom du journal", "source"},
      {"Titre du journal", "source"},
      {"Newspaper", "source"},
      {"Titre de l'article", "title"},
      {"articleTitle", "title"},
      {"Mots-clés", "keywords"},
      {"Mots clefs", "keywords"},
      {"Chapô", "lead"},
      {"Rubrique", "section"},
      {"article ID", "id"},
      {"Lien de l'article", "url"},
      {"N°", ""},
      {"Numéro", ""},
      {"articles", ""},
      {"name", ""},
      {"Nom", ""},
      {"Nombre d'articles", ""},
      {"Date de mise à jour", ""},
      {"", ""},
      {"Текст", ""},
  };
  for (const Row& row : rows) {
    INFO(row.name);
    const auto known = known_key(row.name);
    CHECK((known ? known->field : "") == row.field);
  }
}

TEST_CASE("of several keys of a field the preferred one that says something counts") {
  CHECK(article_of(R"({"Paru le": "2020", "Date": "2021", "title": "T"})").date_text == "2021");
  CHECK(article_of(R"({"Paru le": "2020", "Date": " ", "title": "T"})").date_text == "2020");
  CHECK(article_of(R"({"Titre": "T", "Texte de l'article": "Un."})").text == "Un.");
}

TEST_CASE("a key that is mapped fills no other field") {
  const Article article = article_of(R"({"titre": "T", "description": "Un."})", {{"text", "description"}});
  CHECK(zones(article) == "paragraph:Un.");
}

TEST_CASE("the fields that can be mapped") {
  for (const char* field :
       {"id", "url", "title", "lead", "text", "date", "author", "source", "section", "keywords", "language"})
    CHECK(is_mappable_field(field));
  for (const char* field : {"", "body", "authors", "Title", "path"}) CHECK_FALSE(is_mappable_field(field));
}

TEST_CASE("bytes that are no UTF-8 are decoded, not refused") {
  struct Row {
    std::string title;
    const char* read;
  };
  const Row rows[] = {
      {"L\xE9gende d\x92"
       "automne, \x9Cuvre",
       "Légende d’automne, œuvre"},
      {"\x80 \xABoui\xBB", "€ «oui»"},
      {"Légende", "Légende"},
  };
  for (const Row& row : rows) CHECK(article_of(R"({"title": ")" + row.title + "\"}").title == row.read);
}

TEST_CASE("half a surrogate pair becomes a replacement character, whole pairs a character") {
  struct Row {
    const char* json;
    const char* title;
  };
  const Row rows[] = {
      {R"({"title": "a\ud83d\ude00b"})", "a😀b"},
      {R"({"title": "a\ud83db"})", "a\uFFFDb"},
      {R"({"title": "a\uDE00"})", "a\uFFFD"},
      {R"({"title": "\ud83d\ud83d\ude00"})", "\uFFFD😀"},
      {R"({"title": "\\ud83d é \ud83d"})", "\\ud83d é \uFFFD"},
      {R"({"title": "\udCe9t\udce9"})", "\uFFFDt\uFFFD"},
  };
  for (const Row& row : rows) {
    INFO(row.json);
    CHECK(article_of(row.json).title == row.title);
  }
  CHECK(article_of("{\"title\": \"\xE9 \\ud83d\"}").title == "é \uFFFD");  // both at once
}

std::string reason_of(const std::string& json) {
  INFO(json.substr(0, 100));
  const auto result = read(json);
  const auto* skip = std::get_if<Skip>(&result);
  if (skip == nullptr) return "";
  CHECK(skip->path == "in/a.jsonl");
  CHECK(skip->line == 7);
  CHECK(skip->offset == 100);
  CHECK(skip->bytes == json);
  CHECK_FALSE(skip->whole_path);
  CHECK_FALSE(skip->message.empty());
  return skip->reason;
}

TEST_CASE("lines that are no article are skipped with their reason and bytes") {
  const char* broken[] = {"",
                          "x",
                          "{",
                          R"({"title": "T")",
                          R"({"title": "T"} x)",
                          "[]",
                          "\"T\"",
                          "42",
                          "null",
                          R"({"title": "\x"})",
                          R"({"title": "\u12"})",
                          R"({"title": 'T'})",
                          "{\"title\": \"a\tb\"}"};
  for (const char* json : broken) CHECK(reason_of(json) == reason::broken_json);
  CHECK(reason_of(std::string(100'000, '[')) == reason::broken_json);
  CHECK(reason_of(R"({"a": )" + std::string(100'000, '[') + "}") == reason::broken_json);
  const char* textless[] = {"{}", R"({"id": "k"})", R"({"title": "", "text": " \n "})", R"({"title": null})",
                            R"({"text": {}})"};
  for (const char* json : textless) CHECK(reason_of(json) == reason::no_text);
}

TEST_CASE("a reader goes on after a broken line") {
  JsonArticleReader reader({});
  const auto title = [&](const char* json) {
    auto result = reader.read({json, "", "", 1, 0});
    return std::holds_alternative<Article>(result) ? std::get<Article>(result).title : "skipped";
  };
  CHECK(title(R"({"title": "un"})") == "un");
  CHECK(title(R"({"title": "deux)") == "skipped");
  CHECK(title(R"({"title": "trois"})") == "trois");
}

}  // namespace
}  // namespace hemero
