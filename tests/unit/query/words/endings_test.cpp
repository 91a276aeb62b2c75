#include <algorithm>

#include "query/words/inflection.h"
#include "query/words/spelling.h"
#include "tests/support/catch.h"

// Accents and endings: what an é tells, which relatives and spellings are proposed for a word. Most of those are no
// words: the vocabulary of an archive tells.

namespace hemero {
namespace {

struct PairRow {
  const char* word;
  const char* other;
  const char* reason;
};

const PairRow with_accents[] = {
    {"porté", "portée", "participles"},
    {"portés", "portées", ""},
    {"député", "députés", "nouns in -é"},
    {"député", "députée", ""},
    {"musée", "musées", ""},
    {"privee", "privées", "typed without its accent"},
    {"annee", "années", "capitals printed bare"},
};

const PairRow no_feminine[] = {
    {"pays", "payé", "no feminine has an é"},
    {"gens", "gêné", ""},
    {"accord", "accordés", "nor has its plural"},
    {"accord", "accordée", ""},
    {"pays", "payés", ""},
    {"conseil", "conseillé", "nor a double l before it"},
    {"question", "questionnés", ""},
    {"vol", "volé", "a noun is no participle"},
    {"propos", "proposé", ""},
    {"précis", "précisé", ""},
};

TEST_CASE("the é of an ending tells a participle from a feminine") {
  for (const PairRow& row : with_accents) {
    INFO(row.word << " " << row.other << ": " << row.reason);
    CHECK(are_inflections(ending_spelling(row.word), ending_spelling(row.other)));
    CHECK(are_inflections(ending_spelling(row.other), ending_spelling(row.word)));
  }
  for (const PairRow& row : no_feminine) {
    INFO(row.word << " " << row.other << ": " << row.reason);
    CHECK_FALSE(are_inflections(ending_spelling(row.word), ending_spelling(row.other)));
    CHECK_FALSE(are_inflections(ending_spelling(row.other), ending_spelling(row.word)));
  }
}

TEST_CASE("a spelling of endings is a fold but for their é") {
  const PairRow rows[] = {
      {"Élysée", "elysée", "its first letter is no ending"},
      {"PORTÉ", "porté", "capitals"},
      {"PORTE", "porte", "capitals printed bare"},
      {"negocie\u0301es", "negociées", "decomposed"},
      {"député", "deputé", ""},
      {"privés", "privés", ""},
      {"première", "premiere", "other accents are folded"},
      {"évêque", "eveque", ""},
      {"été", "eté", ""},
      {"privee", "privée", "no other word ends so"},
      {"ANNEES", "années", ""},
      {"é", "é", "nothing before it"},
      {"", "", ""},
      {"1er", "1", "an ordinal"},
  };
  for (const PairRow& row : rows) {
    INFO(row.word << ": " << row.reason);
    CHECK(ending_spelling(row.word) == row.other);
  }
}

TEST_CASE("forms of one word have the same accents, but where French changes them") {
  const PairRow same[] = {
      {"côté", "côtés", ""},
      {"céder", "cède", "é and è before an ending"},
      {"célébrer", "célèbre", ""},
      {"mener", "mène", "e and è"},
      {"premier", "première", ""},
      {"menacer", "menaçait", "the cedilla right before an ending"},
      {"paraît", "paraissent", "the circumflex too"},
      {"haïr", "hait", ""},
      {"clore", "clôt", ""},
      {"entraîneuse", "entraineur", "spelt without its circumflex since 1990"},
      {"coûte", "couter", ""},
  };
  const PairRow other[] = {
      {"côtés", "cote", ""},
      {"cas", "ça", "a cedilla before the same letter"},
      {"mûrs", "mur", ""},
      {"jeûne", "jeunes", ""},
      {"pêcher", "péchés", "an ê stays"},
      {"tâches", "tache", ""},
      {"réparti", "repartir", "far from the ending"},
  };
  for (const PairRow& row : same) {
    INFO(row.word << " " << row.other << ": " << row.reason);
    CHECK(accents_agree(row.word, row.other));
    CHECK(accents_agree(row.other, row.word));
  }
  for (const PairRow& row : other) {
    INFO(row.word << " " << row.other << ": " << row.reason);
    CHECK_FALSE(accents_agree(row.word, row.other));
    CHECK_FALSE(accents_agree(row.other, row.word));
  }
}

template <typename Words>
bool has(const Words& words, const char* word) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

TEST_CASE("relatives that the stemmer does not join are proposed") {
  const PairRow proposed[] = {
      {"senateur", "senatrice", "-teur, -trice"},
      {"senateurs", "senatrices", ""},
      {"directrice", "directeur", ""},
      {"directrices", "directeurs", ""},
      {"chanteur", "chanteuse", "-eur, -euse"},
      {"chanteuses", "chanteur", ""},
      {"heureux", "heureuses", "-eux, -euse"},
      {"heureuse", "heureux", ""},
      {"anglais", "anglaise", "-ais, -aise"},
      {"anglaises", "anglais", ""},
      {"travaux", "travail", "-aux, -ail"},
      {"chevaux", "cheval", "-aux, -al"},
      {"cheval", "chevaux", ""},
      {"sportif", "sportives", "-if, -ive"},
      {"acteur", "actrice", "two letters are enough before a long ending"},
      {"actrices", "acteurs", ""},
      {"auteur", "autrice", ""},
      {"sportive", "sportif", ""},
      {"sportives", "sportif", "every form of a class reaches every other"},
      {"sportives", "sportifs", ""},
      {"publiques", "publics", ""},
      {"menteuses", "menteurs", ""},
      {"bleues", "bleu", "a plural that may be a feminine"},
      {"bleues", "bleus", ""},
      {"blanc", "blanche", "-c, -che"},
      {"blanches", "blanc", ""},
      {"public", "publique", "-c, -que"},
      {"publique", "publics", ""},
      {"velo", "velos", "a plural that the stemmer leaves apart"},
      {"velos", "velo", ""},
      {"conflits", "conflit", ""},
      {"loi", "lois", ""},
      {"bleu", "bleus", ""},
      {"lieu", "lieux", "a plural in x"},
      {"genoux", "genou", ""},
      {"etranger", "etrangere", "-er, -ère"},
      {"etrangeres", "etranger", ""},
      {"petit", "petites", "-it, -ite"},
      {"petite", "petit", ""},
      {"paysan", "paysannes", "-an, -anne"},
  };
  for (const PairRow& row : proposed) {
    INFO(row.word << " " << row.other << ": " << row.reason);
    CHECK(has(possible_relatives(row.word), row.other));
  }
}

TEST_CASE("what is too short to have an ending has no relatives but its plural") {
  for (const char* word : {"", "e", "an"}) CHECK(possible_relatives(word).empty());
  CHECK(possible_relatives("leur") == std::set<std::string>{"leurs"});
  CHECK(possible_relatives("ceux") == std::set<std::string>{"ceu"});
  CHECK(possible_relatives("mer") == std::set<std::string>{"mers"});
  CHECK_FALSE(possible_relatives("piques").contains("pic"));
  CHECK(possible_relatives("sncf") == std::set<std::string>{"sncfs"});
}

TEST_CASE("accents that change the stem are proposed for a word typed without") {
  const PairRow proposed[] = {
      {"prive", "privé", "-e, -é"},
      {"prives", "privés", ""},
      {"privee", "privée", "-ee, -ée"},
      {"licenciees", "licenciées", ""},
      {"gravite", "gravité", "-ite, -ité"},
      {"facilites", "facilités", ""},
      {"sante", "santé", "-te, -té"},
      {"premiere", "première", "-iere, -ière"},
      {"dernieres", "dernières", ""},
      {"misere", "misère", "-ere, -ère"},
      {"evenement", "evenément", "-ement, -ément; its first accent is no matter of its ending"},
      {"evenements", "evenéments", ""},
      {"voterent", "votèrent", "-erent, -èrent"},
  };
  for (const PairRow& row : proposed) {
    INFO(row.word << " " << row.other << ": " << row.reason);
    CHECK(has(accented_spellings(row.word), row.other));
  }
  for (const char* word : {"", "e", "es", "te", "nord", "travail", "mais"}) {
    INFO(word);
    CHECK(accented_spellings(word).empty());
  }
}

}  // namespace
}  // namespace hemero
