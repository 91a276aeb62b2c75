#include "query/match/pattern_finder.h"

#include <functional>
#include <map>
#include <random>

#include "common/text/fold.h"
#include "tests/support/catch.h"
#include "tests/unit/text/token_notation.h"

// Where patterns stand in a text. Paragraphs are separated by an empty line; a pattern's word is a slot that every
// token folding to it fills. What is found is shown as printed, from its first token to its last, with a bar between
// places.

namespace hemero {
namespace {

/// The span of the next token.
Span next(SpanCounter& counter, std::uint32_t parts, bool particle) {
  const Span span = counter.span(parts);
  counter.pass(parts, particle);
  return span;
}

/// One text with the places of its tokens.
class Places {
 public:
  explicit Places(std::string_view text) : tokens_(tokens_of(text)) {
    SpanCounter counter;
    for (const Token& token : tokens_) {
      counter.start(token.break_before);
      const bool compound = token.kind == TokenKind::compound;
      const Span span = next(counter, compound ? token.parts : 0, token.kind == TokenKind::particle);
      spans_.emplace_back(fold(tokens_.surface(token)), span);
      if (compound) continue;
      ranges_[span.begin] = {token.begin, token.end};
    }
  }

  std::string find(const Pattern& pattern, const std::vector<std::string>& slots) const {
    PatternFinder finder(slots.size());
    for (const auto& [word, span] : spans_)
      for (std::uint32_t slot = 0; slot < slots.size(); ++slot)
        if (slots[slot] == word) finder.add(slot, span);
    std::string found;
    for (const Span& span : finder.find(pattern)) {
      const auto begin = ranges_.at(span.begin).first;
      const auto end = ranges_.at(span.end - 1).second;
      found += (found.empty() ? "" : " | ") + std::string(tokens_.text().substr(begin, end - begin));
    }
    return found;
  }

 private:
  TokenList tokens_;
  std::vector<std::pair<std::string, Span>> spans_;
  std::map<std::uint32_t, std::pair<std::uint32_t, std::uint32_t>> ranges_;
};

/// Makes patterns of words, each word a slot.
class PatternMaker {
 public:
  Pattern word(const std::string& folded) {
    slots.push_back(folded);
    return Pattern::of_slot(static_cast<std::uint32_t>(slots.size() - 1));
  }

  /// "a b c" as parts of one group.
  Pattern group(Pattern::Kind kind, std::string words, Nearness nearness = {}) {
    std::vector<Pattern> parts;
    for (std::size_t blank = 0; blank != std::string::npos; words.erase(0, blank + 1)) {
      blank = words.find(' ');
      parts.push_back(word(words.substr(0, blank)));
    }
    return Pattern::group(kind, std::move(parts), nearness);
  }

  std::vector<std::string> slots;
};

struct Row {
  std::string_view text;
  std::string words;
  std::string_view found;
  const char* reason;
};

void check(const std::vector<Row>& rows, Pattern::Kind kind, Nearness nearness = {}) {
  for (const Row& row : rows) {
    INFO(row.text << " / " << row.words << ": " << row.reason);
    PatternMaker maker;
    const Pattern pattern = maker.group(kind, row.words, nearness);
    CHECK(Places(row.text).find(pattern, maker.slots) == row.found);
  }
}

TEST_CASE("a sequence stands side by side, in order, in one paragraph") {
  check(
      {
          {"des gilets jaunes ici", "gilets jaunes", "gilets jaunes", ""},
          {"gilets jaunes, gilets jaunes", "gilets jaunes", "gilets jaunes | gilets jaunes", "twice"},
          {"jaunes gilets", "gilets jaunes", "", "in order"},
          {"gilets de sauvetage jaunes", "gilets jaunes", "", "side by side"},
          {"gilets, jaunes", "gilets jaunes", "gilets, jaunes", "punctuation does not matter"},
          {"gilets. Jaunes", "gilets jaunes", "gilets. Jaunes", "a sentence's end neither"},
          {"gilets\n\njaunes", "gilets jaunes", "", "a paragraph's end does"},
          {"la la la", "la la", "la la | la la", "overlapping"},
          {"a b c", "a b c", "a b c", ""},
          {"a b a b c", "a b c", "a b c", ""},
          {"jeter l’éponge", "jeter l eponge", "jeter l’éponge", "an elided word is a word"},
          {"jeter l’éponge", "jeter eponge", "", ""},
          {"un week-end long", "un weekend long", "un week-end long", "a compound takes the place of its parts"},
          {"un week-end long", "un week end long", "un week-end long", "and so do they"},
          {"un week-end long", "end long", "end long", ""},
          {"un week-end long", "weekend end", "", "not both"},
          {"Val-d’Oise et plus", "val d oise et", "Val-d’Oise et", ""},
          {"Val-d’Oise et plus", "valdoise et", "Val-d’Oise et", ""},
          {"à 20h30 place", "a 20 h 30 place", "à 20h30 place", ""},
          {"", "a b", "", "no text"},
          {"a", "a a", "", ""},
      },
      Pattern::Kind::sequence);
}

TEST_CASE("near: the number of words from the one to the other") {
  const std::vector<Row> rows = {
      {"a x y b", "a b", "a x y b", "three words on"},
      {"b x y a", "a b", "b x y a", "in either order"},
      {"a x y z b", "a b", "", "four words on"},
      {"a b", "a b", "a b", "neighbours"},
      {"a x l’y b", "a b", "a x l’y b", "elided words do not count"},
      {"a week-end x b", "a b", "", "the parts of a compound do"},
      {"a x. Y b", "a b", "a x. Y b", "a sentence's end does not matter"},
      {"a x\n\nb", "a b", "", "a paragraph's end does"},
      {"a b a", "a b", "a b | b a", "each with the nearest on either side"},
      {"a a b b", "a b", "a a b | a b | a b b", "what stands farther apart tells nothing more"},
      {"a x x x x b x a", "a b", "b x a", ""},
      {"a", "a a", "", "not the same place twice"},
      {"a a", "a a", "a a", ""},
      {"week-end", "weekend end", "", "a compound is not near its parts"},
      {"week-end x end", "weekend end", "week-end x end", ""},
  };
  check(rows, Pattern::Kind::near, {3, false});
}

TEST_CASE("before: the same, in order") {
  check({{"a x y b", "a b", "a x y b", ""}, {"b x y a", "a b", "", ""}, {"b a x b", "a b", "a x b", ""}},
        Pattern::Kind::near, {3, true});
}

/// The places where two things stand near each other, of all pairs.
std::vector<Span> all_pairs(const std::vector<Span>& left, const std::vector<Span>& right, Nearness nearness) {
  std::vector<Span> found;
  for (const Span& a : left)
    for (const Span& b : right) {
      const bool in_order = a.end <= b.begin;
      if (!in_order && (nearness.ordered || b.end > a.begin)) continue;
      Span both = in_order ? a : b;
      const Span& behind = in_order ? b : a;
      if (behind.first_word - both.last_word > nearness.distance) continue;
      both.end = behind.end;
      both.last_word = behind.last_word;
      found.push_back(both);
    }
  return found;
}

TEST_CASE("two and three things are near each other wherever all pairs say so") {
  std::mt19937 random(3);
  for (int round = 0; round < 2000; ++round) {
    PatternFinder finder(3);
    std::vector<std::vector<Span>> spans(3);
    SpanCounter counter;
    for (int i = 0; i < 12; ++i) {
      const Span span = next(counter, 0, false);
      if (const auto slot = random() % 5; slot < 3)
        finder.add(static_cast<std::uint32_t>(slot), span), spans[slot].push_back(span);
    }
    const Nearness inner{static_cast<std::uint32_t>(1 + random() % 4), random() % 2 == 0};
    const Nearness outer{static_cast<std::uint32_t>(1 + random() % 4), random() % 2 == 0};
    const Pattern two = Pattern::group(Pattern::Kind::near, {Pattern::of_slot(0), Pattern::of_slot(1)}, inner);
    const Pattern three = Pattern::group(Pattern::Kind::near, {two, Pattern::of_slot(2)}, outer);
    const std::vector<Span> pairs = all_pairs(spans[0], spans[1], inner);
    CHECK(finder.find(two).empty() == pairs.empty());
    CHECK(finder.find(three).empty() == all_pairs(pairs, spans[2], outer).empty());
  }
}

/// So many words a and b in turns, in one paragraph.
PatternFinder in_turns(std::uint32_t words) {
  PatternFinder finder(2);
  SpanCounter counter;
  for (std::uint32_t i = 0; i < words; ++i) finder.add(i % 2, next(counter, 0, false));
  return finder;
}

TEST_CASE("places are no more than two for each word, however many are near or together") {
  constexpr std::uint32_t words = 100'000;
  const PatternFinder finder = in_turns(words);
  Pattern near = Pattern::of_slot(0);
  for (std::uint32_t i = 1; i < 8; ++i) {
    near = Pattern::group(Pattern::Kind::near, {near, Pattern::of_slot(i % 2)}, {1000, false});
    CHECK(finder.find(near).size() <= 2 * words);
  }
  const auto together = Pattern::group(Pattern::Kind::sentence, {Pattern::of_slot(0), Pattern::of_slot(1)});
  CHECK(finder.find(together).size() == words / 2);
}

TEST_CASE("of an article that holds too much the beginning is looked at, and nothing when the time is over") {
  CHECK(in_turns(600'000).find(Pattern::of_slot(1)).size() == 250'000);
  const Deadline over(std::chrono::nanoseconds(1));
  PatternFinder finder(2, over);
  SpanCounter counter;
  for (const std::uint32_t slot : {0U, 1U}) finder.add(slot, next(counter, 0, false));
  CHECK(finder.find(Pattern::of_slot(1)).size() == 1);
  const Pattern near = Pattern::group(Pattern::Kind::near, {Pattern::of_slot(0), Pattern::of_slot(1)}, {9, false});
  CHECK(finder.find(near).empty());
  CHECK(over.was_over());
}

TEST_CASE("any of several") {
  check(
      {
          {"a b c", "c a", "a | c", "by position"},
          {"a b c", "x y", "", ""},
          {"a a", "a a", "a | a", "each place once"},
          {"week-end", "weekend week", "week | week-end", "the shorter of two that start alike first"},
      },
      Pattern::Kind::any);
}

TEST_CASE("in one sentence") {
  check(
      {
          {"a x b. C d.", "a b", "a", "the first one's place"},
          {"b x a. C d.", "a b", "a", "in either order"},
          {"a x. B y.", "a b", "", ""},
          {"a x. B y.\n\nA b.", "a b", "A", ""},
          {"a x\n\nb y", "a b", "", "a paragraph ends a sentence"},
          {"a b c", "a b c", "a", "three"},
          {"a b. C.", "a b c", "", ""},
          {"a a b", "a b", "a | a", ""},
          {"M. a parle. Mme b aussi.", "a b", "", ""},
          {"a, dit M. B, est là", "a b", "a", "an abbreviation ends none"},
          {"a", "a", "a", "one word"},
      },
      Pattern::Kind::sentence);
}

TEST_CASE("in one paragraph") {
  check(
      {
          {"a x. B y.", "a b", "a", ""},
          {"a x.\n\nB y.", "a b", "", ""},
          {"b. A.\n\na", "a b", "A", ""},
      },
      Pattern::Kind::paragraph);
}

TEST_CASE("patterns in patterns") {
  PatternMaker maker;
  const auto any = [&](Pattern left, Pattern right) {
    return Pattern::group(Pattern::Kind::any, {std::move(left), std::move(right)});
  };
  const Pattern week_end = any(maker.word("weekend"), maker.group(Pattern::Kind::sequence, "week end"));
  const Pattern long_week_end = Pattern::group(Pattern::Kind::sequence, {week_end, maker.word("long")});
  CHECK(Places("un week-end long").find(long_week_end, maker.slots) == "week-end long");
  CHECK(Places("un week end long").find(long_week_end, maker.slots) == "week end long");
  CHECK(Places("un weekend long").find(long_week_end, maker.slots) == "weekend long");
  CHECK(Places("un week long").find(long_week_end, maker.slots).empty());
  const Pattern near = Pattern::group(Pattern::Kind::near, {long_week_end, maker.word("neige")}, {2, false});
  CHECK(Places("neige : un week-end long").find(near, maker.slots) == "neige : un week-end long");
  CHECK(Places("neige sur un week-end long").find(near, maker.slots).empty());
  CHECK(Places("week-end long, de neige").find(near, maker.slots) == "week-end long, de neige");
  const Pattern sentence = Pattern::group(Pattern::Kind::sentence, {near, maker.word("mer")});
  CHECK(Places("week-end long, neige. La mer.").find(sentence, maker.slots).empty());
  CHECK(Places("week-end long, neige et mer.").find(sentence, maker.slots) == "week-end long, neige");
}

TEST_CASE("groups without parts stand nowhere") {
  for (const auto kind :
       {Pattern::Kind::any, Pattern::Kind::sequence, Pattern::Kind::sentence, Pattern::Kind::paragraph})
    CHECK(Places("a b").find(Pattern::group(kind, {}), {}).empty());
}

TEST_CASE("a finder forgets an article") {
  PatternFinder finder(1);
  finder.add(0, Span{.begin = 1, .end = 2});
  CHECK(finder.find(Pattern::of_slot(0)).size() == 1);
  finder.clear();
  CHECK(finder.find(Pattern::of_slot(0)).empty());
}

TEST_CASE("a counter tells zones, sentences and paragraphs apart") {
  SpanCounter counter;
  counter.start(Break::paragraph);
  const Span title = next(counter, 0, false);
  counter.start_zone(Field::body);
  counter.start(Break::paragraph);
  const Span elided = next(counter, 0, true);
  const Span compound = next(counter, 2, false);
  const Span part = next(counter, 0, false);
  next(counter, 0, false);
  counter.start(Break::sentence);
  const Span last = next(counter, 0, false);
  CHECK(title.zone == Field::title);
  CHECK(elided.zone == Field::body);
  CHECK(elided.begin == title.end + 1);
  CHECK(compound.begin == elided.end);
  CHECK(compound.end == compound.begin + 2);
  CHECK(part.begin == compound.begin);
  CHECK(last.begin == compound.end);
  CHECK(elided.first_word == part.first_word);
  CHECK(last.sentence == part.sentence + 1);
  CHECK(last.paragraph == part.paragraph);
  CHECK(part.paragraph == title.paragraph + 1);
}

}  // namespace
}  // namespace hemero
