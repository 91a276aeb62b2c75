#include "query/words/phonetic_key.h"

#include <string>
#include <vector>

#include "query/words/edit_distance.h"
#include "tests/support/catch.h"

namespace hemero {
namespace {

struct Row {
  const char* typed;
  const char* meant;
  const char* reason;
};

const Row alike[] = {
    {"farmacie", "pharmacie", "ph"},
    {"bato", "bateaux", "eau, and an x that is not spoken"},
    {"jone", "jaune", "au"},
    {"tranblement", "tremblement", "nasal vowels"},
    {"enbassade", "ambassade", ""},
    {"sindicat", "syndicat", ""},
    {"itallien", "italien", "doubled letters"},
    {"vaxin", "vaccin", "cc before i"},
    {"kanicule", "canicule", "c before a"},
    {"republik", "republique", "qu"},
    {"serise", "cerise", "c before e"},
    {"siense", "science", "sc before i"},
    {"jendarme", "gendarme", "g before e"},
    {"manjons", "mangeons", "ge before o"},
    {"guere", "guerre", "gu before e"},
    {"montanie", "montagne", "gn"},
    {"nasion", "nation", "ti before on"},
    {"ospital", "hospital", "h"},
    {"retorique", "rhetorique", ""},
    {"teknique", "technique", "ch before a consonant"},
    {"orkestre", "orchestre", ""},
    {"siclone", "cyclone", "y"},
    {"loin", "loins", "the plural"},
    {"gran", "grands", "endings that are not spoken"},
    {"tems", "temps", ""},
    {"parlez", "parler", ""},
    {"soleye", "soleil", "eil"},
    {"siryen", "syrien", "yen at the end"},
};

TEST_CASE("words that are pronounced alike have one key") {
  for (const Row& row : alike) {
    INFO(row.typed << " " << row.meant << ": " << row.reason);
    CHECK(phonetic_key(row.typed) == phonetic_key(row.meant));
    CHECK(first_sound(row.typed) == phonetic_key(row.typed).front());
  }
}

TEST_CASE("words that are not have others") {
  const Row rows[] = {
      {"gare", "jarre", "g before a"},  {"cas", "sas", ""},    {"chat", "cas", "ch"},
      {"pain", "panne", "a doubled n"}, {"bon", "bonne", ""},  {"gestion", "gession", "sti"},
      {"poule", "pole", "ou"},          {"loi", "loup", "oi"}, {"vin", "vent", ""},
  };
  for (const Row& row : rows) {
    INFO(row.typed << " " << row.meant << ": " << row.reason);
    CHECK(phonetic_key(row.typed) != phonetic_key(row.meant));
  }
  CHECK(phonetic_key("").empty());
  CHECK(first_sound("") == '\0');
  CHECK(first_sound("h") == '\0');
}

TEST_CASE("no word whose key is near is ruled out by its first sounds") {
  const std::vector<std::string> words = {"",          "h",        "bateau",    "bato",   "batteau", "abteau",
                                          "pharmacie", "farmacie", "pharmcie",  "maison", "masion",  "mesons",
                                          "saison",    "raison",   "oraison",   "nation", "nasion",  "notions",
                                          "ambassade", "ambasade", "embassade", "gare",   "jarre",   "orchestre"};
  std::size_t ruled_out = 0;
  for (const std::string& word : words)
    for (const std::string& other : words) {
      INFO(word << " " << other);
      const std::string key = phonetic_key(other);
      if (within_edits(phonetic_key(word), key, 1)) CHECK(may_sound(word, key));
      if (!may_sound(word, key)) ++ruled_out;
    }
  CHECK(ruled_out > words.size() * words.size() / 2);
}

}  // namespace
}  // namespace hemero
