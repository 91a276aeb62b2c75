#include "common/model/article.h"

#include "tests/support/catch.h"

namespace hemero {
namespace {

Article sample() {
  Article article;
  append_zone(article, ZoneKind::lead, "Un chapo");
  append_zone(article, ZoneKind::debris, "Menu");
  append_zone(article, ZoneKind::paragraph, "L’été");
  append_zone(article, ZoneKind::heading, "");
  append_zone(article, ZoneKind::paragraph, "Fin");
  return article;
}

TEST_CASE("zones stand in the text one a line") {
  const Article article = sample();
  CHECK(article.text == "Un chapo\nMenu\nL’été\n\nFin");
  REQUIRE(article.zones.size() == 5);
  CHECK((article.zones[2] == Zone{ZoneKind::paragraph, 14, 23}));
  CHECK(article.zone_text(article.zones[0]) == "Un chapo");
  CHECK(article.zone_text(article.zones[2]) == "L’été");
  CHECK(article.zone_text(article.zones[3]).empty());
}

TEST_CASE("the texts of zones are joined by kind") {
  const Article article = sample();
  CHECK(joined_zones(article, ZoneKind::lead) == "Un chapo");
  CHECK(joined_zones(article, ZoneKind::paragraph) == "L’été\nFin");
  CHECK(joined_zones(article, ZoneKind::debris) == "Menu");
  CHECK(joined_zones(Article{}, ZoneKind::lead).empty());
  CHECK_THAT(joined_zones(article, std::nullopt), !contains_text("Menu"));
  CHECK_THAT(joined_zones(article, std::nullopt), contains_text("Un chapo\nL’été\n"));
}

TEST_CASE("zones have names") {
  CHECK(zone_name(ZoneKind::lead) == "lead");
  CHECK(zone_name(ZoneKind::heading) == "heading");
  CHECK(zone_name(ZoneKind::paragraph) == "paragraph");
  CHECK(zone_name(ZoneKind::debris) == "debris");
}

}  // namespace
}  // namespace hemero
