#include "indexer/prose/line_join.h"

#include "tests/support/catch.h"

namespace hemero {
namespace {

struct Row {
  const char* first;
  const char* second;
  const char* whole;
  const char* reason;
};

const Row rows[] = {
    {"gouver", "nement", "gouvernement", "a word that the line cut"},
    {"l’in", "surrection,", "l’insurrection,", "… behind an elided one, with its comma"},
    {"GOUVER", "NEMENT", "GOUVERNEMENT", "… in capitals"},
    {"ven", "dredi", "vendredi", "… though « ven » is no word"},
    {"tail", "leur", "tailleur", "… whose end is a pronoun"},
    {"au", "tomne", "automne", "… whose beginning is a word"},
    {"mer", "ci", "merci", "… whose end is « ci »"},
    {"celui", "ci", "celui-ci", "a pronoun's hyphen"},
    {"ceux", "là.", "ceux-là.", "… with a full stop behind it"},
    {"ci", "après", "ci-après", "an adverb's hyphen"},
    {"au", "dessus", "au-dessus", "… of two words"},
    {"peut", "être", "peut-être", "… of two verbs"},
    {"lui", "même", "lui-même", "« même » always has it"},
    {"a-t", "il", "a-t-il", "the hyphen behind a t that is only said"},
    {"dit", "il", "dit-il", "a verb and its pronoun"},
    {"rendez", "vous", "rendez-vous", "… that became a noun"},
    {"n’est", "ce", "n’est-ce", "… behind an elided word"},
    {"États", "Unis", "États-Unis", "a capital behind it"},
    {"49", "3", "49-3", "a digit behind it"},
    {"", "suite", "suite", "nothing before it"},
};

TEST_CASE("words that a line's end cuts are whole again") {
  for (const Row& row : rows) {
    INFO(row.reason);
    CHECK(join_cut_word(row.first, row.second) == row.whole);
  }
}

TEST_CASE("a line goes on with its paragraph") {
  std::string paragraph;
  for (const char* line : {"Le gouver-", "nement, dit celui-", "ci, a - ", "dit-on -", "2 heures", ""})
    append_line(paragraph, line);
  CHECK(paragraph == "Le gouvernement, dit celui-ci, a -  dit-on - 2 heures");
}

TEST_CASE("a hyphen may wait for a later word") {
  std::string paragraph = "l’avant-";
  append_line(paragraph, "et l’après-guerre");
  CHECK(paragraph == "l’avant- et l’après-guerre");
}

TEST_CASE("a word that goes on for ever is not joined for ever") {
  std::string paragraph;
  for (int i = 0; i < 1'000; ++i) append_line(paragraph, "ab-");
  CHECK(paragraph.find(' ') < 1'000);
}

TEST_CASE("what is cut at a line's end") {
  CHECK(cut_part("gouver-") == "gouver");
  CHECK(cut_part("gouver\u00AD") == "gouver");
  CHECK(cut_part("gouver¬") == "gouver");
  CHECK(cut_part("gouver").empty());
  CHECK(cut_part("1821-").empty());
  CHECK(cut_part("-").empty());
  CHECK(cut_part("").empty());
}

}  // namespace
}  // namespace hemero
