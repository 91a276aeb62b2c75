#include "common/store/catalogue/content_hash.h"

#include <string>

#include <fmt/format.h>

#include "common/model/field.h"
#include "tests/unit/store/small_archive.h"

namespace hemero {
namespace {

TEST_CASE("what makes another content: every field but the path and the certainty of a machine") {
  Article base = make_article("k", "Titre", "Texte.");
  base.path = "a.txt";
  const auto differs = [&](auto change) {
    Article other = base;
    change(other);
    return content_hash(other) != content_hash(base);
  };
  CHECK_FALSE(differs([](Article& a) { a.path = "b.txt"; }));
  CHECK_FALSE(differs([](Article& a) { a.key = "other"; }));
  CHECK_FALSE(differs([](Article& a) { a.ocr_confidence = 0.5; }));
  CHECK(differs([](Article& a) { a.title = "titre"; }));
  CHECK(differs([](Article& a) { a.date = parse_iso_date("2021"); }));
  CHECK(differs([](Article& a) { a.date_text = "hier"; }));
  CHECK(differs([](Article& a) { a.authors = {"X"}; }));
  CHECK(differs([](Article& a) { a.source = "X"; }));
  CHECK(differs([](Article& a) { a.section = "X"; }));
  CHECK(differs([](Article& a) { a.language = "en"; }));
  CHECK(differs([](Article& a) { a.url = "X"; }));
  CHECK(differs([](Article& a) { a.keywords = {"X"}; }));
  CHECK(differs([](Article& a) { a.text += "X"; }));
  CHECK(differs([](Article& a) { a.zones[0].kind = ZoneKind::lead; }));
}

TEST_CASE("the content hash of what is stored stays what it is: another makes every article a new version") {
  Article greve;
  greve.title = "Grève à la SNCF";
  greve.date = parse_iso_date("2021-08-11");
  greve.date_text = "mercredi 11 août 2021";
  greve.authors = {"Claire Vasseur", "Jean Dupont"};
  greve.source = "Le Courrier";
  greve.section = "Société";
  greve.language = "fr";
  greve.url = "https://www.example.org/greve";
  greve.keywords = {"rail", "grève"};
  greve.ocr_confidence = 0.913;
  append_zone(greve, ZoneKind::lead, "Un week-end noir.");
  append_zone(greve, ZoneKind::paragraph, "L’État négocie.");
  append_zone(greve, ZoneKind::debris, "Lire aussi");
  Article brief;
  brief.title = "Brève";
  brief.date = parse_iso_date("2021-08");
  append_zone(brief, ZoneKind::paragraph, "Rien.");
  struct Row {
    const Article& article;
    const char* hash;
    const char* reason;
  };
  const Row rows[] = {
      {greve, "d5aecc271e1c60925507b717770d7e49", "every field that archives of format 4 have"},
      {brief, "ddb6d958e9d20b48a75d32476268a1ae", "a date without words of its own, and nothing else"},
  };
  for (const Row& row : rows) {
    INFO(row.reason);
    CHECK(fmt::format("{:02x}", fmt::join(content_hash(row.article), "")) == row.hash);
  }
}

TEST_CASE("a field of a later format counts for the content hash where it says something") {
  const ArticleField edition{"edition", &Article::section, "edition", nullptr, "", std::nullopt, 5};
  const ArticleField city{"city", &Article::source, "city", nullptr, "", std::nullopt, 5};
  const auto hashed = [](const std::string& section, const std::string& source, const ArticleField& field) {
    Article article;
    article.section = section;
    article.source = source;
    std::string content;
    append_hashed(content, article, field);
    return content;
  };
  CHECK(hashed("", "", edition).empty());
  CHECK(hashed("Paris", "", edition) != hashed("Lyon", "", edition));
  CHECK(hashed("Paris", "", edition) != hashed("", "Paris", city));
}

}  // namespace
}  // namespace hemero
