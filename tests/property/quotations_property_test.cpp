#include <array>
#include <ctime>
#include <random>
#include <string>
#include <vector>

#include "common/text/characters/unicode.h"
#include "query/amounts/amount.h"
#include "query/quotations/quotation.h"
#include "tests/support/catch.h"

// What must hold for the quotations of any text: thousands of texts from a fixed seed, made of marks, of words that
// tell who speaks, and of bytes.

namespace hemero {
namespace {

using Random = std::mt19937;

std::size_t below(Random& random, std::size_t limit) { return random() % limit; }

constexpr auto pieces = std::to_array<const char*>(
    {"«",      "»",     "\"",    "\"",    "“",        "”",        ",",        ".",     ":",      "(",      ")",
     "?",      "…",     " ",     " ",     " ",        " ",        " ",        " ",     "\n",     "\u00A0", "dit",
     "a",      "dit",   "s'",    "est",   "-",        "-t-il",    "elle",     "il",    "y",      "a",      "Selon",
     "selon",  "d’",    "après", "M",     "Mme",      "Paul",     "Odile",    "Aubry", "LR",     "le",     "la",
     "l'",     "maire", "de",    "du",    "Paris",    "qui",      "et",       "met",   "en",     "garde",  "Le",
     "Monde",  "pour",  "je",    "nous",  "É",        "21",       "1.000",    "J",     "van",    "der",    "\u00AD",
     "\u0301", "😀",     "北",    "jeudi", "vivement", "Français", "Institut", "que",   "est-ce", "ʼ",      "_"});

/// Paragraphs of a text, one a line, every seventh debris.
std::vector<Zone> zones_of(const std::string& text) {
  std::vector<Zone> zones;
  for (std::size_t begin = 0; begin < text.size();) {
    const std::size_t end = std::min(text.find('\n', begin), text.size());
    const ZoneKind kind = zones.size() % 7 == 6 ? ZoneKind::debris : ZoneKind::paragraph;
    zones.push_back({kind, static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)});
    begin = end + 1;
  }
  return zones;
}

void check_quotations(const std::string& text) {
  CAPTURE(text);
  const std::vector<Zone> zones = zones_of(text);
  std::size_t behind = 0;
  for (const Quotation& quotation : find_quotations(text, zones)) {
    const auto [begin, end] = quotation.range;
    REQUIRE(behind <= begin);
    REQUIRE(begin < end);
    REQUIRE(end <= text.size());
    behind = end;
    REQUIRE(floor_code_point(text, begin) == begin);
    if (end < text.size()) REQUIRE(floor_code_point(text, end) == end);
    REQUIRE(quotation.speaker.empty() == (quotation.source == SpeakerSource::none));
    REQUIRE(quotation.speaker.find('\n') == std::string::npos);
    for (const Zone& zone : zones)
      if (zone.kind == ZoneKind::debris) REQUIRE((end <= zone.begin || begin >= zone.begin));
  }
}

TEST_CASE("quotations of any text are ordered and whole") {
  Random random(17);
  for (int round = 0; round < 20'000; ++round) {
    std::string text;
    for (std::size_t left = below(random, 60); left > 0; --left) {
      text += pieces[below(random, pieces.size())];
      if (below(random, 2) == 0) text += ' ';
    }
    check_quotations(text);
  }
}

TEST_CASE("any bytes may be asked for quotations") {
  Random random(18);
  constexpr std::string_view favourites = "\"\"  «»“”,.: \naAdit";
  for (int round = 0; round < 20'000; ++round) {
    std::string text(below(random, 80), '\0');
    for (char& byte : text)
      byte = below(random, 6) == 0 ? static_cast<char>(random()) : favourites[below(random, favourites.size())];
    const std::vector<Zone> zones = zones_of(text);
    for (const Quotation& quotation : find_quotations(text, zones)) REQUIRE(quotation.range.end <= text.size());
  }
}

/// Processor seconds for the quotations and amounts of a text of so many pieces.
double seconds(const std::string& piece, std::size_t times) {
  std::string text;
  for (std::size_t i = 0; i < times; ++i) text += piece;
  const std::clock_t start = std::clock();
  find_quotations(text, zones_of(text));
  find_amounts(text, zones_of(text));
  return static_cast<double>(std::clock() - start) / CLOCKS_PER_SEC;
}

TEST_CASE("a long text takes time in proportion") {
  for (const std::string piece : {"\"",
                                  "« ",
                                  "»",
                                  "« \"",
                                  "\" »",
                                  " \"a",
                                  "« a b c d »",
                                  ", dit ",
                                  ", dit le (",
                                  "Paul Aubry ",
                                  "Paul de ",
                                  "\"a b c d\", a-t-il dit, ",
                                  "Odile Garnier. « je suis ici », dit-elle. ",
                                  "dans a ",
                                  "M. ",
                                  "il y a ",
                                  "« a\n",
                                  "a, a dit dans le de de de ",
                                  "selon ",
                                  "a-t-il s'est a-t-il ",
                                  "-",
                                  "1.",
                                  "'",
                                  "(",
                                  ", dit Paul ("}) {
    CAPTURE(piece);
    const double one = seconds(piece, 20'000);
    const double ten = seconds(piece, 200'000);
    CHECK(ten < 40 * std::max(one, 0.01));
  }
}

TEST_CASE("amounts of any text are ordered and whole") {
  constexpr auto words = std::to_array<const char*>(
      {"1",   "10",     "000",      "2015",     "1.500",   "2,5",       "un",      "deux",      "vingt",
       "et",  "cent",   "cents",    "mille",    "million", "milliards", "M",       "k",         "Md",
       "d’",  "d'",     "de",       "euros",    "€",       "$",         "dollars", "canadiens", "francs",
       "CFA", "livres", "sterling", "centimes", "à",       "ou",        "-",       "–",         ".",
       ",",   "/",      "(",        ")",        "G",       "\n",        "\u00A0",  "«",         "à"});
  Random random(19);
  for (int round = 0; round < 20'000; ++round) {
    std::string text;
    for (std::size_t left = below(random, 40); left > 0; --left) {
      text += words[below(random, words.size())];
      if (below(random, 3) > 0) text += ' ';
    }
    CAPTURE(text);
    std::size_t behind = 0;
    for (const Amount& amount : find_amounts(text, zones_of(text))) {
      const auto [begin, end] = amount.range;
      REQUIRE((behind <= begin && begin < end && end <= text.size()));
      REQUIRE(text.substr(begin, end - begin).find('\n') == std::string::npos);
      REQUIRE(amount.value >= 0);
      REQUIRE(amount.currency.size() == 3);
      behind = end;
    }
  }
}

}  // namespace
}  // namespace hemero
