#include "query/writings/written_ways.h"

#include <algorithm>
#include <optional>
#include <string_view>

#include "common/text/characters/unicode.h"
#include "common/text/fold.h"
#include "common/text/lexicon.h"
#include "common/text/table_rows.h"
#include "common/text/tokenizer.h"
#include "query/words/spelling.h"
#include "query/writings/number_writings.h"

namespace hemero {

namespace {

enum class Mark : std::uint8_t { none, number, any_word, short_year, long_year };

/// A word of a way as the table has it: any of its texts behind its mark.
struct WayWord {
  Mark mark = Mark::none;
  std::vector<std::string> texts;
  std::vector<std::string> folded;  ///< of each text
  bool exact = false;
};

using Way = std::vector<WayWord>;

struct MarkSign {
  std::string_view sign;
  Mark mark;
};

constexpr MarkSign mark_signs[] = {
    {"0", Mark::number}, {"*", Mark::any_word}, {"yy", Mark::short_year}, {"19yy", Mark::long_year}};

constexpr std::string_view century = "19";

WayWord read_word(std::string_view text) {
  WayWord word;
  for (const MarkSign& each : mark_signs) {
    const bool before = each.mark == Mark::number && text.starts_with(each.sign);
    if (!before && text != each.sign) continue;
    word.mark = each.mark;
    text.remove_prefix(each.sign.size());
    break;
  }
  auto texts = split(text, '/');
  if (texts.empty()) texts.emplace_back();  // a mark alone
  for (const std::string_view each : texts) {
    word.texts.emplace_back(each);
    word.folded.push_back(fold(each));
    word.exact = word.exact || has_capital(each);
  }
  return word;
}

Way read_way(std::string_view text) {
  Way way;
  for (const std::string_view word : split(text, ' ')) way.push_back(read_word(word));
  return way;
}

const std::vector<std::vector<Way>>& listed_ways() {
  static const auto sets = [] {
    std::vector<std::vector<Way>> all;
    for (const auto& row : table_rows("writings")) {
      auto& ways = all.emplace_back();
      for (const std::string_view way : row) ways.push_back(read_way(way));
    }
    return all;
  }();
  return sets;
}

/// What the marks of a way stand for.
struct Marked {
  std::string number;
  std::string word;
  std::string year;  ///< two digits
};

/// True when one of the texts was typed; capitals are typed seldom, and asked for where a word of grammar is written
/// alike.
bool is_typed(const WayWord& listed, std::string_view surface, std::string_view folded) {
  for (std::size_t i = 0; i < listed.texts.size(); ++i)
    if (folded == listed.folded[i] && (!listed.exact || !is_stop_word(folded) || surface == listed.texts[i]))
      return true;
  return false;
}

bool take_number(const WayWord& listed, const TypedWord& typed, Marked& marked) {
  const std::string_view surface = typed.surface;
  const std::size_t end = number_end(surface);
  marked.number = surface.substr(0, end);
  return end > 0 && is_typed(listed, surface.substr(end), fold(surface.substr(end)));
}

bool take_year(std::string_view before, const TypedWord& typed, Marked& marked) {
  const std::string& year = typed.surface;
  if (year.size() != before.size() + 2 || !year.starts_with(before) || !is_number(year)) return false;
  marked.year = year.substr(before.size());
  return true;
}

/// True when the typed word may stand where the way has this one; what a mark stands for goes into `marked`.
bool takes(const WayWord& listed, const TypedWord& typed, Marked& marked) {
  switch (listed.mark) {
    case Mark::number:
      return take_number(listed, typed, marked);
    case Mark::any_word:
      marked.word = typed.surface;
      return !is_elided(typed.surface) && number_end(typed.surface) == 0;
    case Mark::short_year:
      return take_year({}, typed, marked);
    case Mark::long_year:
      return take_year(century, typed, marked);
    case Mark::none:
      break;
  }
  return is_typed(listed, typed.surface, typed.folded);
}

std::optional<Marked> matched(const Way& way, const std::vector<TypedWord>& typed, std::size_t at) {
  if (at + way.size() > typed.size()) return std::nullopt;
  if (way.front().mark == Mark::none && !is_typed(way.front(), typed[at].surface, typed[at].folded))
    return std::nullopt;  // most ways
  Marked marked;
  for (std::size_t i = 0; i < way.size(); ++i)
    if (!takes(way[i], typed[at + i], marked)) return std::nullopt;
  return marked;
}

WrittenWord written(const WayWord& listed, const Marked& marked) {
  switch (listed.mark) {
    case Mark::any_word:
      return {{marked.word}};
    case Mark::short_year:
      return {{marked.year}};
    case Mark::long_year:
      return {{std::string(century) + marked.year}};
    case Mark::number:
    case Mark::none:
      break;
  }
  WrittenWord word{listed.texts, listed.exact};
  if (listed.mark == Mark::number)
    for (std::string& text : word.texts) text.insert(0, marked.number);
  return word;
}

}  // namespace

std::vector<Writing> listed_writings(const std::vector<TypedWord>& typed, std::size_t at) {
  std::vector<Writing> writings;
  for (const auto& ways : listed_ways())
    for (const Way& way : ways) {
      const auto marked = matched(way, typed, at);
      if (!marked) continue;
      for (const Way& other : ways) {
        if (&other == &way) continue;
        Writing writing{at, at + way.size(), {}};
        for (const WayWord& word : other) writing.words.push_back(written(word, *marked));
        writings.push_back(std::move(writing));
      }
    }
  return writings;
}

}  // namespace hemero
