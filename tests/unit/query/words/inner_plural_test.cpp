#include "query/words/inner_plural.h"

#include <algorithm>
#include <string>
#include <vector>

#include "query/words/forms.h"
#include "tests/unit/query/press_archive.h"

namespace hemero {
namespace {

PressArchive& archive() {
  static PressArchive press({
      {.key = "plural",
       .title = "Plates-formes",
       .text = "Les plates-formes, des chauves-souris, les beaux-frères, des arcs-en-ciel et des grands-mères. "
               "Le compte rend-service ; des tasses-poivre."},
      {.key = "singular", .title = "Une plateforme", .text = "Des plateformes, une passerelle, des portefeuilles."},
  });
  return press;
}

TEST_CASE("a compound is found with its first part in the plural, and without") {
  const struct {
    const char* typed;
    const char* printed;
    bool reached;
    const char* reason;
  } rows[] = {
      {"plateforme", "plates-formes", true, "the closed spelling"},
      {"plate-forme", "plates-formes", true, ""},
      {"plateformes", "plates-formes", true, "a plural that has but one s"},
      {"plates-formes", "plateforme", true, "the way back"},
      {"plates-formes", "plateformes", true, ""},
      {"chauve-souris", "chauves-souris", true, "its second part is a plural anyway"},
      {"chauves-souris", "chauves-souris", true, ""},
      {"beau-frère", "beaux-frères", true, "-x behind -au"},
      {"grand-mère", "grands-mères", true, ""},
      {"arc-en-ciel", "arcs-en-ciel", true, "three parts, the last in the singular"},
      {"passerelle", "plates-formes", false, "another word"},
      {"tassepoivre", "tasses-poivre", true, "whatever the compound is"},
      {"portefeuille", "plateformes", false, ""},
  };
  for (const auto& row : rows) {
    INFO(row.typed << " → " << row.printed << ": " << row.reason);
    const auto surfaces = KnownForms(archive().reader().vocabulary()).family(row.typed).surfaces;
    CHECK(std::any_of(surfaces.begin(), surfaces.end(),
                      [&](const VocabularyEntry& entry) { return entry.surface == row.printed; }) == row.reached);
  }
}

TEST_CASE("what cannot be a compound has no inner plural") {
  for (const char* word : {"", "s", "porte", "covid19", "éé", "2019-2020"}) CHECK(inner_plurals(word).empty());
  for (const char* surface : {"", "-", "s-", "as-tu", "plateforme", "plates-", "porte-avions"})
    CHECK(without_inner_plural(surface).empty());
}

}  // namespace
}  // namespace hemero
