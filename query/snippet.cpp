#include "query/snippet.h"

#include <algorithm>
#include <set>

#include "common/text/unicode.h"
#include "query/sentences.h"

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

  std::set<std::uint32_t> words_in(const Range& range) const {
    std::set<std::uint32_t> words;
    for (const Match& match : matches_)
      if (match.range.begin >= range.begin && match.range.end <= range.end) words.insert(match.word);
    return words;
  }

  /// Each further word of the query counts most, then their density; running text before headings, early before late.
  double score(const Passage& passage) const {
    const Range range = range_of(passage);
    const auto places = std::count_if(matches_.begin(), matches_.end(), [&](const Match& match) {
      return match.range.begin >= range.begin && match.range.end <= range.end;
    });
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
    for (const Range& highlight : merged_ranges(matches_))
      if (highlight.begin >= range.begin && highlight.end <= range.end)
        snippet.highlights.push_back({highlight.begin - range.begin, highlight.end - range.begin});
    return snippet;
  }

  /// At most `longest_passage` of a long range, starting at a clause or word shortly before the place from which most of
  /// the query is in reach.
  Range window(const Passage& passage, const Range& whole) const {
    std::uint32_t anchor = whole.begin;
    std::size_t most = 0;
    for (const Match& match : matches_) {
      if (match.range.begin < whole.begin || match.range.end > whole.end) continue;
      const std::size_t reach = words_in({match.range.begin, forward(match.range.begin, whole.end)}).size();
      if (reach > most) most = reach, anchor = match.range.begin;
    }
    const std::uint32_t begin = start_near(passage, whole, anchor);
    return {begin, end_near(passage, begin, forward(begin, whole.end), whole.end)};
  }

  /// The byte that stands as far behind `from` as a passage may be long, or `end`.
  std::uint32_t forward(std::uint32_t from, std::uint32_t end) const {
    std::size_t at = from;
    for (std::size_t count = 0; count + room_before < longest_passage && at < end; ++count)
      at += code_point_at(article_.text, at).size;
    return static_cast<std::uint32_t>(std::min<std::size_t>(at, end));
  }

  bool is_clause_start(std::size_t token) const {
    const auto& tokens = tokens_.tokens();
    const std::string_view between =
        std::string_view(article_.text).substr(tokens[token - 1].end, tokens[token].begin - tokens[token - 1].end);
    return between.find_first_of(",;:(") != std::string_view::npos || between.find("–") != std::string_view::npos;
  }

  bool is_word_start(std::size_t token) const {
    const auto& tokens = tokens_.tokens();
    const bool inside_compound = token > 0 && tokens[token - 1].end >= tokens[token].begin;
    return !inside_compound;
  }

  /// The last clause start in reach before the anchor, else the first word start in reach.
  std::uint32_t start_near(const Passage& passage, const Range& whole, std::uint32_t anchor) const {
    const std::uint32_t reach = anchor - std::min<std::uint32_t>(anchor - whole.begin, room_before);
    if (reach == whole.begin) return whole.begin;
    std::uint32_t clause = 0;
    std::uint32_t word = 0;
    const auto& tokens = tokens_.tokens();
    for (std::size_t i = sentences_[passage.first].first_token + 1; i < sentences_[passage.last - 1].last_token; ++i) {
      if (tokens[i].begin < reach || tokens[i].begin > anchor || !is_word_start(i)) continue;
      if (word == 0) word = tokens[i].begin;
      if (is_clause_start(i)) clause = tokens[i].begin;
    }
    return clause != 0 ? clause : word != 0 ? word : anchor;
  }

  /// The end of the last word before the limit.
  std::uint32_t end_near(const Passage& passage, std::uint32_t begin, std::uint32_t limit, std::uint32_t end) const {
    if (limit >= end) return end;
    std::uint32_t last = begin;
    const auto& tokens = tokens_.tokens();
    for (std::size_t i = sentences_[passage.first].first_token; i < sentences_[passage.last - 1].last_token; ++i)
      if (tokens[i].end <= limit && tokens[i].kind != TokenKind::particle) last = std::max(last, tokens[i].end);
    return last > begin ? last : limit;
  }

  const Article& article_;
  const std::vector<Match>& matches_;
  const TokenList& tokens_;
  std::vector<Sentence> sentences_;
};

}  // namespace

void SnippetMaker::show(Hit& hit, std::size_t most) {
  const Article& article = hit.article;
  const Zone title{ZoneKind::heading, 0, static_cast<std::uint32_t>(article.title.size())};
  hit.title_highlights = merged_ranges(highlighter_.find(article.title, {title}));
  if (most == 0) return;
  const std::vector<Match> matches = highlighter_.find(article.text, article.zones);
  hit.snippets = PassagePicker(article, matches, highlighter_.tokens()).pick(most);
}

}  // namespace hemero
