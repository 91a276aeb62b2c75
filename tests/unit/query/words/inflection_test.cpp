#include "query/words/inflection.h"

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
    {"grevistes", "greviste", ""},
    {"greve", "greves", ""},
    {"salarie", "salaries", ""},
    {"licencie", "licenciee", ""},
    {"prive", "privee", ""},
    {"presidentielle", "presidentielles", ""},
    {"presidentiel", "presidentielle", ""},
    {"president", "presidente", ""},
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
    {"voter", "vote", "verbs are told by what an archive shows"},
    {"etrange", "etranger", ""},
    {"date", "dati", ""},
    {"taxe", "taxi", ""},
    {"voix", "voie", "no plural in x has a feminine"},
    {"paix", "paie", ""},
    {"suit", "suite", "the form of an irregular verb is no masculine"},
    {"vis", "vise", ""},
    {"jet", "jette", "nor is its other form a feminine"},
    {"emploi", "emploie", ""},
};

const PairRow by_endings_alone[] = {
    {"franc", "france", "a feminine goes so; the guard keeps France out"},
    {"fils", "fille", "gentils, gentille; the stems differ"},
};

const PairRow nouns_beside_verbs[] = {
    {"accord", "accordait", "no ending is common to a noun and a verb: the verbs in -re that have none are listed"},
    {"port", "portent", ""},
    {"appel", "appelait", ""},
    {"rapport", "rapportent", ""},
    {"corps", "corpus", ""},
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
    {"port", "porte", "a feminine goes so"},
    {"ports", "portes", "and its plural"},
    {"cas", "case", ""},
    {"moins", "moine", ""},
    {"cri", "crise", ""},
    {"cris", "crises", ""},
    {"fin", "finit", "a verb in -re goes so"},
    {"mer", "mère", ""},
    {"mere", "merite", "a verb in -ir goes so"},
    {"ville", "villa", "a verb in -er goes so"},
    {"suite", "suit", "a feminine goes so"},
    {"point", "pointe", ""},
    {"parti", "partie", ""},
    {"gauche", "gaucher", "a verb in -er goes so"},
    {"million", "milliers", ""},
    {"air", "aires", ""},
    {"fil", "file", ""},
    {"coup", "coupes", ""},
    {"don", "donne", "a double n goes so"},
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
TEST_CASE("a noun is no form of the verb that is made of it") { check_pairs(nouns_beside_verbs, false); }
TEST_CASE("strangers that look like a family are listed") { check_pairs(listed_strangers, false); }
TEST_CASE("a stem has two letters at least") { check_pairs(too_short, false); }

TEST_CASE("a word is a form of itself") {
  for (const char* word : {"a", "le", "general", "49.3", ""}) CHECK(are_inflections(word, word));
}

}  // namespace
}  // namespace hemero
