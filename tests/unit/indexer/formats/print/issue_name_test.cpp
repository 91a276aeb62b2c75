#include "indexer/formats/print/issue_name.h"

#include "tests/support/catch.h"

namespace hemero {
namespace {

struct Row {
  const char* path;
  const char* paper;
  const char* date;
  const char* reason;
};

const Row rows[] = {
    {"Le_Petit_Parisien_1898-03-03/1.xml", "Le Petit Parisien", "1898-03-03", "a folder for an issue"},
    {"petitparisien/1898/03/03/p1.xml", "petitparisien", "1898-03-03", "folders for year, month and day"},
    {"petitparisien_18980303_0001.xml", "petitparisien", "1898-03-03", "all in the file's name"},
    {"L’Écho 1898.03.03.xml", "L’Écho", "1898-03-03", "other signs"},
    {"dump-2021-03-01/1898-03-03/1.xml", "", "1898-03-03", "the last day counts, and digits are no name"},
    {"bpt6k0123_1898-03-03.xml", "", "1898-03-03", "nor is what holds digits"},
    {"0002244/1855/0922/0002244_18550922_0001.xml", "", "1855-09-22", "numbers around it"},
    {"L’Écho/18980303_01/18980303_01-METS.xml", "L’Écho", "1898-03-03", "the same day twice, a name before both"},
    {"1898-03-03/L’Écho_1898-03-03.xml", "L’Écho", "1898-03-03", "… between them"},
    {"Le_Temps_1898-03-02/18980303.xml", "", "1898-03-03", "… before another day"},
    {"1898-13-03.xml", "", "", "no such month"},
    {"00000007.xml", "", "", "no such year"},
    {"118980303.xml", "", "", "a longer number"},
    {"1898-03/03.xml", "", "", "signs that differ"},
    {"1898-03-0", "", "", "cut"},
    {"1898", "", "", "a year alone"},
    {"", "", "", "nothing"},
};

TEST_CASE("paths tell of which issue a page is") {
  for (const Row& row : rows) {
    INFO(row.path << ": " << row.reason);
    const IssueName found = issue_named_by(row.path);
    CHECK(found.paper == row.paper);
    CHECK((found.date ? to_iso(*found.date) : "") == row.date);
  }
}

}  // namespace
}  // namespace hemero
