#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "common/base/hash.h"
#include "common/model/article.h"
#include "common/model/facet.h"

namespace hemero {

/// A stretch of a text in bytes, end exclusive.
struct Range {
  std::uint32_t begin = 0;
  std::uint32_t end = 0;

  bool operator==(const Range&) const = default;
};

/// A passage of an article as it is shown, and what is highlighted in it.
struct Snippet {
  std::string text;
  std::vector<Range> highlights;  ///< in `text`, ascending, not touching
  bool starts_mid = false;        ///< the sentence began before
  bool ends_mid = false;
};

/// The copies of an article in its archive, and where the text was published first.
struct Copies {
  std::uint64_t count = 0;  ///< articles with this text, the one that is shown among them
  ArticleId earliest{};
  std::optional<Date> date;  ///< of the earliest
  std::string source;        ///< of the earliest

  std::uint64_t others() const { return count - 1; }
};

/// What the score of a hit is made of.
struct ScoreParts {
  double terms = 0;     ///< BM25 of the words in any of their forms
  double exact = 0;     ///< for words that stand as typed
  double order = 0;     ///< for words that follow each other as in the query
  double early = 0;     ///< for words near the beginning
  double coverage = 0;  ///< for the share of the words that stand there
  double dated = 0;     ///< for having been published when the query says
  double recency = 1;   ///< what the whole is multiplied by; less for old articles when a half-life was asked for

  double total() const { return (terms + exact + order + early + coverage + dated) * recency; }
};

/// What is known of an article beside what it says.
struct HitState {
  std::uint64_t version = 1;  ///< its number among the versions of the article, from 1
  std::string stored;         ///< when the run began that stored it (UTC)
  Hash128 content{};          ///< its content hash
  std::uint64_t words = 0;    ///< in its title and text, debris aside; elided ones do not count
};

/// An article that matches, ready to be shown.
struct Hit {
  std::uint64_t rank = 0;  ///< 1 for the best
  ArticleId id{};
  double score = 0;
  std::optional<ScoreParts> parts;   ///< when they were asked for
  bool partial = false;              ///< holds some of the words, not all
  std::vector<std::string> missing;  ///< the words that a partial hit lacks, as typed, but for those of no article
  Article article;
  std::vector<Range> title_highlights;
  std::vector<Snippet> snippets;
  std::optional<std::uint64_t> matches;  ///< places of the query's words and phrases; none without snippets
  std::optional<Copies> copies;          ///< none when it has no copies
  std::optional<HitState> state;         ///< when it was asked for
  std::string note;                      ///< what the reader says of it, in a dossier
};

/// How many articles are no copies of one another.
struct DistinctTexts {
  std::uint64_t count = 0;
  bool exact = true;  ///< else a lower bound
};

/// What a query that found nothing would find with one thing of it changed.
struct Relaxation {
  std::string change;  ///< in the reader's language
  std::string query;   ///< the changed query
  std::uint64_t total = 0;
  bool exact = true;  ///< `total` is all of them, not a lower bound
};

/// One page of an answer.
struct Page {
  std::string query;         ///< as typed
  std::string match;         ///< auto, all or any
  std::string tree;          ///< as understood
  std::string restrictions;  ///< what was asked for beside the words: --from 2019; empty for nothing
  std::vector<std::string> notices;
  bool tells_why_nothing = false;             ///< the notices say why nothing is found: it is not for the words
  bool complete = true;                       ///< else the time was over: there may be hits that are not told
  std::uint64_t total = 0;                    ///< articles that match in full
  bool exact = true;                          ///< `total` is all of them, not a lower bound
  std::optional<DistinctTexts> texts;         ///< of these; none when copies were not collapsed
  std::uint64_t ranked = 0;                   ///< how many articles there are up to the end of the page
  std::optional<std::uint64_t> partial_from;  ///< rank of the first partial hit
  double took_ms = 0;
  std::optional<std::string> suggestion;
  std::vector<Relaxation> relaxations;  ///< for a query without full matches: those that have some
  std::vector<Hit> hits;
  std::vector<Facet> facets;  ///< of all that matches in full; only when they were asked for
};

}  // namespace hemero
