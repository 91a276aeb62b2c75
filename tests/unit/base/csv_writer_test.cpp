#include "common/base/csv_writer.h"

#include <string>
#include <vector>

#include "tests/support/catch.h"

namespace hemero {
namespace {

struct RowRow {
  std::vector<std::string> cells;
  std::string csv;
  const char* reason;
};

const RowRow row_rows[] = {
    {{"Kaboul"}, "Kaboul\r\n", "a row ends with CR LF"},
    {{"a", "b"}, "a,b\r\n", "commas stand between cells"},
    {{"a", "", ""}, "a,,\r\n", "empty cells keep their places"},
    {{""}, "\"\"\r\n", "one empty cell is no empty line"},
    {{}, "\r\n", "no cell"},
    {{"Paris, Lyon"}, "\"Paris, Lyon\"\r\n", "a comma wants quotes"},
    {{"le mot \"fin\""}, "\"le mot \"\"fin\"\"\"\r\n", "a quote wants quotes and is doubled"},
    {{"un\ndeux"}, "\"un\ndeux\"\r\n", "a line feed wants quotes"},
    {{"un\r\ndeux"}, "\"un\r\ndeux\"\r\n", "CR LF wants quotes"},
    {{"un;deux\ttrois"}, "un;deux\ttrois\r\n", "semicolons and tabs want none"},
    {{"L’été à Noël \U0001F600"}, "L’été à Noël \U0001F600\r\n", "UTF-8 as it is"},
    {{"=1+1"}, "'=1+1\r\n", "a formula is made a text"},
    {{"=HYPERLINK(\"http://a\",\"b\")"}, "\"'=HYPERLINK(\"\"http://a\"\",\"\"b\"\")\"\r\n", "one with quotes too"},
    {{"+33 1", "-2 %", "@x", "\tx"}, "'+33 1,'-2 %,'@x,'\tx\r\n", "each sign by which formulas begin"},
    {{"\rx"}, "\"'\rx\"\r\n", "the apostrophe stands within the quotes"},
    {{"a=b", "a-b", " =1"}, "a=b,a-b, =1\r\n", "these signs within a text are no formula"},
};

TEST_CASE("cells become a row of CSV") {
  for (const RowRow& row : row_rows) {
    INFO(row.reason);
    std::string out;
    CsvWriter csv(out);
    for (const std::string& cell : row.cells) csv.cell(cell);
    csv.end_row();
    CHECK(out == row.csv);
  }
}

TEST_CASE("numbers are no text, and rows follow each other") {
  std::string out;
  CsvWriter csv(out);
  csv.cell("rank").cell("score").end_row();
  csv.cell(std::uint64_t{12}).cell(-0.25, 4).end_row();
  csv.cell("").end_row().cell(std::uint64_t{0}).end_row();
  CHECK(out == "rank,score\r\n12,-0.2500\r\n\"\"\r\n0\r\n");
}

TEST_CASE("other forms of tables") {
  std::string out;
  CsvWriter csv(out, {.separator = ';', .decimal = ','});
  csv.cell("Paris, Lyon").cell("un;deux").cell("=1+1").cell(1.5, 2).end_row();
  CHECK(out == "Paris, Lyon;\"un;deux\";'=1+1;1,50\r\n");  // what a French spreadsheet opens
  out.clear();
  CsvWriter raw(out, {.guarded = false});
  raw.cell("=1+1").cell("-69,6°C").end_row();
  CHECK(out == "=1+1,\"-69,6°C\"\r\n");
}

}  // namespace
}  // namespace hemero
