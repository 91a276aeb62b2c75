#include "query/language/relaxation.h"

#include <vector>

#include "query/answer/searcher.h"
#include "tests/support/catch.h"
#include "tests/unit/query/press_archive.h"

namespace hemero {
namespace {

struct Row {
  const char* query;
  std::vector<std::string> changes;  ///< the queries, written out
  const char* reason;
};

TEST_CASE("one thing of a query is changed at a time") {
  const Row rows[] = {
      {"a", {}, "nothing can be left out"},
      {"a b", {"b", "a"}, "each word left out"},
      {"a ET b", {"b", "a"}, "joined by ET as well"},
      {"a OU b", {}, "any of them: nothing to relax"},
      {"\"a b\"", {"a b"}, "a phrase as words"},
      {"\"a b\" c", {"(a b) c", "c", "\"a b\""}, "or left out"},
      {"=Marine", {"Marine"}, "an exact form as a family"},
      {"titre:a b", {"a b", "b", "titre:a"}, "a field as anywhere"},
      {"titre:\"a b\"", {"\"a b\""}, "the field first, one thing at a time"},
      {"sncf>=3", {"sncf"}, "once will do"},
      {"a PRÈS/3 b", {"a b"}, "wherever they stand"},
      {"MÊME:phrase(a b)", {"a b"}, ""},
      {"a -b", {"a"}, "an exclusion taken back, the only word kept"},
      {"a date:2021", {"date:2021", "a"}, "a date is a thing like others"},
  };
  for (const Row& row : rows) {
    INFO(row.query << ": " << row.reason);
    std::vector<std::string> changes;
    for (const RelaxedQuery& relaxed : relaxed_queries(parse_query(row.query).tree))
      changes.push_back(to_query(relaxed.tree));
    CHECK(changes == row.changes);
  }
}

TEST_CASE("hostile queries are relaxed a few times only") {
  std::string query;
  for (int i = 0; i < 60; ++i) query += "w" + std::to_string(i) + " ";
  CHECK(relaxed_queries(parse_query(query).tree).size() == 12);
}

TEST_CASE("a query that finds nothing tells what less would find") {
  PressArchive press({{.key = "a", .title = "La grève des cheminots", .text = "Le préfet attend."},
                      {.key = "b", .title = "Le préfet en grève", .text = "Une première."}});
  SearchRequest request;
  request.text = "grève cheminots première";
  const Page page = Searcher(press.reader()).search(request);
  CHECK(page.total == 0);
  std::vector<std::string> told;
  for (const Relaxation& relaxation : page.relaxations)
    told.push_back(relaxation.change + ": " + std::to_string(relaxation.total));
  CHECK(told == std::vector<std::string>{"without cheminots: 1", "without première: 1"});
  request.text = "grève";
  CHECK(Searcher(press.reader()).search(request).relaxations.empty());
  request.text = "grève cheminots première";
  request.help = false;
  CHECK(Searcher(press.reader()).search(request).relaxations.empty());
}

}  // namespace
}  // namespace hemero
