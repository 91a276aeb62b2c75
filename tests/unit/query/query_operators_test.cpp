#include "tests/unit/query/query_rows.h"

// ET OU SAUF and their twins, the dash, brackets, PRÈS and AVANT, MÊME.

namespace hemero {
namespace {

const QueryRow boolean_rows[] = {
    {"a ET b", "all(a b)", 0, ""},
    {"a AND b", "all(a b)", 0, "English"},
    {"a OU b", "any(a b)", 0, ""},
    {"a OR b", "any(a b)", 0, ""},
    {"a ET b ET c", "all(a b c)", 0, "one group"},
    {"a OU b OU c", "any(a b c)", 0, ""},
    {"a ET b OU c", "any(all(a b) c)", 0, "ET binds tighter"},
    {"a OU b ET c", "any(a all(b c))", 0, ""},
    {"a b ET c d", "all(words(a b) words(c d))", 0, "words side by side bind tighter still"},
    {"a b OU c d", "any(words(a b) words(c d))", 0, ""},
    {"a OU b c ET d", "any(a all(words(b c) d))", 0, ""},
    {"(a OU b) ET c", "all(any(a b) c)", 0, "brackets"},
    {"(a OU b) c", "words(any(a b) c)", 0, ""},
    {"a (b OU c) d", "words(a any(b c) d)", 0, ""},
    {"((a))", "words(a)", 0, "brackets around one word"},
    {"(a b)", "words(a b)", 0, "around everything"},
    {"(a b) c", "words(words(a b) c)", 0, ""},
    {"(a ET b) ET c", "all(all(a b) c)", 0, ""},
    {"a(b OU c)d", "words(a any(b c) d)", 0, "without blanks"},
    {"\"a b\" OU c", "any(\"a b\" c)", 0, ""},
    {"=a OU b* OU c~", "any(=a b* c~)", 0, ""},
    {"a>=2 ET b", "all(a>=2 b)", 0, ""},
    {"OTAN ET ONU", "all(OTAN ONU)", 0, "other words in capitals are words"},
    {"OÙ VA LA FRANCE", "words(OÙ VA LA FRANCE)", 0, "OÙ is where, not OU"},
    {"OU\u0300 VA LA FRANCE", "words(OU\u0300 VA LA FRANCE)", 0, "decomposed"},
    {"ÉT b", "words(ÉT b)", 0, "an accent makes another word"},
    {"a Ou b", "words(a Ou b)", 0, ""},
    {"E.T.", "words(E.T.)", 0, "a film"},
    {"a ET/OU b", "words(a ET/OU b)", 0, ""},
    {"ANDRÉ NOTRE ORAN ETÉ", "words(ANDRÉ NOTRE ORAN ETÉ)", 0, "words that start like operators"},
    {"a &b", "words(a &b)", 0, ""},
    {"a && b || c", "words(a b c)", 0, "signs of programmers mean nothing"},
};

const QueryRow exclusion_rows[] = {
    {"a -b", "words(a not(b))", 0, ""},
    {"a SAUF b", "words(a not(b))", 0, ""},
    {"a NOT b", "words(a not(b))", 0, ""},
    {"-a", "words(not(a))", 0, "alone: all articles without it"},
    {"SAUF a", "words(not(a))", 0, ""},
    {"-a -b", "words(not(a) not(b))", 0, ""},
    {"-a b", "words(not(a) b)", 0, "it excludes one word"},
    {"SAUF a b", "words(not(a) b)", 0, ""},
    {"a ET -b", "all(a words(not(b)))", 0, ""},
    {"a ET SAUF b", "all(a words(not(b)))", 0, "AND NOT"},
    {"a OU -b", "any(a words(not(b)))", 0, ""},
    {"a -(b c)", "words(a not(words(b c)))", 0, "both together"},
    {"a SAUF (b OU c)", "words(a not(any(b c)))", 0, ""},
    {"a -(b -c)", "words(a not(words(b not(c))))", 0, ""},
    {"-=a", "words(not(=a))", 0, ""},
    {"-a*", "words(not(a*))", 0, ""},
    {"-sncf>=3", "words(not(sncf>=3))", 0, ""},
    {"-titre:a", "words(not(titre:a))", 0, ""},
    {"titre:-a", "words(not(titre:a))", 0, "the other way round means the same"},
    {"-date:2021", "words(not(date:2021))", 0, ""},
    {"-(a PRÈS/3 b)", "words(not(near(3 a b)))", 0, ""},
    {"-a PRÈS/3 b", "words(not(near(3 a b)))", 0, "nearness binds tightest"},
    {"SAUF SAUF a", "words(not(a))", 1, "never its opposite"},
    {"SAUF -a", "words(not(a))", 1, ""},
    {"--a", "words(not(a))", 0, ""},
    {"–a", "words(not(a))", 0, "the en dash that a word processor puts"},
    {"\u2212a", "words(not(a))", 0, "a minus sign"},
    {"\u2011a", "words(not(a))", 0, "a no-break hyphen"},
    {"a -", "words(a)", 0, "a lone dash is none"},
    {"a - b", "words(a b)", 0, ""},
    {"- a", "words(a)", 0, ""},
    {"a -\u00A0b", "words(a b)", 0, "before a no-break space"},
    {"a -\nb", "words(a b)", 0, "before a line feed"},
    {"a -- b", "words(a b)", 0, ""},
    {"-", "words()", 0, ""},
    {"(-)", "words()", 0, ""},
    {"-()", "words()", 1, "an exclusion of nothing"},
    {"-!!! a", "words(a)", 0, "what stands behind an empty exclusion is not excluded"},
    {"-😀 a", "words(a)", 1, ""},
    {"-(a b", "words(not(words(a b)))", 1, "the bracket ends with the query: b is still excluded"},
    {"a SAUF (b OU c", "words(a not(any(b c)))", 1, ""},
    {"a -\"b c", "words(a not(b) c)", 1, "of a phrase that never ends the first word"},
    {"a SAUF", "words(a)", 1, ""},
    {"SAUF", "words()", 1, ""},
    {"a -OU b", "any(a b)", 1, "no word to exclude"},
};

const QueryRow bracket_rows[] = {
    {"(a", "words(a)", 1, ""},
    {"a)", "words(a)", 1, ""},
    {")a(", "words(a)", 1, ""},
    {"(a OU b", "any(a b)", 1, ""},
    {"(a OU b c", "any(a words(b c))", 1, "up to the end"},
    {"a) OU b", "any(a b)", 1, ""},
    {"((a) b", "words(a b)", 1, ""},
    {"(a)) b", "words(a b)", 1, ""},
    {"()", "words()", 0, "nothing"},
    {"a () b", "words(a b)", 0, ""},
    {"(())", "words()", 0, ""},
    {"(a OU (b ET c)", "any(a all(b c))", 1, ""},
};

const QueryRow dangling_rows[] = {
    {"ET", "words()", 1, "told once"},
    {"OU", "words()", 1, ""},
    {"a ET", "words(a)", 1, ""},
    {"ET a", "words(a)", 1, ""},
    {"a OU", "words(a)", 1, ""},
    {"OU a", "words(a)", 1, ""},
    {"pluie AND", "words(pluie)", 1, ""},
    {"a ET ET b", "all(a b)", 1, ""},
    {"a OU OU b", "any(a b)", 1, ""},
    {"a OU ET b", "any(a b)", 1, ""},
    {"a ET OU b", "any(a b)", 1, ""},
    {"(a ET) b", "words(a b)", 1, ""},
    {"(ET a) OU b", "any(a b)", 1, ""},
    {"(OU)", "words()", 1, ""},
    {"a ET ()", "words(a)", 1, ""},
    {"a ET !", "words(a)", 1, ""},
    {"a PRÈS/3", "words(a)", 1, ""},
    {"PRÈS/3 a", "words(a)", 1, ""},
    {"a PRÈS/3 OU b", "any(a b)", 1, ""},
    {"a PRÈS/3 PRÈS/4 b", "words(near(4 a b))", 1, ""},
    {"a PRÈS/3 -b", "words(a not(b))", 1, "an exclusion is near nothing"},
    {"a PRÈS/3 date:2021", "words(a date:2021)", 1, "nor is a date"},
    {"ET OU SAUF", "words()", 1, ""},
};

const QueryRow near_rows[] = {
    {"a PRÈS/6 b", "words(near(6 a b))", 0, ""},
    {"a PRES/6 b", "words(near(6 a b))", 0, "capitals without accents"},
    {"a PRE\u0300S/6 b", "words(near(6 a b))", 0, "decomposed"},
    {"a NEAR/6 b", "words(near(6 a b))", 0, "English"},
    {"a PRÈS b", "words(near(10 a b))", 0, "ten words unless said"},
    {"a NEAR b", "words(near(10 a b))", 0, ""},
    {"a AVANT/6 b", "words(near(<6 a b))", 0, "in order"},
    {"a BEFORE/6 b", "words(near(<6 a b))", 0, ""},
    {"a AVANT b", "words(a AVANT b)", 0, "without its number a word"},
    {"a BEFORE b", "words(a BEFORE b)", 0, ""},
    {"a PRÈS/1 b", "words(near(1 a b))", 0, ""},
    {"a PRÈS/1000 b", "words(near(1000 a b))", 0, "the widest"},
    {"a PRÈS/1001 b", "words(a PRÈS/1001 b)", 0, "too wide: a word"},
    {"a PRÈS/0 b", "words(a PRÈS/0 b)", 0, ""},
    {"a PRÈS/x b", "words(a PRÈS/x b)", 0, ""},
    {"a PRÈS/ b", "words(a PRÈS/ b)", 0, ""},
    {"a ET/6 b", "words(a ET/6 b)", 0, "no distance for ET"},
    {"a Près/6 b", "words(a Près/6 b)", 0, ""},
    {"a PRÈS/3 b PRÈS/4 c", "words(near(4 near(3 a b) c))", 0, "from the left"},
    {"a PRÈS/3 (b PRÈS/4 c)", "words(near(3 a near(4 b c)))", 0, ""},
    {"(a OU b) PRÈS/3 c", "words(near(3 any(a b) c))", 0, ""},
    {"\"a b\" PRÈS/3 c*", "words(near(3 \"a b\" c*))", 0, ""},
    {"a b PRÈS/3 c d", "words(a near(3 b c) d)", 0, "it joins the two words beside it"},
    {"a PRÈS/3 b OU c", "any(near(3 a b) c)", 0, ""},
    {"titre:(a PRÈS/3 b)", "words(titre:near(3 a b))", 0, "in a field"},
    {"a PRÈS/3 titre:b", "words(a titre:b)", 1, "a field holds for the article"},
    {"a PRÈS/3 (b -c)", "words(near(3 a b) not(c))", 1, "so does an exclusion"},
    {"a PRÈS/3 b>=2", "words(near(3 a b) b>=2)", 1, "and a number of occurrences"},
    {"-(a PRÈS/3 (b -c))", "words(not(words(near(3 a b) not(c))))", 1, ""},
};

const QueryRow same_rows[] = {
    {"MÊME:phrase(a b)", "words(sentence(a b))", 0, ""},
    {"MEME:phrase(a b)", "words(sentence(a b))", 0, ""},
    {"même:phrase(a b)", "words(sentence(a b))", 0, "it is like a field: small letters will do"},
    {"MÊME:PHRASE(a b)", "words(sentence(a b))", 0, ""},
    {"SAME:sentence(a b)", "words(sentence(a b))", 0, "English"},
    {"MÊME:paragraphe(a b)", "words(paragraph(a b))", 0, ""},
    {"SAME:paragraph(a b)", "words(paragraph(a b))", 0, ""},
    {"MÊME:phrase(a)", "words(sentence(a))", 0, ""},
    {"MÊME:phrase(a ET b)", "words(sentence(a b))", 0, ""},
    {"MÊME:phrase(a OU b)", "words(sentence(any(a b)))", 0, ""},
    {"MÊME:phrase(a b OU c)", "words(sentence(any(words(a b) c)))", 0, ""},
    {"MÊME:phrase((a OU b) c)", "words(sentence(any(a b) c))", 0, ""},
    {"MÊME:phrase(\"a b\" c)", "words(sentence(\"a b\" c))", 0, ""},
    {"MÊME:paragraphe(MÊME:phrase(a b) c)", "words(paragraph(sentence(a b) c))", 0, ""},
    {"-MÊME:phrase(a b)", "words(not(sentence(a b)))", 0, ""},
    {"titre:MÊME:phrase(a b)", "words(titre:sentence(a b))", 0, ""},
    {"MÊME:phrase(a b) c", "words(sentence(a b) c)", 0, ""},
    {"MÊME:phrase(a -b)", "words(sentence(a) not(b))", 1, "an exclusion holds for the article"},
    {"MÊME:phrase(a date:2021)", "words(sentence(a) date:2021)", 1, ""},
    {"MÊME:phrase(a auteur:b)", "words(sentence(a) auteur:b)", 1, ""},
    {"MÊME:phrase(a titre:b)", "words(sentence(a) titre:b)", 1, ""},
    {"MÊME:phrase(a>=2 b)", "words(sentence(a b) a>=2)", 1, ""},
    {"MÊME:phrase(-a)", "words(not(a))", 1, ""},
    {"-MÊME:phrase(a -b)", "words(not(words(sentence(a) not(b))))", 1, ""},
    {"MÊME:phrase(a b", "words(sentence(a b))", 1, ""},
    {"MÊME:phrase()", "words()", 1, ""},
    {"MÊME:phrase a", "words(MÊME phrase a)", 1, "brackets belong to it"},
    {"MÊME:mot(a b)", "words(MÊME mot words(a b))", 1, ""},
    {"MÊME: a", "words(MÊME a)", 1, ""},
};

TEST_CASE("ET and OU, in capitals only") { check_rows(boolean_rows); }
TEST_CASE("an exclusion is never turned into its opposite") { check_rows(exclusion_rows); }
TEST_CASE("brackets without a partner are told") { check_rows(bracket_rows); }
TEST_CASE("operators without a word beside them are told and left out") { check_rows(dangling_rows); }
TEST_CASE("PRÈS and AVANT") { check_rows(near_rows); }
TEST_CASE("MÊME:phrase and MÊME:paragraphe") { check_rows(same_rows); }

TEST_CASE("queries that only exclude") {
  const struct {
    const char* query;
    bool only_excludes;
  } rows[] = {
      {"-a", true},      {"-a -b", true},      {"-(a OU b)", true},  {"SAUF a", true},     {"a OU -b", true},
      {"a", false},      {"a -b", false},      {"-(-a)", false},     {"(-a) ET b", false}, {"(-a) OU (-b)", true},
      {"", false},       {"date:2019", false}, {"-date:2019", true}, {"titre:(-a)", true}, {"-a date:2019", false},
      {"\"-a\"", false},
  };
  for (const auto& row : rows) {
    INFO(row.query);
    CHECK(only_excludes(parse_query(row.query).tree) == row.only_excludes);
  }
}

}  // namespace
}  // namespace hemero
