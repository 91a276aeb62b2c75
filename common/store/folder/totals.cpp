#include "common/store/folder/totals.h"

namespace hemero {

Totals read_totals(sqlite::Connection& connection) {
  Totals totals;
  connection.prepare("SELECT articles, removed, versions, text_bytes, words, surfaces FROM total")
      .for_first([&](const sqlite::Statement& row) {
        totals = {row.integer(0), row.integer(1), row.integer(2), row.integer(3), row.integer(4), row.integer(5)};
      });
  return totals;
}

Totals& Totals::operator+=(const Totals& other) {
  articles += other.articles;
  removed += other.removed;
  versions += other.versions;
  text_bytes += other.text_bytes;
  words += other.words;
  surfaces += other.surfaces;
  return *this;
}

TotalsWriter::TotalsWriter(sqlite::Connection& connection)
    : add_(connection.prepare(
          "UPDATE total SET articles = articles + ?1, removed = removed + ?2, versions = versions + ?3, "
          "text_bytes = text_bytes + ?4, words = words + ?5, surfaces = surfaces + ?6")) {}

void TotalsWriter::add(const Totals& change) {
  add_.with(change.articles, change.removed, change.versions, change.text_bytes, change.words, change.surfaces).run();
}

}  // namespace hemero
