#include "query/passages/sentence_diff.h"

#include <random>

#include "tests/unit/store/small_archive.h"

namespace hemero {
namespace {

using Change = DiffLine::Change;

std::string told(const std::vector<DiffLine>& lines) {
  std::string text;
  for (const DiffLine& line : lines) {
    if (!text.empty()) text += " ";
    text += (line.change == Change::same ? "=" : line.change == Change::removed ? "-" : "+") + line.text;
  }
  return text;
}

TEST_CASE("what changed, sentence by sentence") {
  const struct {
    const char* before;
    const char* after;
    const char* expected;
    const char* reason;
  } rows[] = {
      {"Un. Deux.", "Un. Deux.", "=T =Un. =Deux.", "nothing"},
      {"Un. Deux.", "Un. Trois.", "=T =Un. -Deux. +Trois.", "one at the end"},
      {"Un. Deux. Trois.", "Zéro. Deux. Quatre.", "=T -Un. +Zéro. =Deux. -Trois. +Quatre.", "on both sides"},
      {"Un.", "Un. Deux.", "=T =Un. +Deux.", "added"},
      {"Un. Deux.", "Deux.", "=T -Un. =Deux.", "removed"},
      {"Oui. Oui.", "Oui. Oui. Oui.", "=T =Oui. =Oui. +Oui.", "repeated"},
      {"", "Un.", "=T +Un.", "from nothing"},
      {"Un.", "", "=T -Un.", "to nothing"},
  };
  for (const auto& row : rows) {
    INFO(row.reason);
    CHECK(told(sentence_diff(make_article("k", "T", row.before), make_article("k", "T", row.after))) == row.expected);
  }
}

TEST_CASE("fields are compared too, debris is not") {
  Article before = make_article("k", "Titre", "Un.");
  Article after = make_article("k", "Autre titre", "Un.");
  after.date = parse_iso_date("2021-08-11");
  append_zone(after, ZoneKind::debris, "Lire aussi.");
  CHECK(told(sentence_diff(before, after)) == "-Titre +Autre titre +2021-08-11 =Un.");
}

TEST_CASE("changes are counted, and told from what stands beside them") {
  const auto lines = sentence_diff(make_article("k", "Titre", "Un. Deux. Trois. Quatre."),
                                   make_article("k", "Autre titre", "Un. Deux. Trois et demi. Quatre. Cinq."));
  const DiffCounts counts = count_changes(lines);
  CHECK(counts.added == 2);
  CHECK(counts.removed == 1);
  CHECK(counts.fields == std::vector<std::string>{"title"});
  std::string near;
  for (std::size_t i = 0; i < lines.size(); ++i) near += is_near_change(lines, i) ? "x" : ".";
  CHECK(told(lines) == "-Titre +Autre titre =Un. =Deux. -Trois. +Trois et demi. =Quatre. +Cinq.");
  CHECK(near == "xxxxxxxx");
  const auto same = sentence_diff(make_article("k", "T", "Un."), make_article("k", "T", "Un."));
  CHECK_FALSE(is_near_change(same, 0));
  CHECK(count_changes(same).fields.empty());
}

TEST_CASE("a difference gives both versions back, whatever they are") {
  std::mt19937 random(GENERATE(range(1U, 40U)));
  const auto article = [&] {
    std::string text;
    for (std::size_t i = random() % 9; i-- > 0;) text += "Mot" + std::to_string(random() % 4) + ". ";
    return make_article("k", "T", text);
  };
  const Article before = article();
  const Article after = article();
  const auto side = [&](const std::vector<DiffLine>& lines, Change change) {
    std::string text;
    for (const DiffLine& line : lines)
      if (line.change == Change::same || line.change == change) text += line.text + " ";
    return text;
  };
  const auto lines = sentence_diff(before, after);
  CHECK(side(lines, Change::removed) == side(sentence_diff(before, before), Change::same));
  CHECK(side(lines, Change::added) == side(sentence_diff(after, after), Change::same));
}

}  // namespace
}  // namespace hemero
