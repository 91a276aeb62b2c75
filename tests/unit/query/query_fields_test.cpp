#include "tests/unit/query/query_rows.h"

// Fields and their English twins, dates and their ranges.

namespace hemero {
namespace {

const QueryRow field_rows[] = {
    {"titre:grève", "words(titre:grève)", 0, ""},
    {"title:grève", "words(titre:grève)", 0, "English"},
    {"chapo:grève", "words(chapo:grève)", 0, ""},
    {"lead:grève", "words(chapo:grève)", 0, ""},
    {"texte:grève", "words(texte:grève)", 0, ""},
    {"text:grève", "words(texte:grève)", 0, ""},
    {"auteur:Vasseur", "words(auteur:Vasseur)", 0, ""},
    {"author:Vasseur", "words(auteur:Vasseur)", 0, ""},
    {"source:apo", "words(source:apo)", 0, ""},
    {"rubrique:Monde", "words(rubrique:Monde)", 0, ""},
    {"section:Monde", "words(rubrique:Monde)", 0, ""},
    {"motcle:otan", "words(motcle:otan)", 0, ""},
    {"motclé:otan", "words(motcle:otan)", 0, "accents do not matter"},
    {"keyword:otan", "words(motcle:otan)", 0, ""},
    {"url:lemonde.fr", "words(url:lemonde.fr)", 0, ""},
    {"url:https://www.lemonde.fr/a", "words(url:https://www.lemonde.fr/a)", 0, "a colon inside"},
    {"TITRE:grève", "words(titre:grève)", 0, "any case"},
    {"Titre:grève", "words(titre:grève)", 0, ""},
    {"titre:=Marine", "words(titre:=Marine)", 0, ""},
    {"titre:ambassad*", "words(titre:ambassad*)", 0, ""},
    {"titre:sncf>=2", "words(titre:sncf>=2)", 0, ""},
    {"titre:(a b)", "titre:words(a b)", 0, "several words"},
    {"titre:(a OU b)", "titre:any(a b)", 0, ""},
    {"titre:(a) b", "words(titre:a b)", 0, ""},
    {"titre:a b", "words(titre:a b)", 0, "it holds for one word"},
    {"titre:(a -b)", "titre:words(a not(b))", 0, ""},
    {"titre:(auteur:a b)", "titre:words(auteur:a b)", 0, "the inner field holds"},
    {"titre:auteur:a", "words(auteur:a)", 0, "so it does without brackets"},
    {"titre:(a b) OU c", "any(titre:words(a b) c)", 0, ""},
    {"titre:a OU texte:b", "any(titre:a texte:b)", 0, ""},
    {"a titre:\"b c\"", "words(a titre:\"b c\")", 0, ""},
    {"(titre:a)", "words(titre:a)", 0, ""},
    {"titre:ET", "words()", 1, "an operator is no value"},
    {"titre:", "words(titre)", 1, "no value"},
    {"titre: grève", "words(titre grève)", 1, "apart from its value"},
    {"titre : grève", "words(titre grève)", 0, "a colon between blanks is punctuation"},
    {"(titre:)", "words(titre)", 1, ""},
    {"titre:!!! grève", "words(grève)", 0, "no value: the next word does not become it"},
    {"titre:date:2021", "words(date:2021)", 0, "a date is in no field"},
    {"soustitre:a", "words(soustitre:a)", 0, "like no field"},
    {"titres:a", "words(titres:a)", 1, "like one"},
    {"auteurs:a", "words(auteurs:a)", 1, ""},
    {"autuer:a", "words(autuer:a)", 1, "letters swapped"},
    {"sorce:a", "words(sorce:a)", 1, ""},
    {"ruubrique:a", "words(ruubrique:a)", 1, ""},
    {"urls:a", "words(urls:a)", 1, ""},
    {"Kaboul:", "words(Kaboul:)", 0, "no field, no value"},
    {":a", "words(:a)", 0, ""},
    {"http://a.fr", "words(http://a.fr)", 0, ""},
    {"mailto:a@b.fr", "words(mailto:a@b.fr)", 0, ""},
    {"10:30", "words(10:30)", 0, ""},
};

const QueryRow date_rows[] = {
    {"date:2021", "words(date:2021)", 0, "a year"},
    {"date:2021-08", "words(date:2021-08)", 0, "a month"},
    {"date:2021-08-11", "words(date:2021-08-11)", 0, "a day"},
    {"date:20210811", "words(date:2021-08-11)", 0, "as ISO 8601 allows"},
    {"date:2021-08-01..2021-08-15", "words(date:2021-08-01..2021-08-15)", 0, "a range"},
    {"date:2019..2021", "words(date:2019..2021)", 0, ""},
    {"date:2019-12..2021", "words(date:2019-12..2021)", 0, "unequally precise"},
    {"date:2019-12..2019", "words(date:2019-12..2019)", 0, "its last month"},
    {"date:2021..2021", "words(date:2021)", 0, ""},
    {"date:2021..", "words(date:2021..)", 0, "open"},
    {"date:..2021", "words(date:..2021)", 0, ""},
    {"avant:2021", "words(date:..2021)", 0, "up to and with"},
    {"before:2021", "words(date:..2021)", 0, ""},
    {"après:2021-08", "words(date:2021-08..)", 0, "from it on"},
    {"apres:2021-08", "words(date:2021-08..)", 0, ""},
    {"after:2021-08", "words(date:2021-08..)", 0, ""},
    {"AVANT:2021", "words(date:..2021)", 0, ""},
    {"après:2019 avant:2021", "words(date:2019.. date:..2021)", 0, ""},
    {"otan date:2021", "words(otan date:2021)", 0, ""},
    {"date:2021 OU date:2019", "any(date:2021 date:2019)", 0, ""},
    {"date:2021\u00A0otan", "words(date:2021 otan)", 0, "a no-break space ends it"},
    {"(date:2021)", "words(date:2021)", 0, ""},
    {"date:2021\"a b\"", "words(date:2021 \"a b\")", 0, ""},
    {"date:2021..2019", "words(date:2019..2021)", 1, "the wrong way round"},
    {"date:..", "words(date)", 1, "no date"},
    {"date:hier", "words(date hier)", 1, ""},
    {"-date:hier", "words(not(words(date hier)))", 1, "what is excluded stays excluded"},
    {"a SAUF avant:hier b", "words(a not(words(avant hier)) b)", 1, ""},
    {"-date:!", "words(not(date))", 1, "no word"},
    {"-date:titre:a b", "words(not(words(date titre:a)) b)", 1, "a field in it is one"},
    {"-date:date:hier", "words(not(words(date date hier)))", 2, ""},
    {"date:2021-13", "words(date 2021-13)", 1, "no month"},
    {"date:2021-02-30", "words(date 2021-02-30)", 1, "no day"},
    {"date:11/02/2021", "words(date:2021-02-11)", 0, "as French has it"},
    {"avant:12/2020", "words(date:..2020-12)", 0, "a month"},
    {"après:01/01/2020", "words(date:2020-01-01..)", 0, ""},
    {"date:01/02/2020..11.02.2021", "words(date:2020-02-01..2021-02-11)", 0, "a range"},
    {"date:02/13/2021", "words(date 02/13/2021)", 1, "not the American order"},
    {"date:11/02/21", "words(date 11/02/21)", 1, "two digits are no year"},
    {"date:\"11 février 2021\" neige", "words(date:2021-02-11 neige)", 0, "in quotation marks"},
    {"date:«\u00A011\u00A0février 2021\u00A0»", "words(date:2021-02-11)", 0, "French ones"},
    {"date:\"janvier 2020..11 février 2021\"", "words(date:2020-01..2021-02-11)", 0, "a range between them"},
    {"date:\"hier\" neige", "words(date \"hier\" neige)", 1, "no date between them"},
    {"-date:\"hier soir\" neige", "words(not(words(date \"hier soir\")) neige)", 1, "excluded as a whole"},
    {"date:\"11 février 2021 neige", "words(date:2021-02-11 neige)", 0, "without the second one"},
    {"-date:\"hier (a) b", "words(not(words(date hier)) a b)", 2, "… and no date"},
    {"date:\"", "words(date)", 2, "a mark alone"},
    {"date:février-2021", "words(date:2021-02)", 0, "a month in a word"},
    {"date:fevrier 2021 neige", "words(date:2021-02 neige)", 0, "in two"},
    {"date:11 février 2021 neige", "words(date:2021-02-11 neige)", 0, "in three"},
    {"-date:mercredi 11 août 2021 neige", "words(not(date:2021-08-11) neige)", 0, "in four"},
    {"avant:mars 2020 après:juin 2019", "words(date:..2020-03 date:2019-06..)", 0, ""},
    {"date:janvier 2020..mars 2021", "words(date:2020-01..2021-03)", 0, "a range in three words"},
    {"date:2021 11 février", "words(date:2021 11 février)", 0, "the fewest words that are a date"},
    {"date:11 morts 2021", "words(date 11 morts 2021)", 1, "words, but no date"},
    {"date:2019..x", "words(date 2019..x)", 1, "half a range"},
    {"avant:hier", "words(avant hier)", 1, ""},
    {"date:", "words(date)", 1, ""},
    {"date: 2021", "words(date 2021)", 1, ""},
    {"-avant:2021", "words(not(date:..2021))", 0, ""},
    {"avant:2021..", "words(avant 2021..)", 1, "the end that it asks for is missing"},
    {"après:..2021", "words(après ..2021)", 1, ""},
    {"avant:..2021", "words(date:..2021)", 0, "… and here it is not"},
    {"avant:", "words(avant)", 1, ""},
};

TEST_CASE("fields and their English twins") { check_rows(field_rows); }
TEST_CASE("dates and open ranges") { check_rows(date_rows); }

TEST_CASE("the notice of an unknown field names the nearest one") {
  const struct {
    const char* query;
    const char* nearest;
  } rows[] = {
      {"titres:a", "“titre:”"}, {"titel:a", "“titre:”"},        {"texe:a", "“texte:”"},
      {"tete:a", "“texte:”"},   {"autor:a", "“auteur:”"},       {"auteurs:a", "“auteur:”"},
      {"sorce:a", "“source:”"}, {"rubriques:a", "“rubrique:”"}, {"sections:a", "“rubrique:”"},
      {"chapos:a", "“chapo:”"}, {"dates:2021", "“date:”"},      {"kewyord:a", "“motcle:”"},
  };
  for (const auto& row : rows) {
    INFO(row.query);
    CHECK_THAT(joined(parse_query(row.query).notices), contains_text(row.nearest));
  }
}

}  // namespace
}  // namespace hemero
