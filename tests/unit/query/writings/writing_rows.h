#pragma once

#include <algorithm>
#include <span>
#include <string>
#include <vector>

#include "query/answer/searcher.h"
#include "tests/support/catch.h"
#include "tests/unit/query/press_archive.h"

// How the tables of writings are read: a query, a text as a newspaper prints it, and whether the one finds the other.
// The texts of a table are the articles of one archive.

namespace hemero {

struct WritingRow {
  const char* query;
  const char* text;
  bool found;
  const char* reason;
};

inline void check_writings(std::span<const WritingRow> rows) {
  std::vector<Piece> pieces;
  for (const WritingRow& row : rows)
    pieces.push_back({.key = std::to_string(pieces.size()), .title = "Actualité", .text = row.text});
  PressArchive press(pieces);
  for (std::size_t i = 0; i < rows.size(); ++i) {
    SearchRequest request;
    request.text = rows[i].query;
    request.match = MatchMode::all;
    request.limit = 1000;
    const Page page = Searcher(press.reader()).search(request);
    const bool found = std::any_of(page.hits.begin(), page.hits.end(),
                                   [&](const Hit& hit) { return hit.article.key == std::to_string(i); });
    INFO(rows[i].query << " in " << rows[i].text << ": " << rows[i].reason);
    CHECK(found == rows[i].found);
  }
}

}  // namespace hemero
