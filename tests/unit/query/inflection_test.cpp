#include "query/inflection.h"

#include <algorithm>

#include "tests/support/catch.h"

// Which folded words are inflected forms of one. The stemmer proposes, these rules decide; what they cannot tell by
// endings alone (musee and muse) is left to the guard of names and to the stems.

namespace hemero {
namespace {

struct PairRow {
  const char* word;
  const char* other;
  const char* reason;
};

const PairRow same_family[] = {
    {"ambassade", "ambassades", "plural"},
    {"elu", "elue", "feminine"},
    {"elu", "elues", ""},
    {"general", "generale", ""},
    {"general", "generaux", "-al, -aux"},
    {"generale", "generales", ""},
    {"journal", "journaux", ""},
    {"travail", "travaux", "-ail, -aux"},
    {"cheval", "chevaux", ""},
    {"bateau", "bateaux", "-eau, -eaux"},
    {"nouveau", "nouvelle", "-eau, -elle"},
    {"nouveau", "nouveaux", ""},
    {"jumeau", "jumelles", ""},
    {"heureux", "heureuse", "-eux, -euse"},
    {"heureux", "heureuses", ""},
    {"genereux", "genereuse", ""},
    {"sportif", "sportive", "-if, -ive"},
    {"actif", "actives", ""},
    {"neuf", "neuve", ""},
    {"chanteur", "chanteuse", "-eur, -euse"},
    {"vendeur", "vendeuses", ""},
    {"senateur", "senatrice", "-teur, -trice"},
    {"senateurs", "senatrices", ""},
    {"directeur", "directrice", ""},
    {"agriculteur", "agricultrices", ""},
    {"meilleur", "meilleure", "-eur, -eure"},
    {"superieur", "superieures", ""},
    {"public", "publique", "-c, -que"},
    {"publics", "publiques", ""},
    {"turc", "turque", ""},
    {"blanc", "blanche", "-c, -che"},
    {"franc", "franche", ""},
    {"sec", "seches", ""},
    {"long", "longue", "-g, -gue"},
    {"bon", "bonne", "a double n"},
    {"ancien", "anciennes", ""},
    {"europeen", "europeenne", ""},
    {"breton", "bretonne", ""},
    {"quel", "quelle", ""},
    {"nul", "nulles", "a double l"},
    {"actuel", "actuelle", ""},
    {"muet", "muette", "a double t"},
    {"net", "nettes", ""},
    {"gros", "grosse", "a double s"},
    {"bas", "basses", ""},
    {"prince", "princesse", "-esse"},
    {"maitre", "maitresse", ""},
    {"doux", "douce", "-x, -ce"},
    {"premier", "premiere", "-ier, -ière"},
    {"premiers", "premieres", ""},
    {"etranger", "etrangere", ""},
    {"dernier", "dernieres", ""},
    {"banlieue", "banlieues", ""},
    {"pneu", "pneus", ""},
    {"jeu", "jeux", "a plural in x"},
    {"genou", "genoux", ""},
    {"voter", "vote", "verbs in -er"},
    {"voter", "votent", ""},
    {"voter", "votera", ""},
    {"voter", "votaient", ""},
    {"voter", "vote", ""},
    {"voter", "votee", ""},
    {"voter", "voterent", ""},
    {"votons", "votez", ""},
    {"negocier", "negocient", ""},
    {"negocier", "negociait", ""},
    {"negocie", "negociees", ""},
    {"manger", "mangeons", "-ger keeps its e"},
    {"manger", "mangeait", ""},
    {"changer", "changeant", ""},
    {"commencer", "commenca", "-cer loses its cedilla in folding"},
    {"commencer", "commencait", ""},
    {"acheter", "achete", ""},
    {"esperer", "espere", ""},
    {"finir", "finissent", "verbs in -ir like finir"},
    {"finir", "fini", ""},
    {"finit", "finissait", ""},
    {"reunir", "reunie", ""},
    {"reunis", "reunissant", ""},
    {"partir", "partent", "verbs in -ir like partir"},
    {"ouvrir", "ouvre", ""},
    {"ouvert", "ouverte", ""},
    {"vendre", "vend", "verbs in -re"},
    {"vendre", "vendu", ""},
    {"vendent", "vendait", ""},
    {"vendre", "vendra", ""},
    {"perdre", "perdue", ""},
    {"repondre", "repondit", ""},
    {"grevistes", "greviste", ""},
    {"greve", "greves", ""},
    {"salarie", "salaries", ""},
    {"licencie", "licenciee", ""},
    {"prive", "privee", ""},
    {"presidentielle", "presidentielles", ""},
    {"presidentiel", "presidentielle", ""},
    {"president", "presidente", ""},
    {"presider", "president", "the present plural is written like the noun"},
    {"organe", "organes", ""},
    {"organisation", "organisations", ""},
    {"universite", "universites", ""},
    {"marie", "mari", "a name"},
    {"marin", "marine", ""},
    {"sein", "seine", "a feminine as far as endings tell"},
    {"francais", "francaise", "-ais, -aise"},
    {"francais", "francaises", ""},
    {"anglais", "anglaise", ""},
    {"pari", "paris", "a plural as far as endings tell"},
    {"nation", "nations", ""},
    {"national", "nationaux", ""},
    {"politique", "politiques", ""},
    {"ministre", "ministres", ""},
    {"ministere", "ministeres", ""},
    {"commun", "commune", ""},
    {"communiste", "communistes", ""},
    {"relatif", "relative", ""},
    {"acteur", "actrice", ""},
    {"etat", "etats", ""},
    {"ecole", "ecoles", ""},
    {"musee", "musees", ""},
    {"mur", "mur", "folded alike"},
    {"port", "porte", "a feminine as far as endings tell"},
    {"compter", "compte", ""},
    {"comptable", "comptables", ""},
    {"bourgeois", "bourgeoise", ""},
    {"capital", "capitaux", ""},
    {"capitale", "capital", ""},
    {"region", "regions", ""},
    {"societe", "societes", ""},
    {"industriel", "industrielle", ""},
    {"rapide", "rapides", ""},
    {"cour", "cours", ""},
    {"mort", "mortes", ""},
    {"mortel", "mortelle", ""},
    {"oeuvre", "oeuvres", ""},
    {"oeuvre", "oeuvrer", ""},
    {"paysan", "paysanne", ""},
    {"tableau", "tableaux", ""},
    {"eau", "eaux", ""},
    {"signal", "signaux", ""},
};

const PairRow strangers[] = {
    {"grec", "grecque", "-c, -cque: the table of irregular forms has it"},
    {"roux", "rousse", ""},
    {"faux", "fausse", "-x, -sse"},
    {"appeler", "appelle", "a consonant that doubles is another stem"},
    {"jeter", "jettent", ""},
    {"envoyer", "envoie", "irregular"},
    {"partir", "part", "a stem that shortens"},
    {"ouvrir", "ouvert", "irregular"},
    {"tenir", "tient", "irregular"},
    {"tenir", "tenu", ""},
    {"devoir", "doit", "irregular"},
    {"recevoir", "recu", ""},
    {"voir", "voyait", ""},
    {"greve", "greviste", "another word of its root"},
    {"salarie", "salariale", ""},
    {"salaire", "salarie", ""},
    {"licencier", "licenciement", "a noun of the verb"},
    {"prive", "privatisation", ""},
    {"president", "presidentiel", "an adjective of the noun"},
    {"president", "presidence", ""},
    {"general", "genereux", "french.md names it"},
    {"general", "generer", ""},
    {"general", "generation", ""},
    {"organe", "organisation", "french.md names it"},
    {"organiser", "organisation", ""},
    {"universite", "univers", "french.md names it"},
    {"universitaire", "universite", ""},
    {"univers", "universel", ""},
    {"mars", "marie", ""},
    {"mars", "marche", ""},
    {"gaz", "gaza", "a town"},
    {"nation", "national", ""},
    {"nationale", "nationalite", ""},
    {"nationaliser", "nationalisation", ""},
    {"politique", "policier", ""},
    {"police", "policier", ""},
    {"police", "politique", ""},
    {"ministre", "ministere", ""},
    {"commun", "communiste", ""},
    {"communication", "commun", ""},
    {"relation", "relatif", ""},
    {"action", "actif", ""},
    {"acteur", "action", ""},
    {"etat", "etatique", ""},
    {"etatiste", "etat", ""},
    {"ecolier", "ecole", ""},
    {"ecologie", "ecole", ""},
    {"ecologique", "ecologie", ""},
    {"port", "portail", ""},
    {"portable", "porter", ""},
    {"porter", "port", "a noun of the verb"},
    {"compter", "comptable", ""},
    {"conte", "compte", ""},
    {"bourg", "bourgeois", ""},
    {"capitale", "capitaine", ""},
    {"original", "origine", ""},
    {"regional", "region", ""},
    {"region", "regime", ""},
    {"social", "socialiste", ""},
    {"social", "societe", ""},
    {"industrie", "industriel", ""},
    {"surete", "sur", ""},
    {"rapide", "rapidement", "adverbs are words of their own"},
    {"vin", "vingt", ""},
    {"cour", "courir", ""},
    {"mort", "mortel", ""},
    {"temps", "temple", ""},
    {"pays", "paysan", ""},
    {"tableau", "table", ""},
    {"signal", "signaler", ""},
    {"signe", "signal", ""},
};

const PairRow by_endings_alone[] = {
    {"date", "dati", "a verb in -ir goes so; the guard of names keeps Dati out"},
    {"franc", "france", "a feminine goes so; the guard keeps France out"},
    {"etrange", "etranger", "a verb in -er goes so"},
    {"fils", "fille", "gentils, gentille; the stems differ"},
    {"corps", "corpus", "rends, rendus; the stems differ"},
};

const PairRow listed_strangers[] = {
    {"musee", "muse", "a participle goes so"},
    {"musees", "muses", ""},
    {"franc", "francais", "a verb in -re goes so (je vends, je vendais)"},
    {"francs", "francaises", ""},
    {"ami", "amiante", ""},
    {"amis", "amiante", ""},
    {"amie", "amiante", ""},
    {"foi", "fois", "a plural goes so"},
    {"mis", "miss", ""},
    {"retrait", "retraite", "a feminine goes so"},
    {"retrait", "retraites", ""},
};

const PairRow too_short[] = {
    {"bail", "baux", "one letter in common is no stem: the table of irregular forms has them"},
    {"beau", "belle", ""},
    {"oeil", "yeux", "none"},
    {"a", "as", ""},
    {"", "s", ""},
};

void check_pairs(const auto& rows, bool expected) {
  for (const PairRow& row : rows) {
    INFO(row.word << " " << row.other << ": " << row.reason);
    CHECK(are_inflections(row.word, row.other) == expected);
    CHECK(are_inflections(row.other, row.word) == expected);
  }
}

TEST_CASE("forms of one word are told by their endings") { check_pairs(same_family, true); }
TEST_CASE("words of one root that are no forms of each other stay apart") { check_pairs(strangers, false); }
TEST_CASE("endings alone cannot tell everything") { check_pairs(by_endings_alone, true); }
TEST_CASE("strangers that look like a family are listed") { check_pairs(listed_strangers, false); }
TEST_CASE("a stem has two letters at least") { check_pairs(too_short, false); }

TEST_CASE("a word is a form of itself") {
  for (const char* word : {"a", "le", "general", "49.3", ""}) CHECK(are_inflections(word, word));
}

bool has(const std::vector<std::string>& words, const char* word) {
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
      {"negocier", "negocient", "-er, -ent"},
      {"negocient", "negocier", ""},
      {"vote", "votent", "-e, -ent"},
      {"sportif", "sportives", "-if, -ive"},
      {"acteur", "actrice", "two letters are enough before a long ending"},
      {"actrices", "acteurs", ""},
      {"auteur", "autrice", ""},
      {"entrer", "entrant", "verbs in -er too short for the stemmer"},
      {"entrer", "entraient", ""},
      {"envisager", "envisageons", "-ger keeps its e"},
      {"sportive", "sportif", ""},
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
  };
  for (const PairRow& row : proposed) {
    INFO(row.word << " " << row.other << ": " << row.reason);
    CHECK(has(possible_relatives(row.word), row.other));
  }
}

TEST_CASE("what is too short to have an ending has no relatives but its plural") {
  for (const char* word : {"", "e", "an"}) CHECK(possible_relatives(word).empty());
  CHECK(possible_relatives("leur") == std::vector<std::string>{"leurs"});
  CHECK(possible_relatives("ceux") == std::vector<std::string>{"ceu"});
  CHECK(possible_relatives("mer") == std::vector<std::string>{"mers"});
  CHECK(possible_relatives("sncf") == std::vector<std::string>{"sncfs"});
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
