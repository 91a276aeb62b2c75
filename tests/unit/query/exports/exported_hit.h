#pragma once

#include "query/exports/exporter.h"

namespace hemero {

inline ExportOrigin origin() {
  return {.archive = "1a2b3c4d-0000-4000-8000-000000000000",
          .state = 12,
          .query = "\"grève\" <b>",
          .total = 2,
          .now = *parse_iso_date("2026-11-30T20:55")};
}

/// An article of which all is known.
inline Hit full_hit() {
  Hit hit;
  hit.rank = 1;
  hit.id = ArticleId(7);
  Article& article = hit.article;
  article.key = "k-7";
  article.title = "La grève";
  article.date = parse_iso_date("2019-12-05");
  article.authors = {"J.-P. Bréhaudais", "Vasseur, Claire"};
  article.source = "Agence Presse Ouest";
  article.section = "Social";
  article.language = "fr";
  article.url = "https://apo.example/a?b=1&c=%C3%A9";
  article.keywords = {"grève", "SNCF"};
  append_zone(article, ZoneKind::lead, "Le chapô.");
  append_zone(article, ZoneKind::paragraph, "Une grève.");
  append_zone(article, ZoneKind::debris, "Abonnez-vous");
  hit.snippets = {{"Une grève.", {}, false, false}};
  hit.matches = 2;
  hit.state = {2, "2026-11-29T08:00:00Z", {}, 6};
  return hit;
}

/// One of which nothing is known but its key.
inline Hit bare_hit() {
  Hit hit;
  hit.id = ArticleId(8);
  hit.article.key = "k-8";
  return hit;
}

}  // namespace hemero
