#pragma once

#include <functional>
#include <vector>

#include "common/model/page.h"
#include "common/model/search_request.h"
#include "common/store/archive_reader.h"
#include "query/answer/match_set.h"
#include "query/language/parser.h"
#include "query/match/ranker.h"
#include "query/slips/correction.h"
#include "query/words/known_forms.h"
#include "query/words/synonyms.h"

namespace hemero {

/// Is given the hits of a page one after the other, and the page as far as it is known: its totals.
using HitUse = std::function<void(const Page& page, Hit hit)>;

/// Answers requests on one state of an archive. One thread at a time.
class Searcher {
 public:
  /// Searches with the synonyms of the table, without any when it is empty.
  explicit Searcher(ArchiveReader& archive, SynonymTable synonyms = {})
      : archive_(archive), synonyms_(std::move(synonyms)), known_(archive.vocabulary()) {}

  Page search(const SearchRequest& request);

  /// The same, but `use` gets each hit as soon as it is read, and the page has none.
  Page search(const SearchRequest& request, const HitUse& use);

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
  static void suggest_meant(const QueryPlan& plan, Reading& reading, std::vector<std::string>& notices);
  void tell_why_nothing(Page& page, const std::vector<Restriction>& restrictions);
  Page answer(const SearchRequest& request, const HitUse& use);
  void show(const SearchRequest& request, const Ranking& ranking, const Deadline& deadline, Page& page,
            const HitUse& use);
  void note_damages(std::vector<std::string>& notices, std::size_t known) const;

  ArchiveReader& archive_;
  SynonymTable synonyms_;
  KnownForms known_;
  KnownCorrections corrections_;
};

/// Every article that matches in full is meant, in the order in which a page shows them.
void ask_for_whole_set(SearchRequest& request, const ArchiveReader& archive);

}  // namespace hemero
