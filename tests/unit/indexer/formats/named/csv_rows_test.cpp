#include "indexer/formats/named/csv_rows.h"

#include <string>
#include <vector>

#include "indexer/input/input_limits.h"
#include "tests/support/catch.h"
#include "tests/support/string_input.h"

namespace hemero {
namespace {

using Texts = std::vector<std::string>;

/// "2:text" for the row that begins on line 2; "2!open:", "2!stray:" or "2!long:" before what is broken.
Texts rows_of(const std::string& table, char separator = ',', std::size_t step = 7,
              std::size_t cap = InputLimits{}.record) {
  StringInput input(table, step);
  CsvRows rows(input, cap);
  rows.set_separator(separator);
  Texts texts;
  while (const auto row = rows.next()) {
    const char* faults[] = {":", "!long:", "!open:", "!stray:"};
    texts.push_back(std::to_string(row->line) + faults[static_cast<int>(row->fault)] + std::string(row->text));
  }
  CHECK(rows.offset() == table.size());
  return texts;
}

TEST_CASE("a table is cut into rows") {
  struct Row {
    std::string table;
    Texts rows;
    const char* reason;
  };
  const Row rows[] = {
      {"", {}, "nothing"},
      {"a,b", {"1:a,b"}, "the last line may lack its end"},
      {"a,b\r\nc,d\n", {"1:a,b", "2:c,d"}, "both line ends"},
      {"a\n\nb\n", {"1:a", "2:", "3:b"}, "blank lines are the reader's business"},
      {"\xEF\xBB\xBFx\n", {"1:x"}, "a byte order mark is dropped"},
      {"a,\"b\nc\"\nd\n", {"1:a,\"b\nc\"", "3:d"}, "a line end in quotes"},
      {"\"a\"\"\n\"\nb\n", {"1:\"a\"\"\n\"", "3:b"}, "a doubled quote"},
      {"\"a\" ,b\n", {"1:\"a\" ,b"}, "blanks behind a quote"},
      {"12\" de neige,a\nb\n", {"1:12\" de neige,a", "2:b"}, "a quote inside of a cell is a sign like others"},
      {"a,\"b\nc,d\n", {"1!open:a,\"b", "2:c,d"}, "a quote that nothing closes takes its line only"},
      {"a,\"b\n\"c\",d\n", {"1!stray:a,\"b", "2:\"c\",d"}, "… nor does it when a later cell seems to close it"},
      {"\"a\"b\nc\n", {"1!stray:\"a\"b", "2:c"}, "text behind a quote"},
      {"\"a\"b\n\"c\nd\"\n", {"1!stray:\"a\"b", "2:\"c\nd\""}, "rows of several lines are read behind a broken one"},
      {"\"a \\\"b\\\" c\",d\n", {"1:\"a \\\"b\\\" c\",d"}, "quotes behind backslashes, as MySQL and Spark write them"},
      {"\"a \\\"\",\"b\"\nc\n", {"1:\"a \\\"\",\"b\"", "2:c"}, "… at the end of a cell"},
      {"\"a\\\"b\n\"c\n", {"1!stray:\"a\\\"b", "2!open:\"c"}, "… that close nothing"},
      {"\"C:\\\",\"b\"\n", {"1:\"C:\\\",\"b\""}, "a backslash at the end of a cell is a sign like others"},
      {"\"a\\\"b\"\n\"C:\\\",\"b\"\n",
       {"1:\"a\\\"b\"", "2:\"C:\\\",\"b\""},
       "… also behind a row that has another dialect"},
  };
  for (const Row& row : rows) {
    INFO(row.reason);
    for (const std::size_t step : {1U, 7U, 1000U}) CHECK(rows_of(row.table, ',', step) == row.rows);
  }
}

TEST_CASE("only the separator ends a cell") {
  CHECK(rows_of("\"a\",b\nc\n", ';') == Texts{"1!stray:\"a\",b", "2:c"});
  CHECK(rows_of("\"a\n\";b\nc\n", ';') == Texts{"1:\"a\n\";b", "3:c"});
  CHECK(rows_of("\"a\n\"\tb\nc\n", '\t') == Texts{"1:\"a\n\"\tb", "3:c"});
}

TEST_CASE("rows over the cap are passed over to their end") {
  CHECK(rows_of("0123456789\nb\n", ',', 3, 9) == Texts{"1!long:", "2:b"});
  CHECK(rows_of("012345678\r\nb\n", ',', 3, 9) == Texts{"1:012345678", "2:b"});
  CHECK(rows_of("\"0\n12345\n\n6789\"\nb\n", ',', 3, 9) == Texts{"1!long:", "5:b"});
  CHECK(rows_of("\"012345678901\"x\nb\n", ',', 3, 9) == Texts{"1!long:", "2:b"});
  CHECK(rows_of("\"0\"23456789\nb\n", ',', 3, 5) == Texts{"1!long:", "2:b"});
}

TEST_CASE("a table in which every line opens a quote again is read in time that its length bounds") {
  std::string table;
  for (int i = 0; i < 200'000; ++i) table += "a\",b,\"c\n";
  const Texts rows = rows_of(table + "\"x\"y", ',', 1 << 20);
  CHECK(rows.size() == 200'001);
  CHECK(rows.back() == "200001!stray:\"x\"y");
}

TEST_CASE("cells lose their quotes") {
  struct Row {
    std::string row;
    Texts cells;
  };
  const Row rows[] = {
      {"", {""}},
      {"a", {"a"}},
      {"a,b", {"a", "b"}},
      {",", {"", ""}},
      {"a,", {"a", ""}},
      {"\"a,b\",c", {"a,b", "c"}},
      {"\"a\"\"b\"", {"a\"b"}},
      {"\"\"\"\"", {"\""}},
      {"\"\",\"\"", {"", ""}},
      {"\"a\" ,b", {"a", "b"}},
      {"a\"b,c", {"a\"b", "c"}},
      {"\"a\nb\",c", {"a\nb", "c"}},
      {"\"a", {"a"}},
  };
  for (const Row& row : rows) {
    INFO(row.row);
    CHECK(split_csv_row(row.row, ',') == row.cells);
  }
}

TEST_CASE("cells of tables with backslashes lose these before signs") {
  const auto cells = [](const char* row) { return split_csv_row(row, {',', true}); };
  CHECK(cells(R"("a \"b\"",c)") == Texts{R"(a "b")", "c"});
  CHECK(cells(R"("a \"b",c)") == Texts{R"(a "b)", "c"});
  CHECK(cells(R"("a ""b"" c",d\)") == Texts{R"(a "b" c)", R"(d\)"});
  CHECK(cells("\"a\\\nb\"") == Texts{"a\nb"});
  CHECK(cells(R"("C:\\x \temps")") == Texts{R"(C:\x \temps)"});
  CHECK(cells("\"a\\") == Texts{"a"});
}

TEST_CASE("the separator is told by the header") {
  CHECK(sniff_csv_separator("titre,texte") == ',');
  CHECK(sniff_csv_separator("titre;texte") == ';');
  CHECK(sniff_csv_separator("titre\ttexte") == '\t');
  CHECK(sniff_csv_separator("titre") == ',');
  CHECK(sniff_csv_separator("\"titre, sous-titre, chapô\";texte") == ';');
}

}  // namespace
}  // namespace hemero
