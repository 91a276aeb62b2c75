#include "query/exports/exporter.h"
#include "query/exports/plain_name.h"
#include "query/exports/press_citation.h"
#include "tests/support/catch.h"
#include "tests/unit/query/exports/exported_hit.h"

// Articles for programs that count words, and as people cite them.

namespace hemero {
namespace {

TEST_CASE("names for programs") {
  const struct {
    const char* text;
    const char* name;
    const char* reason;
  } rows[] = {
      {"Le Monde", "le_monde", ""},
      {"L’Équipe", "l_equipe", "accents and apostrophes"},
      {"Société/Santé & cœur", "societe_sante_coeur", "one sign for all that stands between"},
      {"  --20 Minutes!", "20_minutes", "none at the ends"},
      {"E\u0301cole", "ecole", "accents apart from their letters"},
      {"كابول", "", "no Latin letters"},
      {"*source_x *y", "source_x_y", "no variable of Iramuteq"},
      {"a,b\"c\nd", "a_b_c_d", ""},
  };
  for (const auto& row : rows) {
    INFO(row.reason);
    CHECK(plain_name(row.text, '_') == row.name);
  }
}

TEST_CASE("a text of Iramuteq behind its starred line") {
  CHECK(iramuteq_exporter()->article(full_hit()) ==
        "**** *id_7 *source_agence_presse_ouest *annee_2019 *mois_2019-12 *jour_2019-12-05 *rubrique_social "
        "*auteur_j_p_brehaudais\nLa grève\nLe chapô.\nUne grève.\n\n");
  CHECK(iramuteq_exporter()->article(bare_hit()) == "**** *id_8\n\n");
  Hit hit = bare_hit();
  hit.article.date = parse_iso_date("2019-12");
  CHECK(iramuteq_exporter()->article(hit) == "**** *id_8 *annee_2019 *mois_2019-12\n\n");
}

TEST_CASE("no line of a text is taken for one of Iramuteq’s own") {
  Hit hit = bare_hit();
  hit.article.title = "**** *id_9 *source_x";
  append_zone(hit.article, ZoneKind::paragraph, "-*theme");
  append_zone(hit.article, ZoneKind::paragraph, "*** - * ****");
  append_zone(hit.article, ZoneKind::paragraph, "a\n**** *b");
  CHECK(iramuteq_exporter()->article(hit) ==
        "**** *id_8\n **** *id_9 *source_x\n -*theme\n*** - * ****\na **** *b\n\n");
}

TEST_CASE("dates as French prints them") {
  const struct {
    const char* date;
    const char* printed;
  } rows[] = {{"2021", "2021"},
              {"2021-08", "août 2021"},
              {"2021-08-01", "1er\u00a0août 2021"},
              {"2019-12-05T07:30", "5\u00a0décembre 2019"}};
  for (const auto& row : rows) CHECK(french_date(*parse_iso_date(row.date)) == row.printed);
}

TEST_CASE("an article as French cites it") {
  CHECK(press_citation(full_hit()) ==
        "J.-P. Bréhaudais et Vasseur, Claire, «\u00a0La grève\u00a0», *Agence Presse Ouest*, 5\u00a0décembre 2019, "
        "https://apo.example/a?b=1&c=%C3%A9 (version du 29\u00a0novembre 2026, Hemero nº\u00a07)");
  CHECK_THAT(press_citation(full_hit(), "<i>", "</i>"), contains_text("<i>Agence Presse Ouest</i>"));
  CHECK(press_citation(bare_hit()) == "(Hemero nº\u00a08)");
}

TEST_CASE("what is not known of a cited article leaves no comma behind") {
  const std::string end = " (version du 29\u00a0novembre 2026, Hemero nº\u00a07)";
  const struct {
    void (*forget)(Article&);
    const char* citation;
  } rows[] = {
      {[](Article& article) { article.authors.clear(); },
       "«\u00a0La grève\u00a0», *Agence Presse Ouest*, 5\u00a0décembre 2019, https://apo.example/a?b=1&c=%C3%A9"},
      {[](Article& article) {
         article.authors = {"A", "B", "C"}, article.title.clear(), article.url.clear();
       },
       "A, B et C, *Agence Presse Ouest*, 5\u00a0décembre 2019"},
      {[](Article& article) { article.authors = {"A"}, article.source.clear(), article.url.clear(); },
       "A, «\u00a0La grève\u00a0», 5\u00a0décembre 2019"},
      {[](Article& article) { article.authors = {"A"}, article.date.reset(), article.url.clear(); },
       "A, «\u00a0La grève\u00a0», *Agence Presse Ouest*"},
      {[](Article& article) { article = {}, article.title = "Il dit «\u00a0non\u00a0» et « oui », «même»"; },
       "«\u00a0Il dit “non” et “oui”, “même”\u00a0»"},
      {[](Article& article) { article = {}, article.url = "https://a.example/"; }, "https://a.example/"},
  };
  for (const auto& row : rows) {
    Hit hit = full_hit();
    row.forget(hit.article);
    CHECK(press_citation(hit) == row.citation + end);
  }
}

}  // namespace
}  // namespace hemero
