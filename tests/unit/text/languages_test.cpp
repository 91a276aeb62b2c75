#include "common/text/languages.h"

#include "tests/support/catch.h"

namespace hemero {
namespace {

TEST_CASE("a language has one code, however it is named") {
  const struct {
    const char* said;
    const char* code;
    const char* reason;
  } rows[] = {
      {"fr", "fr", "the code itself"},
      {"FR", "fr", "in capitals"},
      {"fr-FR", "fr", "a tag (BCP 47)"},
      {"fr-Latn-CA", "fr", "… a longer one"},
      {"fr_FR.UTF-8", "fr", "a locale"},
      {"fra", "fr", "ISO 639-2/T, ISO 639-3"},
      {"fre", "fr", "ISO 639-2/B, as libraries have it"},
      {"fra-FR", "fr", "a tag with it"},
      {"French", "fr", "English"},
      {"Français", "fr", "French"},
      {"FRANÇAIS", "fr", "in capitals"},
      {"franc\u0327ais", "fr", "decomposed"},
      {" français ", "fr", "blanks"},
      {"French (France)", "fr", "a country behind it"},
      {"FRENCH; ENGLISH", "fr", "the first of several"},
      {"fr, en", "fr", "… between commas"},
      {"frenchb", "fr", "BibLaTeX"},
      {"eng", "en", "another language"},
      {"ger", "de", "… whose two codes differ"},
      {"Deutsch", "de", "… by its own name"},
      {"gsw", "", "a code that has none of two letters"},
      {"Klingon", "", "no language that is known"},
      {"Le-Monde", "", "no tag: something else that begins so"},
      {"12", "", "a number"},
      {"des deux", "", "words"},
      {"", "", "nothing"},
  };
  for (const auto& row : rows) {
    INFO(row.said << ": " << row.reason);
    CHECK(known_language(row.said) == row.code);
  }
}

}  // namespace
}  // namespace hemero
