#pragma once

#include <vector>

#include "common/model/page.h"
#include "common/model/search_request.h"
#include "common/store/archive_reader.h"
#include "query/answer/match_set.h"
#include "query/language/parser.h"
#include "query/match/ranker.h"
#include "query/words/synonyms.h"

namespace hemero {

/// Answers requests on one state of an archive. One thread at a time.
class Searcher {
 public:
  /// Searches with the synonyms of the table, without any when it is empty.
  explicit Searcher(ArchiveReader& archive, SynonymTable synonyms = {})
      : archive_(archive), synonyms_(std::move(synonyms)) {}

  Page search(const SearchRequest& request);

  /// Every article that matches in full. What a page needs is not heeded: order, offset, limit, copies.
  MatchSet matches(const SearchRequest& request);

  /// A query as it is understood.
  ParsedQuery parse(const SearchRequest& request) const;

  /// What its words reach in this archive.
  QueryPlan plan(const SearchRequest& request);

 private:
  struct Reading;

  void advise(const Ranking& ranking, Reading& reading, Page& page);
  static std::vector<Relaxation> relax(Reading& reading);
  void tell_why_nothing(Page& page, const std::vector<Restriction>& restrictions);
  Page answer(const SearchRequest& request);
  void show(const SearchRequest& request, const Ranking& ranking, const Deadline& deadline, Page& page);

  ArchiveReader& archive_;
  SynonymTable synonyms_;
};

}  // namespace hemero
