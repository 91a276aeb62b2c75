#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "common/model/page.h"
#include "common/store/archive_reader.h"
#include "query/parser.h"
#include "query/plan.h"
#include "query/synonyms.h"

namespace hemero {

/// What a reader asks of an archive.
struct SearchRequest {
  std::string text;
  MatchMode match = MatchMode::automatic;
  std::size_t offset = 0;
  std::size_t limit = 10;
  SortOrder order = SortOrder::relevance;
  std::optional<Date> from;
  std::optional<Date> to;
  std::string source;               ///< only articles of this source; empty for all
  std::size_t snippets = 1;         ///< per hit
  bool with_articles = true;        ///< hits carry their article; without, only id, key and score
  bool help = true;                 ///< with articles: tell of unknown words, suggest, relax a query that finds nothing
  bool misread = false;             ///< texts were read by machine: words one letter away count too, for less
  std::optional<double> half_life;  ///< in days: how much older an article is that counts for half as recent
  bool explain = false;             ///< hits carry the parts of their score
  bool collapse = false;            ///< of articles that are copies of one another the best one only
  std::size_t count_up_to = 1000;   ///< the total is exact up to here; further on it is a lower bound
};

/// Answers requests on one state of an archive. One thread at a time.
class Searcher {
 public:
  /// Searches with the synonyms of the table, without any when it is empty.
  explicit Searcher(ArchiveReader& archive, SynonymTable synonyms = {})
      : archive_(archive), synonyms_(std::move(synonyms)) {}

  /// Throws IndexChanged when a writer has replaced the index meanwhile.
  Page search(const SearchRequest& request);

  /// A query as it is understood.
  ParsedQuery parse(const SearchRequest& request) const;

  /// What its words reach in this archive.
  QueryPlan plan(const SearchRequest& request);

 private:
  std::vector<Relaxation> relax(const SearchRequest& request, const QueryNode& tree);

  ArchiveReader& archive_;
  SynonymTable synonyms_;
};

}  // namespace hemero
