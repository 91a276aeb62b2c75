#include "query/words/forms.h"

#include <algorithm>
#include <span>

#include "query/words/archive_words.h"
#include "tests/unit/query/press_archive.h"

// What a typed word means in an archive: which of its surfaces. One archive of a few texts is asked by all tables; a
// row shows the surfaces that are reached, in alphabetical order of their bytes.

namespace hemero {
namespace {

PressArchive& archive() {
  static PressArchive press({
      {.key = "grammar",
       .title = "Le maïs, les sur et les sûr",
       .text = "Le maïs pousse mais il est sec. Il est sûr de lui, sur le pont. Des élus, dès mardi. Il a dû, du pain. "
               "Où va-t-il, ou pas ? LA GREVE, là."},
      {.key = "family",
       .title = "Ambassades",
       .text =
           "L’ambassade ferme. Les ambassades ferment, les Ambassades aussi. AMBASSADES. L’ambassadeur part. Le "
           "général a parlé, les généraux aussi. Un geste généreux, générale. Un organe vital, une organisation. "
           "L’université et l’univers. Les universités. La sénatrice et le sénateur, les sénatrices. Ils négocient, "
           "il faut négocier, négociait. Une agricultrice. Le travail et les travaux. L’œil et les yeux. Le journal "
           "et les journaux."},
      {.key = "accents",
       .title = "Un secteur privé",
       .text =
           "La vie privée des élus licenciés, une élue licenciée. La sécurité. Première, premier. L'état et l'Etat, "
           "l’État, LES ETATS. Le marché marche. Une côte, une cote, un côté. Deux éléments."},
      {.key = "names",
       .title = "Noms",
       .text = "À Paris, Paris, Paris, Paris, Paris, Paris, Paris et Paris, un pari. La ville de Paris prend deux "
               "paris. Hier Marine a vu Marine, et Marine dit que Marine "
               "est là ; Marine, Marine, Marine, Marine et Marine. Un marin. Sa flotte marine. Avec Gaza, et Gaza, du "
               "gaz. Le mois de mars, dit Marie à Marie. Son mari."},
      {.key = "spellings",
       .title = "St et Saint",
       .text =
           "À Saint-Étienne et à St-Étienne. Le week-end et le weekend. L’O.T.A.N. et l’OTAN. Covid-19. Le 1er mai. "
           "Prud’hommes et prudhommes. Khadafi. Le 49.3 et le 49-3. Plus de 1 250 000 et 1.250.000 et 1250000."},
      {.key = "exact",
       .title = "Formes",
       .text = "Un vélo, deux vélos. Une loi, des lois. Un petit lieu, une petite étrangère, des lieux étrangers. Des "
               "amis, "
               "de l’amiante. La sncf et la SNCF et la Sncf. L’œuvre, les oeuvres, l'oeuvre, une Œuvre. Une "
               "e\u0301lection, une "
               "élection. Khalilzad et Kalilzad, Khalilzade."},
  });
  return press;
}

struct Row {
  const char* typed;
  const char* surfaces;
  const char* reason;
};

std::string shown(const WordForms& forms) {
  std::vector<std::string> surfaces;
  for (const VocabularyEntry& entry : forms.surfaces) surfaces.push_back(entry.surface);
  std::sort(surfaces.begin(), surfaces.end());
  std::string text;
  for (const std::string& surface : surfaces) text += (text.empty() ? "" : " ") + surface;
  return text;
}

template <typename Reach>
void check(std::span<const Row> rows, Reach FormFinder::*reach) {
  KnownForms known(archive().reader().vocabulary());
  FormFinder finder(known);
  for (const Row& row : rows) {
    INFO(row.typed << ": " << row.reason);
    CHECK(shown((finder.*reach)(row.typed)) == row.surfaces);
  }
}

const Row family_rows[] = {
    {"ambassade", "AMBASSADES Ambassades ambassade ambassades", "plural and case, not ambassadeur"},
    {"Ambassades", "AMBASSADES Ambassades ambassade ambassades", ""},
    {"ambassadeur", "ambassadeur", ""},
    {"général", "général générale généraux", "not généreux"},
    {"generaux", "général générale généraux", "typed without accents"},
    {"généreux", "généreux", "not général"},
    {"organe", "organe", "not organisation"},
    {"organisation", "organisation", ""},
    {"université", "université universités", "not univers"},
    {"univers", "univers", ""},
    {"sénateur", "sénateur sénatrice sénatrices", "-teur, -trice"},
    {"senatrice", "sénateur sénatrice sénatrices", ""},
    {"agriculteur", "agricultrice", "what is not printed reaches its family"},
    {"négocier", "négociait négocient négocier", "verbs in -ent"},
    {"travail", "travail travaux", ""},
    {"œil", "yeux œil", "irregular"},
    {"oeil", "yeux œil", ""},
    {"journaux", "journal journaux", ""},
    {"licenciee", "licenciée licenciés", "100 % of the family, typed bare"},
    {"privee", "privé privée", ""},
    {"elus", "élue élus", ""},
    {"securite", "sécurité", ""},
    {"premier", "Première premier", ""},
    {"etat", "ETATS Etat État état", ""},
    {"état", "ETATS Etat État état", "accents in the text are unreliable"},
    {"element", "éléments", ""},
    {"vélo", "vélo vélos", "plurals that the stemmer leaves apart"},
    {"lois", "loi lois", ""},
    {"lieu", "lieu lieux", ""},
    {"petits", "petit petite", ""},
    {"étranger", "étrangers étrangère", ""},
    {"ami", "amis", "not amiante"},
    {"absent", "", "no article prints it"},
    {"", "", ""},
};

const Row grammar_rows[] = {
    {"maïs", "maïs", "an accented word that is a word of grammar without its accents stays strict"},
    {"mais", "mais", "a bare word of grammar is not widened"},
    {"MAIS", "mais", ""},
    {"sûr", "sûr", ""},
    {"sur", "sur", ""},
    {"des", "Des des", "not dès"},
    {"dès", "dès", "not des"},
    {"dû", "dû", ""},
    {"du", "du", ""},
    {"où", "Où", ""},
    {"ou", "ou", ""},
    {"la", "LA La la", ""},
};

const Row name_rows[] = {
    {"pari", "pari paris", "the bets, not the town"},
    {"marin", "marin marine", "not Marine"},
    {"marine", "Marine marine", "a name, even typed in small letters, has no family"},
    {"Marine", "Marine marine", ""},
    {"gaz", "gaz", "not Gaza"},
    {"gaza", "Gaza", ""},
    {"mars", "mars", "not Marie"},
    {"marie", "Marie", ""},
    {"mari", "mari", ""},
};

const Row spelling_rows[] = {
    {"saint", "Saint St", "equivalent in names"},
    {"st", "Saint St", ""},
    {"weekend", "week-end weekend", "a compound folds to its closed form"},
    {"week-end", "week-end weekend", ""},
    {"otan", "O.T.A.N. OTAN", ""},
    {"o.t.a.n.", "O.T.A.N. OTAN", ""},
    {"covid19", "Covid-19", ""},
    {"1", "1er", "an ordinal"},
    {"prudhommes", "Prud'hommes prudhommes", ""},
    {"prud’hommes", "Prud'hommes prudhommes", ""},
    {"49.3", "49-3 49.3", ""},
    {"1250000", "1250000", "grouped digits are closed when they are read"},
};

const Row same_word_rows[] = {
    {"ambassade", "ambassade", "no inflection"},
    {"etat", "Etat État état", "blind to accents and case"},
    {"marche", "marche marché", ""},
    {"mais", "mais maïs", "words of grammar too"},
    {"st", "Saint St", ""},
    {"sénateur", "sénateur", ""},
};

const Row exact_rows[] = {
    {"marché", "marché", ""},
    {"marche", "marche", ""},
    {"cote", "cote", ""},
    {"côte", "côte", ""},
    {"Côte", "", "a capital typed is asked for"},
    {"sncf", "SNCF Sncf sncf", "small letters ask for no case"},
    {"SNCF", "SNCF", ""},
    {"Sncf", "Sncf", ""},
    {"œuvre", "oeuvre Œuvre œuvre", "the ligature is no accent"},
    {"oeuvre", "oeuvre Œuvre œuvre", ""},
    {"Œuvre", "Œuvre", ""},
    {"oeuvres", "oeuvres", "no inflection"},
    {"élection", "élection", "decomposed letters are composed in the vocabulary"},
    {"e\u0301lection", "élection", "and in the query"},
    {"État", "État", ""},
    {"st", "St", "no equivalents"},
};

const Row prefix_rows[] = {
    {"ambassad", "AMBASSADES Ambassades ambassade ambassades ambassadeur", ""},
    {"AMBASSADEU", "ambassadeur", ""},
    {"élec", "élection", "blind to accents"},
    {"univ", "univers université universités", ""},
    {"khalilzade", "Khalilzade", ""},
    {"zzz", "", ""},
};

const Row fuzzy_rows[] = {
    {"khalilzade", "Kalilzad Khalilzad Khalilzade", "two edits from eight letters on"},
    {"kalilzad", "Kalilzad Khalilzad Khalilzade", ""},
    {"organ", "organe", "one edit below"},
    {"journl", "journal", ""},
    {"jurnl", "", "two are too many for five letters"},
    {"ambasade", "AMBASSADES Ambassades ambassade ambassades", ""},
    {"securité", "sécurité", "accents cost nothing"},
    {"jornau", "", "two, and another sound"},
    {"kadhafi", "Khadafi", "two that are not heard: an h moved"},
    {"kadafi", "Khadafi", ""},
};

TEST_CASE("a word means its family") { check(family_rows, &FormFinder::family); }
TEST_CASE("words of grammar and those that fold to them stay strict") { check(grammar_rows, &FormFinder::family); }
TEST_CASE("names stay out of families") { check(name_rows, &FormFinder::family); }
TEST_CASE("spellings of one word meet") { check(spelling_rows, &FormFinder::family); }
TEST_CASE("a word in a phrase is not inflected") { check(same_word_rows, &FormFinder::same_word); }
TEST_CASE("an exact form keeps accents, and capitals where they are typed") { check(exact_rows, &FormFinder::exact); }
TEST_CASE("a prefix reaches what starts so") { check(prefix_rows, &FormFinder::prefix); }
TEST_CASE("a similar word is one or two edits away") { check(fuzzy_rows, &FormFinder::fuzzy); }

TEST_CASE("forms come by id, each once") {
  KnownForms known(archive().reader().vocabulary());
  FormFinder finder(known);
  for (const char* word : {"ambassade", "premier", "saint", "œil", "élus"}) {
    const auto forms = finder.family(word).surfaces;
    CHECK(std::is_sorted(forms.begin(), forms.end(), [](const auto& a, const auto& b) { return a.id <= b.id; }));
  }
}

TEST_CASE("a prefix and a similar word reach 200 words at most, the most frequent") {
  std::string text;
  for (int i = 0; i < 250; ++i) {
    const std::string word =
        "motif" + std::string(1, static_cast<char>('a' + i / 26)) + static_cast<char>('a' + i % 26);
    text += word + " ";
    if (i % 2 == 1) text += word + " ";
  }
  PressArchive press({{.key = "a", .title = "Mots", .text = text}});
  KnownForms known(press.reader().vocabulary());
  FormFinder finder(known);
  const WordForms many = finder.prefix("motif");
  CHECK(many.surfaces.size() == 200);
  CHECK(many.cut);
  CHECK(std::count_if(many.surfaces.begin(), many.surfaces.end(), [](const auto& e) { return e.occurrences == 2; }) ==
        125);
  const WordForms few = finder.prefix("motifa");
  CHECK(few.surfaces.size() == 26);
  CHECK_FALSE(few.cut);
}

TEST_CASE("whole families are told from those with strangers") {
  KnownForms known(archive().reader().vocabulary());
  FormFinder finder(known);
  CHECK(finder.is_whole(finder.family("ambassade")));
  CHECK_FALSE(finder.is_whole(finder.same_word("ambassade")));
  CHECK_FALSE(finder.is_whole(finder.family("gaz")));
  CHECK(finder.is_whole({}));
}

TEST_CASE("known words and printed surfaces") {
  KnownForms known(archive().reader().vocabulary());
  FormFinder finder(known);
  CHECK(finder.is_known("weekend"));
  CHECK_FALSE(finder.is_known("absent"));
  REQUIRE(finder.printed("État"));
  CHECK(finder.printed("État")->surface == "État");
  CHECK_FALSE(finder.printed("éTAT"));
}

struct NameRow {
  std::vector<VocabularyEntry> entries;
  bool name;
  const char* reason;
};

VocabularyEntry entry(const char* surface, std::int64_t occurrences, std::int64_t inside) {
  VocabularyEntry word;
  word.surface = surface;
  word.occurrences = occurrences;
  word.inside = inside;
  return word;
}

TEST_CASE("a name is mostly capitalised inside sentences") {
  const NameRow rows[] = {
      {{entry("Paris", 10, 9)}, true, ""},
      {{entry("Paris", 2, 2)}, true, "two are enough"},
      {{entry("Paris", 1, 1)}, false, "one is not"},
      {{entry("Paris", 9, 0)}, false, "at the start of sentences any word has a capital"},
      {{entry("Paris", 9, 9), entry("paris", 1, 1)}, true, "nine in ten"},
      {{entry("Paris", 8, 8), entry("paris", 1, 1)}, false, "fewer"},
      {{entry("PARIS", 50, 50)}, false, "all capitals tell nothing"},
      {{entry("PARIS", 50, 50), entry("Paris", 9, 9), entry("paris", 1, 1)}, true, ""},
      {{entry("Écosse", 3, 3)}, true, "an accented capital"},
      {{entry("paris", 9, 9)}, false, ""},
      {{}, false, "nothing"},
  };
  for (const NameRow& row : rows) {
    INFO(row.reason);
    CHECK(is_name(row.entries) == row.name);
  }
}

}  // namespace
}  // namespace hemero
