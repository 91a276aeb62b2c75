#include <algorithm>
#include <set>

#include "common/text/lexicon.h"
#include "query/words/inflection.h"
#include "tests/support/catch.h"

// Forms that no rule of endings joins: irregular verbs by their models, irregular plurals and feminines one by one.

namespace hemero {
namespace {

struct Row {
  const char* word;
  const char* form;
  const char* reason;
};

const Row verb_rows[] = {
    {"perdre", "perdu", "verbs in -dre, all of whose endings are their own"},
    {"perdu", "perdre", "and back"},
    {"perdre", "perd", "the present has no ending"},
    {"perdre", "perdent", ""},
    {"vendre", "vendait", ""},
    {"vendu", "vendent", ""},
    {"entendre", "entend", ""},
    {"entendus", "entendra", ""},
    {"attendre", "attendue", ""},
    {"repondre", "repondit", ""},
    {"dependre", "depend", ""},
    {"correspondre", "correspondant", ""},
    {"fondre", "fondu", ""},
    {"rompre", "rompt", "-t behind the p"},
    {"interrompre", "interrompue", ""},
    {"agir", "agissait", "too short for the rule of -ir"},
    {"agit", "agir", ""},
    {"hair", "hait", ""},
    {"unir", "unissent", ""},
    {"envoyer", "enverra", "a future of its own"},
    {"renvoye", "renverrait", ""},
    {"accroitre", "accru", ""},
    {"croitre", "croissent", ""},
    {"conclure", "conclu", "a participle without an ending"},
    {"inclure", "incluses", "and one with -s"},
    {"clore", "clos", ""},
    {"rire", "riait", ""},
    {"sourire", "souri", ""},
    {"revetir", "revetu", ""},
    {"pourvoir", "pourvu", ""},
    {"asseoir", "assis", ""},
    {"dissoudre", "dissoute", ""},
    {"extraire", "extrait", ""},
    {"atteindre", "atteint", "verbs in -indre"},
    {"atteinte", "atteindre", ""},
    {"craindre", "craignent", ""},
    {"suivre", "suivi", ""},
    {"poursuivies", "poursuivre", ""},
    {"prevaloir", "prevaut", ""},
    {"acquerir", "acquerra", "two r in the future"},
    {"devoir", "devrions", "every person of every tense"},
    {"pouvoir", "pourrions", ""},
    {"faire", "ferez", ""},
    {"voir", "verrions", ""},
    {"savoir", "saurai", ""},
    {"vouloir", "veuillez", ""},
    {"tenir", "tinrent", ""},
    {"mettre", "mettrons", ""},
    {"cotoyer", "cotoient", ""},
    {"appeler", "appelle", ""},
};

const Row word_rows[] = {
    {"mal", "maux", "plurals"},
    {"oeil", "yeux", ""},
    {"bail", "baux", ""},
    {"juif", "juive", "feminines of a stem too short for the rule"},
    {"vives", "vif", ""},
    {"veuf", "veuve", ""},
    {"jumeau", "jumelles", ""},
    {"gros", "grosse", "a double s"},
    {"basses", "bas", ""},
    {"divers", "diverses", ""},
    {"precise", "precis", ""},
    {"epoux", "epouse", "-oux, -ouse"},
    {"jalouse", "jaloux", ""},
    {"duc", "duchesse", "-esse, which makes other nouns too (jeune, jeunesse)"},
    {"maitresse", "maitre", ""},
    {"prince", "princesses", ""},
    {"ambassadeur", "ambassadrice", "-deur, -drice"},
    {"malin", "maligne", ""},
    {"tierce", "tiers", ""},
};

const Row stranger_rows[] = {
    {"fonder", "fondre", "fonde is of the one, fondu of the other"},
    {"fonds", "fondre", "the noun has a plural that the verb's present is written like"},
    {"jeune", "jeunesse", "no feminine"},
    {"riche", "richesse", ""},
    {"croire", "croissent", ""},
    {"nuit", "nuire", "a night is left alone"},
    {"unis", "unir", "so are the États-Unis"},
};

bool has(const std::vector<std::string>& words, const char* word) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

TEST_CASE("irregular verbs know their forms") {
  for (const Row& row : verb_rows) {
    INFO(row.word << " " << row.form << ": " << row.reason);
    CHECK(has(irregular_verb_forms(row.word), row.form));
    CHECK(has(irregular_verb_forms(row.form), row.word));
  }
}

TEST_CASE("irregular plurals and feminines know each other") {
  for (const Row& row : word_rows) {
    INFO(row.word << " " << row.form << ": " << row.reason);
    CHECK(has(irregular_forms(row.word), row.form));
    CHECK(has(irregular_forms(row.form), row.word));
  }
}

TEST_CASE("what only looks irregular stays apart") {
  for (const Row& row : stranger_rows) {
    INFO(row.word << " " << row.form << ": " << row.reason);
    CHECK_FALSE(has(irregular_verb_forms(row.word), row.form));
    CHECK_FALSE(has(irregular_forms(row.word), row.form));
  }
}

}  // namespace
}  // namespace hemero
