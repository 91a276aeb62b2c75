#include "common/text/characters/mojibake.h"

#include "tests/support/catch.h"

namespace hemero {
namespace {

struct Row {
  const char* text;
  const char* meant;
  const char* reason;
};

const Row broken[] = {
    {"Ã©tÃ©", "été", "letters"},
    {"lâ€™Ã©tÃ©", "l’été", "an apostrophe of three bytes"},
    {"Å“uvre", "œuvre", "a ligature, whose second byte windows-1252 reads as a quotation mark"},
    {"Ã‰tat", "État", "a capital"},
    {"Ã\u00A0 Paris", "à Paris", "a no-break space is half of a letter"},
    {"Ã©tÃ© Ã  Paris", "été à Paris", "… that became a plain one"},
    {"Ã©tÃ© Ã Paris", "été à Paris", "… and was joined with the next one"},
    {"Ã©tÃ© Â«\u00A0lÃ\u00A0Â\u00A0Â»", "été «\u00A0là\u00A0»", "quotation marks"},
    {"Ã©tÃ© et été, 東京", "été et été, 東京", "what was encoded once stays"},
    {"10 â‚¬, la suiteâ€¦", "10 €, la suite…", "signs"},
    {"lâ\u0080\u0099Ã\u0089tat", "l’État", "by a program that took it for ISO 8859-1"},
    {"lâ\u0080\u0099an", "l’an", "… without a letter"},
    {"L‚Äô√©t√© √† la mer, ¬´¬†o√π¬†¬ª", "L’été à la mer, «\u00A0où\u00A0»", "by a program of a Mac"},
    {"LÔÇÖ├®t├® ├á la mer", "L’été à la mer", "by one of DOS"},
    {"Ã\u0083Â©tÃ\u0083Â©, lÃ¢â‚¬â„¢an", "été, l’an", "three times"},
};

TEST_CASE("text that was encoded twice becomes what it was") {
  for (const Row& row : broken) {
    INFO(row.reason);
    CHECK(looks_double_encoded(row.text));
    CHECK(undo_double_encoding(row.text) == row.meant);
  }
}

TEST_CASE("other text is not touched") {
  for (const char* text : {"", "été", "« l’été »", "São Paulo, Åland, MÃO", "liberté»… fin", "Âge, Â, ÂGE", "√2, 2√π",
                           "├─┤", "Ã", "Ã  Paris", "â€", "Ãé"})
    CHECK_FALSE(looks_double_encoded(text));
}

TEST_CASE("control characters are the letters of windows-1252") {
  CHECK(has_control_letters("l\u0092an"));
  CHECK(undo_control_letters("l\u0092\u009Cuvre, 5\u00A0\u0080 \u0085 été") == "l’œuvre, 5\u00A0€ … été");
  for (const char* text : {"", "l’été", "5\u00A0€ «\u00A0oui\u00A0»", "\u0081\u009D", "\xC2"})
    CHECK_FALSE(has_control_letters(text));
}

TEST_CASE("what is no letter when undone stays") {
  CHECK(undo_double_encoding("liberté»… fin") == "liberté»… fin");
  CHECK(undo_double_encoding("Ã") == "Ã");
}

}  // namespace
}  // namespace hemero
