#include "query/passages/snippet.h"

#include <algorithm>
#include <set>
#include <span>

#include "common/text/characters/unicode.h"
#include "common/text/fold.h"
#include "common/text/lexicon.h"
#include "query/passages/marks.h"
#include "query/passages/sentences.h"

namespace hemero {

namespace {

// Lengths in code points. A passage of two lines shows enough; a sentence a little longer is not cut.
constexpr std::size_t wanted_length = 220;
constexpr std::size_t longest_passage = 300;
constexpr std::size_t room_before = 70;  ///< shown before the first highlight of a sentence that is cut

/// A passage under consideration: whole sentences of one zone.
struct Passage {
  std::size_t first = 0;  ///< sentence
  std::size_t last = 0;   ///< exclusive
  double score = 0;
  std::set<std::uint32_t> words;  ///< of the query, that stand in it
};

class PassagePicker {
 public:
  PassagePicker(const Article& article, const std::vector<Match>& matches, const TokenList& tokens)
      : article_(article), matches_(matches), tokens_(tokens), sentences_(find_sentences(tokens, article.zones)) {}

  std::vector<Snippet> pick(std::size_t most) {
    std::vector<Passage> passages = candidates();
    if (passages.empty()) return beginning();
    std::vector<Passage> chosen;
    std::set<std::uint32_t> covered;
    while (chosen.size() < most) {
      const auto best = best_of(passages, covered);
      if (best == passages.end()) break;
      covered.insert(best->words.begin(), best->words.end());
      chosen.push_back(*best);
      passages.erase(best);
      std::erase_if(passages, [&](const Passage& each) {
        return each.first < chosen.back().last && chosen.back().first < each.last;
      });
    }
    std::sort(chosen.begin(), chosen.end(), [](const Passage& a, const Passage& b) { return a.first < b.first; });
    std::vector<Snippet> snippets;
    for (const Passage& passage : chosen) snippets.push_back(cut(passage));
    return snippets;
  }

 private:
  std::size_t length(const Range& range) const {
    return code_point_count(std::string_view(article_.text).substr(range.begin, range.end - range.begin));
  }

  Range range_of(const Passage& passage) const {
    return {sentences_[passage.first].range.begin, sentences_[passage.last - 1].range.end};
  }

  /// From every sentence with a match on: it, and the next ones of its paragraph while they fit.
  std::vector<Passage> candidates() const {
    std::vector<Passage> passages;
    for (std::size_t i = 0; i < sentences_.size(); ++i) {
      Passage passage{i, i + 1, 0, {}};
      if (words_in(sentences_[i].range).empty()) continue;
      while (passage.last < sentences_.size() && sentences_[passage.last].zone == sentences_[i].zone &&
             length({sentences_[i].range.begin, sentences_[passage.last].range.end}) <= wanted_length)
        ++passage.last;
      passage.words = words_in(range_of(passage));
      passage.score = score(passage);
      passages.push_back(std::move(passage));
    }
    return passages;
  }

  /// The matches that begin in a range. An article may hold as many as it has words.
  std::span<const Match> matches_from(const Range& range) const {
    const auto begins_before = [](const Match& match, std::uint32_t at) { return match.range.begin < at; };
    const auto first = std::lower_bound(matches_.begin(), matches_.end(), range.begin, begins_before);
    return {first, std::lower_bound(first, matches_.end(), range.end, begins_before)};
  }

  std::set<std::uint32_t> words_in(const Range& range) const {
    std::set<std::uint32_t> words;
    for (const Match& match : matches_from(range))
      if (match.range.end <= range.end) words.insert(match.word);
    return words;
  }

  /// Each further word of the query counts most, then their density; running text before headings, early before late.
  double score(const Passage& passage) const {
    const Range range = range_of(passage);
    const std::span<const Match> matches = matches_from(range);
    const auto places =
        std::count_if(matches.begin(), matches.end(), [&](const Match& match) { return match.range.end <= range.end; });
    const bool heading = article_.zones[sentences_[passage.first].zone].kind == ZoneKind::heading;
    const double late = static_cast<double>(range.begin) / static_cast<double>(article_.text.size() + 1);
    const double too_long = length(range) > longest_passage ? 0.3 : 0;
    return static_cast<double>(passage.words.size()) + 0.15 * static_cast<double>(std::min<long>(places, 4)) -
           (heading ? 0.4 : 0) - 0.2 * late - too_long;
  }

  /// The best passage; words that earlier passages show count a quarter.
  static std::vector<Passage>::iterator best_of(std::vector<Passage>& passages,
                                                const std::set<std::uint32_t>& covered) {
    auto best = passages.end();
    double best_score = 0;
    for (auto each = passages.begin(); each != passages.end(); ++each) {
      const auto seen = std::count_if(each->words.begin(), each->words.end(),
                                      [&](std::uint32_t word) { return covered.contains(word); });
      const double worth = each->score - 0.75 * static_cast<double>(seen);
      if (best == passages.end() || worth > best_score) best = each, best_score = worth;
    }
    return best;
  }

  /// The matches that stand in a range, those that begin or end outside cut off.
  std::vector<Match> matches_within(const Range& range) const {
    std::vector<Match> within;
    for (const Match& match : matches_)
      if (match.range.begin < range.end && match.range.end > range.begin)
        within.push_back(
            {match.word, {std::max(match.range.begin, range.begin), std::min(match.range.end, range.end)}});
    return within;
  }

  /// The article's first words, when no place in its text matches.
  std::vector<Snippet> beginning() {
    if (sentences_.empty()) return {};
    Passage passage{0, 1, 0, {}};
    while (passage.last < sentences_.size() && sentences_[passage.last].zone == sentences_[0].zone &&
           length({sentences_[0].range.begin, sentences_[passage.last].range.end}) <= wanted_length)
      ++passage.last;
    return {cut(passage)};
  }

  /// The passage as a snippet; a longer one is cut between words around its densest highlights.
  Snippet cut(const Passage& passage) const {
    Range range = range_of(passage);
    Snippet snippet;
    if (length(range) > longest_passage) {
      const Range whole = range;
      range = window(passage, whole);
      snippet.starts_mid = range.begin > whole.begin;
      snippet.ends_mid = range.end < whole.end;
    }
    snippet.text = article_.text.substr(range.begin, range.end - range.begin);
    std::replace(snippet.text.begin(), snippet.text.end(), '\n', ' ');
    for (const Range& highlight : merged_ranges(tokens_, matches_within(range)))
      snippet.highlights.push_back({highlight.begin - range.begin, highlight.end - range.begin});
    return snippet;
  }

  /// At most `longest_passage` of a long range, around the place from which most of the query is in reach.
  Range window(const Passage& passage, const Range& whole) const {
    Range anchor{whole.begin, whole.begin};
    std::size_t most = 0;
    for (const Match& match : matches_from(whole)) {
      if (match.range.end > whole.end) continue;
      const std::uint32_t reach = ahead(match.range.begin, longest_passage - room_before, whole.end);
      const std::size_t words = words_in({match.range.begin, reach}).size();
      if (words > most) most = words, anchor = match.range;
    }
    const std::vector<Range> units = unbroken(passage);
    const std::uint32_t begin = start_near(units, whole, anchor.begin);
    return {begin, end_near(units, {begin, ahead(begin, longest_passage, whole.end)}, anchor.end, whole.end)};
  }

  /// The place `count` code points behind `from`, or `end`.
  std::uint32_t ahead(std::uint32_t from, std::size_t count, std::uint32_t end) const {
    std::size_t at = from;
    for (; count > 0 && at < end; --count) at += code_point_at(article_.text, at).size;
    return static_cast<std::uint32_t>(std::min<std::size_t>(at, end));
  }

  /// The place `count` code points before `from`, or `begin`.
  std::uint32_t back(std::uint32_t from, std::size_t count, std::uint32_t begin) const {
    std::size_t at = from;
    for (; count > 0 && at > begin; --count) at = floor_code_point(article_.text, at - 1);
    return static_cast<std::uint32_t>(std::max<std::size_t>(at, begin));
  }

  std::string_view between(const Range& left, const Range& right) const {
    return std::string_view(article_.text).substr(left.end, right.begin - left.end);
  }

  /// What no cut may fall into: words with what is elided before them, compounds, numbers, a title with its name (M.
  /// Maes).
  std::vector<Range> unbroken(const Passage& passage) const {
    std::vector<Range> units;
    const auto& tokens = tokens_.tokens();
    bool held = false;
    for (std::size_t i = sentences_[passage.first].first_token; i < sentences_[passage.last - 1].last_token; ++i) {
      const Token& token = tokens[i];
      if (held)
        units.back().end = token.end;
      else
        units.push_back({token.begin, token.end});
      if (token.kind == TokenKind::compound) i += token.parts;
      held = token.kind == TokenKind::particle || is_abbreviated(tokens[i]);
    }
    return units;
  }

  /// True for an initial or a title that a full stop follows.
  bool is_abbreviated(const Token& token) const {
    if (article_.text.compare(token.end, 1, ".") != 0) return false;
    const std::string_view word = tokens_.surface(token);
    return is_title(fold(word)) || (code_point_count(word) == 1 && is_upper(code_point_at(word, 0).value));
  }

  bool parts_clauses(const Range& left, const Range& right) const {
    const std::string_view sign = between(left, right);
    const auto has = [&](std::string_view mark) { return sign.find(mark) != std::string_view::npos; };
    return sign.size() > 1 && (has(",") || has(";") || has(":") || has("(") || has(")") || has("–") || has("—"));
  }

  /// The last clause start in reach before the anchor, else the first word start in reach. Of a sentence that ends soon
  /// the end is shown, from a clause on that makes it a passage.
  std::uint32_t start_near(const std::vector<Range>& units, const Range& whole, std::uint32_t anchor) const {
    const std::uint32_t close = back(anchor, room_before, whole.begin);
    const std::uint32_t last_part = back(whole.end, wanted_length, whole.begin);
    const std::uint32_t reach = std::min(close, last_part);
    if (reach == whole.begin) return whole.begin;
    std::size_t clause = 0;
    std::size_t word = 0;
    for (std::size_t i = 1; i < units.size() && units[i].begin <= anchor; ++i) {
      const bool holds_anchor = units[i].end > anchor && units[i].begin >= back(anchor, 2 * room_before, whole.begin);
      if (units[i].begin < reach && !holds_anchor) continue;
      if (word == 0) word = i;
      if (parts_clauses(units[i - 1], units[i]) && (clause == 0 || last_part >= close)) clause = i;
    }
    const std::size_t start = clause != 0 ? clause : word;
    return start == 0 ? anchor : with_opening_marks(article_.text, units[start - 1].end, units[start].begin);
  }

  /// The last clause end in the later half of a window, behind all that is highlighted in it, else its last word's end.
  std::uint32_t end_near(const std::vector<Range>& units, const Range& window, std::uint32_t anchor,
                         std::uint32_t end) const {
    if (window.end >= end) return end;
    std::uint32_t least = std::max(anchor, ahead(window.begin, longest_passage / 2, end));
    for (const Match& match : matches_)
      if (match.range.end <= window.end) least = std::max(least, match.range.end);
    std::uint32_t clause = 0;
    std::uint32_t word = 0;
    for (std::size_t i = 0; i + 1 < units.size(); ++i) {
      const std::uint32_t unit_end = with_closing_marks(units[i].end, units[i + 1].begin);
      if (unit_end > window.end || unit_end <= window.begin) continue;
      word = unit_end;
      if (unit_end >= least && parts_clauses(units[i], units[i + 1])) clause = unit_end;
    }
    return clause != 0 ? clause : word >= anchor ? word : std::max(anchor, window.end);
  }

  /// `end`, or behind it, before `next`, where signs close what it ends: a quotation, a bracket, a percentage.
  std::uint32_t with_closing_marks(std::uint32_t end, std::uint32_t next) const {
    std::size_t closed = end;
    for (std::size_t at = end; at < next;) {
      const CodePoint c = code_point_at(article_.text, at);
      const bool blank = char_class(c.value) == CharClass::blank;
      const bool closes = std::u32string_view(U"»”)]%‰€$°…").find(c.value) != std::u32string_view::npos ||
                          (c.value == U'"' && at == end);
      if (!blank && !closes) break;
      at += c.size;
      if (closes) closed = at;
    }
    return static_cast<std::uint32_t>(closed);
  }

  const Article& article_;
  const std::vector<Match>& matches_;
  const TokenList& tokens_;
  std::vector<Sentence> sentences_;
};

}  // namespace

void SnippetMaker::show(Hit& hit, std::size_t most, std::string_view codes) {
  const Article& article = hit.article;
  const Zone title{ZoneKind::heading, 0, static_cast<std::uint32_t>(article.title.size())};
  const std::vector<Match> title_matches = highlighter_.find(article.title, {title});
  hit.title_highlights = merged_ranges(highlighter_.tokens(), title_matches);
  if (most == 0) return;
  const std::vector<Match> matches = highlighter_.find(article.text, paragraphs_.worth_reading(article, codes));
  hit.matches = title_matches.size() + matches.size();
  hit.snippets = PassagePicker(article, matches, highlighter_.tokens()).pick(most);
}

}  // namespace hemero
