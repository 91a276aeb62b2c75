#include "common/text/stemmer.h"

#include <set>

#include "common/text/analyzer.h"
#include "tests/support/catch.h"

namespace hemero {
namespace {

struct Row {
  const char* word;
  const char* expected;
};

// From the sample of snowballstem.org/algorithms/french.
const Row rows[] = {
    {"continu", "continu"},
    {"continuait", "continu"},
    {"continuant", "continu"},
    {"continuation", "continu"},
    {"continuellement", "continuel"},
    {"continuité", "continu"},
    {"contorsions", "contors"},
    {"contournait", "contourn"},
    {"contractée", "contract"},
    {"contradictoires", "contradictoir"},
    {"contraintes", "contraint"},
    {"mains", "main"},
    {"maintenaient", "mainten"},
    {"maintenue", "maintenu"},
    {"maires", "mair"},
    {"maïs", "maï"},
    {"maîtresses", "maîtress"},
    {"majestueusement", "majestu"},
    {"majorités", "major"},
    {"malades", "malad"},
    {"maladive", "malad"},
};

TEST_CASE("the stemmer is Snowball's for French") {
  Stemmer stemmer;
  for (const Row& row : rows) {
    INFO(row.word);
    CHECK(stemmer.stem(row.word) == row.expected);
  }
}

TEST_CASE("the stemmer takes anything") {
  Stemmer stemmer;
  CHECK(stemmer.stem("").empty());
  CHECK(stemmer.stem("北京") == "北京");
  CHECK(stemmer.stem("известия") == "известия");
  CHECK(stemmer.stem(std::string(10'000, 'e')).size() <= 10'000);
}

TEST_CASE("a stemmer can be moved") {
  Stemmer first;
  Stemmer second = std::move(first);
  CHECK(second.stem("mains") == "main");
}

TEST_CASE("the stemmer's version is that of its stems") {
  CHECK(stemmer_version() == stemmer_version());
  CHECK(stemmer_version().starts_with("snowball-"));
  const std::string fingerprint = Analyzer::fingerprint();
  CHECK_THAT(fingerprint, contains_text(stemmer_version()));
  CHECK_THAT(fingerprint, contains_text("unicode-"));
}

}  // namespace
}  // namespace hemero
