#include "indexer/prose/signature.h"

#include <string>
#include <vector>

#include "tests/support/catch.h"

namespace hemero {
namespace {

using Names = std::vector<std::string>;

TEST_CASE("a signature is names, whichever format it stands in") {
  const struct {
    const char* signature;
    Names names;
  } rows[] = {
      {"Claire Vasseur", {"Claire Vasseur"}},
      // who signs is announced, in any case
      {"Par Claire Vasseur", {"Claire Vasseur"}},
      {" PAR CLAIRE VASSEUR ET PAUL OUDART", {"CLAIRE VASSEUR", "PAUL OUDART"}},
      {"By Claire Vasseur and Paul Oudart", {"Claire Vasseur", "Paul Oudart"}},
      {"Parfait Diallo", {"Parfait Diallo"}},
      {"Par ", {}},
      {"", {}},
      // between names: words, semicolons, lines
      {"Claire Vasseur & Paul Oudart", {"Claire Vasseur", "Paul Oudart"}},
      {"Claire Vasseur et Jean d’Ormont", {"Claire Vasseur", "Jean d’Ormont"}},
      {"Claire Vasseur et d’Ormont", {"Claire Vasseur", "d’Ormont"}},
      {"Claire Vasseur ; ; Paul", {"Claire Vasseur", "Paul"}},
      {"Claire Vasseur\nPaul Oudart", {"Claire Vasseur", "Paul Oudart"}},
      // commas: between full names, not inside of one
      {"Claire Vasseur, Paul Oudart, Éric Le Goff et AFP", {"Claire Vasseur", "Paul Oudart", "Éric Le Goff", "AFP"}},
      {"Vasseur, Claire", {"Vasseur, Claire"}},
      {"Vasseur, Claire; Oudart, Paul", {"Vasseur, Claire", "Oudart, Paul"}},
      // what follows a name and is none: a job, a place, a word of an institution's name
      {"Claire Vasseur, envoyée spéciale", {"Claire Vasseur, envoyée spéciale"}},
      {"Claire Vasseur, Paris", {"Claire Vasseur, Paris"}},
      {"Claire Vasseur et agences", {"Claire Vasseur et agences"}},
      {"Service des eaux et forêts", {"Service des eaux et forêts"}},
      {"Le Courrier avec AFP", {"Le Courrier avec AFP"}},
  };
  for (const auto& row : rows) {
    INFO(row.signature);
    CHECK(names_of_signature(row.signature) == row.names);
  }
}

}  // namespace
}  // namespace hemero
