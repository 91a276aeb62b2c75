#include "tests/unit/query/query_rows.h"

// Phrases: quotation marks of every kind, those without a partner, those inside others.

namespace hemero {
namespace {

const QueryRow phrase_rows[] = {
    {"\"gilets jaunes\"", "words(\"gilets jaunes\")", 0, "straight"},
    {"« gilets jaunes »", "words(\"gilets jaunes\")", 0, "French, with blanks"},
    {"«gilets jaunes»", "words(\"gilets jaunes\")", 0, "without"},
    {"«\u00A0gilets jaunes\u00A0»", "words(\"gilets jaunes\")", 0, "with no-break spaces"},
    {"«\u202Fgilets jaunes\u202F»", "words(\"gilets jaunes\")", 0, "with narrow ones"},
    {"“gilets jaunes”", "words(\"gilets jaunes\")", 0, "English"},
    {"„gilets jaunes“", "words(\"gilets jaunes\")", 0, "German"},
    {"„gilets jaunes”", "words(\"gilets jaunes\")", 0, "Polish"},
    {"”gilets jaunes”", "words(\"gilets jaunes\")", 0, "Swedish, or a keyboard's guess"},
    {"\"gilets jaunes”", "words(\"gilets jaunes\")", 0, "mixed by a keyboard"},
    {"“gilets jaunes\"", "words(\"gilets jaunes\")", 0, "mixed"},
    {"«gilets jaunes\"", "words(\"gilets jaunes\")", 0, "mixed"},
    {"\" gilets  jaunes \"", "words(\"gilets jaunes\")", 0, "blanks are as one, none at the ends"},
    {"\"gilets jaunes\" paris", "words(\"gilets jaunes\" paris)", 0, ""},
    {"paris \"gilets jaunes\"", "words(paris \"gilets jaunes\")", 0, ""},
    {"\"a b\" \"c d\"", "words(\"a b\" \"c d\")", 0, "two"},
    {"\"a b\"\"c d\"", "words(\"a b\" \"c d\")", 0, "without a blank between"},
    {"a\"b c\"d", "words(a \"b c\" d)", 0, "a phrase ends a word and starts one"},
    {"\"Macron\"", "words(\"Macron\")", 0, "one word quoted is a phrase: no inflection"},
    {"\"49.3\"", "words(\"49.3\")", 0, ""},
    {"\"7,4 %\"", "words(\"7,4 %\")", 0, ""},
    {"\"20 h 30\"", "words(\"20 h 30\")", 0, ""},
    {"\"l'état d’urgence\"", "words(\"l'état d’urgence\")", 0, ""},
    {"\"ET OU SAUF\"", "words(\"ET OU SAUF\")", 0, "no operators inside"},
    {"\"a -b\"", "words(\"a -b\")", 0, "no exclusion inside"},
    {"\"titre:a\"", "words(\"titre:a\")", 0, "no field inside"},
    {"\"(a\" b", "words(\"(a\" b)", 0, "no bracket inside"},
    {"\"ambassad* x\"", "words(\"ambassad* x\")", 0, "no prefix inside"},
    {"\"a b\">=2", "words(\"a b\">=2)", 0, "often"},
    {"\"a b\"≥2", "words(\"a b\">=2)", 0, ""},
    {"\"a b\">2 c", "words(\"a b\">=3 c)", 0, ""},
    {"« a b »>=2", "words(\"a b\">=2)", 0, ""},
    {"\"a b\" >=2", "words(\"a b\")", 1, "apart from its phrase"},
    {"\"a b\"x", "words(\"a b\" x)", 0, ""},
    {"-\"a b\"", "words(not(\"a b\"))", 0, "excluded"},
    {"-« a b »", "words(not(\"a b\"))", 0, ""},
    {"SAUF “a b”", "words(not(\"a b\"))", 0, ""},
    {"titre:\"a b\"", "words(titre:\"a b\")", 0, "in a field"},
    {"titre:« a b »", "words(titre:\"a b\")", 0, ""},
    {"auteur:“Claire Vasseur”", "words(auteur:\"Claire Vasseur\")", 0, ""},
    {"(\"a b\")", "words(\"a b\")", 0, "in brackets"},
    {"\"北京 известия\"", "words(\"北京 известия\")", 0, "other scripts"},
    {"\"a\nb\"", "words(\"a b\")", 0, "a line feed inside is a blank"},
    {"\"a\x01"
     "b\"",
     "words(\"a b\")", 0, "so is a control character"},
};

const QueryRow nested_rows[] = {
    {"« il a dit \"non\" hier »", "words(\"il a dit non hier\")", 0, "the outer marks count"},
    {"« il a dit “non” hier »", "words(\"il a dit non hier\")", 0, ""},
    {"“il a dit « non » hier”", "words(\"il a dit non hier\")", 0, ""},
    {"\"il a dit « non » hier\"", "words(\"il a dit non hier\")", 0, ""},
    {"\"l’« affaire » Dreyfus\"", "words(\"l’ affaire Dreyfus\")", 0, "an elision before a mark"},
};

const QueryRow unbalanced_rows[] = {
    {"\"pluie", "words(pluie)", 1, "no partner"},
    {"pluie\"", "words(pluie)", 1, ""},
    {"\"", "words()", 1, ""},
    {"«", "words()", 1, ""},
    {"« pluie", "words(pluie)", 1, ""},
    {"“pluie et vent", "words(pluie et vent)", 1, "words from there on"},
    {"\"a b\" \"c d", "words(\"a b\" c d)", 1, "the last one is alone"},
    {"pluie »", "words(pluie)", 1, "a closing mark alone"},
    {"pluie”", "words(pluie)", 1, ""},
    {"»", "words()", 1, ""},
    {"» a « b", "words(a b)", 1, "the wrong way round, told once"},
    {"\"\"", "words()", 1, "nothing inside"},
    {"« »", "words()", 1, ""},
    {"\"\u00A0\"", "words()", 1, ""},
    {"\"!!!\"", "words()", 1, "no word inside"},
    {"\"😀\"", "words()", 1, ""},
    {"\"'\"", "words()", 1, ""},
    {"pluie \"\" vent", "words(pluie vent)", 1, ""},
    {"-\"\" pluie", "words(pluie)", 1, "what stands behind an empty exclusion is not excluded"},
    {"titre:\"\" pluie", "words(pluie)", 1, "nor in its field"},
    {"-\"pluie", "words(not(pluie))", 1, "an exclusion stays one"},
    {"titre:\"pluie", "words(titre:pluie)", 1, ""},
    {"\"pluie ET vent", "all(pluie vent)", 1, "operators count again"},
    {"grève (AND \"", "words(grève)", 3, "nothing of it makes sense but a word"},
    {"\"a\" b \"", "words(\"a\" b)", 1, ""},
    {"\"a\"\"", "words(\"a\")", 1, ""},
};

TEST_CASE("a phrase stands between quotation marks of any kind") { check_rows(phrase_rows); }
TEST_CASE("quotation marks inside a phrase separate words") { check_rows(nested_rows); }
TEST_CASE("quotation marks without a partner are told and left out") { check_rows(unbalanced_rows); }

}  // namespace
}  // namespace hemero
