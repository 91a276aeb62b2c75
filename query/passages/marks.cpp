#include "query/passages/marks.h"

#include <algorithm>
#include <span>
#include <string_view>
#include <utility>

#include "common/text/characters/unicode.h"
#include "common/text/lexicon.h"

namespace hemero {

namespace {

/// A query of as many words was pasted: nobody types its words of grammar one by one.
constexpr std::ptrdiff_t pasted_words = 5;

constexpr std::size_t most_links = 3;  ///< "jusqu’à la"

/// What stands between the end of one match and the beginning of the next.
enum class Gap { none, links, other };

/// True for what holds words together: nothing, blanks, a hyphen or an apostrophe.
bool is_joint(std::string_view between) {
  bool only_blanks = true;
  std::size_t signs = 0;
  for (std::size_t at = 0; at < between.size(); ++signs) {
    const CodePoint c = code_point_at(between, at);
    const CharClass kind = char_class(c.value);
    only_blanks = only_blanks && kind == CharClass::blank;
    if (kind != CharClass::blank && kind != CharClass::hyphen && kind != CharClass::apostrophe) return false;
    at += c.size;
  }
  return only_blanks || signs == 1;
}

bool is_link(const Token& token, const TokenList& tokens) {
  return token.kind == TokenKind::particle || is_linking_word(to_lower(tokens.surface(token)));
}

Gap gap_between(const TokenList& tokens, std::uint32_t end, std::uint32_t begin) {
  const std::string_view text = tokens.text();
  if (begin <= end || is_joint(text.substr(end, begin - end))) return Gap::none;
  auto token = std::lower_bound(tokens.begin(), tokens.end(), end,
                                [](const Token& each, std::uint32_t at) { return each.begin < at; });
  for (std::size_t links = 0; links < most_links && token != tokens.end() && token->end <= begin; ++links, ++token) {
    if (!is_joint(text.substr(end, token->begin - end)) || !is_link(*token, tokens)) return Gap::other;
    end = token->end;
    if (is_joint(text.substr(end, begin - end))) return Gap::links;
  }
  return Gap::other;
}

/// The compounds of a text in which something was found, by position.
struct Compounds {
  std::vector<Range> whole;  ///< each of their parts, but for links
  std::vector<Range> torn;   ///< only some
};

/// True when some match covers each part of a compound, but for links.
bool are_all_matched(std::span<const Token> parts, const TokenList& tokens, std::span<const Match> matches) {
  return std::all_of(parts.begin(), parts.end(), [&](const Token& part) {
    return is_link(part, tokens) || std::any_of(matches.begin(), matches.end(), [&](const Match& match) {
             return match.range.begin <= part.begin && part.end <= match.range.end;
           });
  });
}

Compounds compounds_with(const TokenList& tokens, const std::vector<Match>& matches) {
  const auto begins_before = [](const Match& match, std::uint32_t at) { return match.range.begin < at; };
  Compounds found;
  for (auto token = tokens.begin(); token != tokens.end(); ++token) {
    if (token->kind != TokenKind::compound) continue;
    const auto first = std::lower_bound(matches.begin(), matches.end(), token->begin, begins_before);
    const auto last = std::lower_bound(first, matches.end(), token->end, begins_before);
    if (first == last) continue;
    const bool whole = are_all_matched({token + 1, token->parts}, tokens, {first, last});
    (whole ? found.whole : found.torn).push_back({token->begin, token->end});
  }
  return found;
}

bool lies_in(const std::vector<Range>& ranges, const Match& match) {
  const auto behind = std::upper_bound(ranges.begin(), ranges.end(), match.range.begin,
                                       [](std::uint32_t at, const Range& range) { return at < range.begin; });
  return behind != ranges.begin() && match.range.end <= (behind - 1)->end;
}

/// Leaves out the words of grammar that tell nothing. In a compound that was asked for (Notre-Dame) they do.
class GrammarFilter {
 public:
  GrammarFilter(const QueryPlan& plan, std::vector<Range> names) : plan_(plan), names_(std::move(names)) {
    const auto asked = [](const PlannedWord& word) { return !word.excluded; };
    pasted_ = std::count_if(plan.words.begin(), plan.words.end(), asked) >= pasted_words;
  }

  std::vector<Match> kept(const TokenList& tokens, const std::vector<Match>& matches) {
    std::vector<Match> kept;
    for (auto first = matches.begin(); first != matches.end();) {
      auto last = first + 1;
      std::uint32_t end = first->range.end;
      while (last != matches.end() && gap_between(tokens, end, last->range.begin) != Gap::other)
        end = std::max(end, (last++)->range.end);
      keep_telling({first, last}, kept);
      first = last;
    }
    return kept;
  }

 private:
  /// Of matches that hang together, words of grammar only beside others, or between them.
  void keep_telling(std::span<const Match> together, std::vector<Match>& kept) const {
    const auto tells = [&](const Match& match) { return !plan_.words[match.word].soft || lies_in(names_, match); };
    const auto first = std::find_if(together.begin(), together.end(), tells);
    if (first == together.end()) return;
    const auto last = std::find_if(together.rbegin(), together.rend(), tells).base();  // behind it
    kept.insert(kept.end(), pasted_ ? first : together.begin(), pasted_ ? last : together.end());
  }

  const QueryPlan& plan_;
  std::vector<Range> names_;
  bool pasted_ = false;
};

bool is_telling(const PlannedWord& word) { return !word.excluded && !word.weak && !word.soft; }

}  // namespace

void drop_idle_matches(const QueryPlan& plan, const TokenList& tokens, std::vector<Match>& matches) {
  Compounds compounds = compounds_with(tokens, matches);
  std::erase_if(matches,
                [&](const Match& match) { return plan.words[match.word].in_name && lies_in(compounds.torn, match); });
  if (std::any_of(plan.words.begin(), plan.words.end(), is_telling))
    matches = GrammarFilter(plan, std::move(compounds.whole)).kept(tokens, matches);
}

std::vector<Range> merged_ranges(const TokenList& tokens, const std::vector<Match>& matches) {
  std::vector<Range> merged;
  std::uint32_t last_word = 0;
  for (const Match& match : matches) {
    const Gap gap = merged.empty() ? Gap::other : gap_between(tokens, merged.back().end, match.range.begin);
    if (gap == Gap::other || (gap == Gap::links && match.word == last_word))
      merged.push_back(match.range);
    else
      merged.back().end = std::max(merged.back().end, match.range.end);
    last_word = match.word;
  }
  return merged;
}

}  // namespace hemero
