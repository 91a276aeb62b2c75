#include "common/text/text_signature.h"

#include <algorithm>
#include <string>

#include "common/text/article_analysis.h"
#include "tests/support/catch.h"

namespace hemero {
namespace {

Article article_of(const std::string& title, const std::string& text) {
  Article article;
  article.title = title;
  append_zone(article, ZoneKind::paragraph, text);
  return article;
}

TextSignature signature_of(const std::string& text, const std::string& title = "") {
  return ArticleAnalyzer().analyze(article_of(title, text)).signature;
}

/// A text of numbered words.
std::string words(int from, int to) {
  std::string text;
  for (int i = from; i < to; ++i) text += "mot" + std::to_string(i) + " ";
  return text;
}

long shared(const TextSignature& a, const TextSignature& b) {
  long count = 0;
  for (std::size_t i = 0; i < TextSignature::size; ++i) count += a.bands[i] == b.bands[i];
  return count;
}

TEST_CASE("texts with the same words in the same order have the same signature") {
  const struct {
    const char* a;
    const char* b;
    bool same;
    const char* reason;
  } rows[] = {
      {"Le maire a voté le budget des écoles.", "Le maire a voté le budget des écoles.", true, "the same"},
      {"Le maire a voté le budget des écoles.", "LE MAIRE A VOTE LE BUDGET DES ECOLES", true, "accents and capitals"},
      {"Le maire a voté. Le budget passe.", "Le maire a voté\nle budget passe", true, "sentences"},
      {"L’école du week-end rouvre lundi matin", "l'école du week-end rouvre lundi matin", true, "apostrophes"},
      {"Le maire a voté le budget", "Le budget a voté le maire", false, "another order"},
      {"Brève.", "Brève", true, "less than five words"},
      {"Brève", "Brèves", false, "another word"},
      {"", "…", true, "no word at all"},
      {"", "Brève", false, "a word or none"},
  };
  for (const auto& row : rows) {
    INFO(row.reason);
    CHECK((signature_of(row.a) == signature_of(row.b)) == row.same);
  }
}

TEST_CASE("a title is no part of the text") {
  CHECK(signature_of("Le maire a voté le budget.", "Budget voté") ==
        signature_of("Le maire a voté le budget.", "Les écoles rouvrent"));
  CHECK(signature_of("", "Budget voté") == TextSignature{});
}

TEST_CASE("the fewer words two texts share, the fewer numbers") {
  const TextSignature whole = signature_of(words(0, 400));
  CHECK(shared(whole, signature_of(words(0, 400))) == TextSignature::size);
  CHECK(shared(whole, signature_of(words(0, 380))) >= 4);
  CHECK(shared(whole, signature_of(words(40, 400))) >= 3);
  CHECK(shared(whole, signature_of(words(390, 790))) == 0);
}

TEST_CASE("no number of a text is 0, and none reaches the limit") {
  for (int length = 1; length < 60; ++length) {
    const TextSignature signature = signature_of(words(0, length));
    const auto fits = [](std::uint32_t band) { return band > 0 && band < TextSignature::limit; };
    CHECK(std::all_of(signature.bands.begin(), signature.bands.end(), fits));
  }
}

TEST_CASE("signatures are the same on every machine: archives keep them") {
  CHECK(signature_of("Le maire a voté le budget des écoles.").bands ==
        std::array<std::uint32_t, 8>{0xf77802, 0xf77802, 0xde30a3, 0xc67d09, 0x6c7c72, 0x958004, 0xf77802, 0xf77802});
}

}  // namespace
}  // namespace hemero
