#include "query/words/synonyms.h"

#include <fstream>

#include "common/base/error.h"
#include "query/language/parser.h"
#include "tests/support/catch.h"
#include "tests/unit/store/temporary_folder.h"

namespace hemero {
namespace {

SynonymTable small_table() {
  SynonymTable table;
  table.add({"États-Unis", "USA"});
  table.add({"Union européenne", "UE"});
  table.add({"prix Nobel de la paix", "Nobel paix"});
  table.add({"Kiev", "Kyiv"});
  return table;
}

struct Row {
  const char* query;
  const char* tree;
  const char* reason;
};

TEST_CASE("words that the table knows stand beside their synonyms") {
  const Row rows[] = {
      {"kiev", "words(any(kiev Kyiv))", "a word"},
      {"KYIV", "words(any(KYIV Kiev))", "whatever the case"},
      {"usa", "words(any(usa \"États-Unis\"))", "a compound is looked for as a phrase"},
      {"U.S.A.", "words(any(U.S.A. \"États-Unis\"))", "with its dots"},
      {"etats-unis", "words(any(etats-unis USA))", "without accents"},
      {"etats unis", "words(any(words(etats unis) USA))", "a run of words"},
      {"\"états unis\"", "words(any(\"états unis\" USA))", "a whole phrase"},
      {"\"les états unis\"", "words(\"les états unis\")", "not a part of one"},
      {"chine usa", "words(chine any(usa \"États-Unis\"))", "beside others"},
      {"prix nobel de la paix 2014", "words(any(words(prix nobel de la paix) \"Nobel paix\") 2014)", "the longest run"},
      {"nobel de la paix", "words(nobel de la paix)", "a part of a run"},
      {"union ET européenne", "all(any(words(union européenne) UE))", "joined by ET as well"},
      {"union OU européenne", "any(union européenne)", "two words of which any will do are none"},
      {"-usa chine", "words(not(any(usa \"États-Unis\")) chine)", "what is excluded is so by all its names"},
      {"(usa OU chine) -ue", "words(any(any(usa \"États-Unis\") chine) not(any(ue \"Union européenne\")))", "inside"},
      {"titre:kiev", "words(titre:any(kiev Kyiv))", "in a field of text"},
      {"source:ue", "words(source:ue)", "a name is a name"},
      {"=kiev", "words(=kiev)", "exactly so"},
      {"kiev*", "words(kiev*)", ""},
      {"kiev~", "words(kiev~)", ""},
      {"kiev>=2", "words(kiev>=2)", "a count is of one word"},
      {"kiev~-Kiev", "words(kiev~-Kiev)", "chosen forms"},
      {"kiev PRÈS/5 usa", "words(near(5 any(kiev Kyiv) any(usa \"États-Unis\")))", "where it must stand near"},
      {"chine", "words(chine)", "not listed"},
      {"", "words()", "nothing"},
  };
  for (const Row& row : rows) {
    INFO(row.query << ": " << row.reason);
    const QueryNode tree = parse_query(row.query).tree;
    CHECK(to_tree(small_table().expand(tree)) == row.tree);
    CHECK(SynonymTable().expand(tree) == tree);
  }
}

TEST_CASE("an archive's own synonyms add to those that are listed") {
  const TemporaryFolder temporary;
  const ArchiveFolder folder{temporary / "archive"};
  std::filesystem::create_directory(folder.path);
  const auto tree_of = [&](const char* query) {
    return to_tree(SynonymTable::of_archive(folder).expand(parse_query(query).tree));
  };
  CHECK(tree_of("kiev") == "words(any(kiev Kyiv))");
  CHECK(tree_of("courrier") == "words(courrier)");
  std::ofstream(folder.synonyms()) << "# ours\n\ncourrier\tCDL\tle Courrier de Lanval\nkiev\tKiew\n";
  CHECK(tree_of("courrier") == "words(any(courrier CDL \"le Courrier de Lanval\"))");
  CHECK(tree_of("kiev") == "words(any(kiev Kyiv Kiew))");
}

TEST_CASE("a line with less than two synonyms is named") {
  for (const char* text : {"kiev\tKyiv\nseul\n", "# one\nseul\t\n"}) {
    const TemporaryFolder temporary;
    const ArchiveFolder folder{temporary / "archive"};
    std::filesystem::create_directory(folder.path);
    std::ofstream(folder.synonyms()) << text;
    try {
      SynonymTable::of_archive(folder);
      FAIL("no error");
    } catch (const Error& error) {
      CHECK(error.code() == ErrorCode::bad_data);
      CHECK(std::string(error.what()).find("synonyms.tsv, line 2") != std::string::npos);
    }
  }
}

}  // namespace
}  // namespace hemero
