#pragma once

#include <algorithm>
#include <span>
#include <string>
#include <string_view>

#include "query/language/parser.h"
#include "tests/support/catch.h"

// How the tables of the query language are read: a query, what is understood (to_tree) and how many notices say so.
// Each tree is also written out again (to_query) and read back: that must give the same tree and nothing new to tell.

namespace hemero {

struct QueryRow {
  std::string_view query;
  std::string_view tree;
  std::size_t notices;
  const char* reason;
};

inline std::string joined(const std::vector<std::string>& lines) {
  std::string text;
  for (const std::string& line : lines) text += line + "\n";
  return text;
}

inline void check_round_trip(const ParsedQuery& parsed) {
  const std::string written = to_query(parsed.tree);
  const ParsedQuery again = parse_query(written);
  INFO("written as: " << written << "\nread as: " << to_tree(again.tree));
  CHECK(again.tree == parsed.tree);
  for (const std::string& notice : again.notices)
    CHECK(std::find(parsed.notices.begin(), parsed.notices.end(), notice) != parsed.notices.end());
}

inline void check_rows(std::span<const QueryRow> rows) {
  for (const QueryRow& row : rows) {
    const ParsedQuery parsed = parse_query(row.query);
    INFO(row.query << ": " << row.reason << "\n" << joined(parsed.notices));
    CHECK(to_tree(parsed.tree) == row.tree);
    CHECK(parsed.notices.size() == row.notices);
    check_round_trip(parsed);
  }
}

}  // namespace hemero
