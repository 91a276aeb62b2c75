#include "query/answer/searcher.h"

#include <algorithm>
#include <chrono>
#include <utility>

#include <fmt/format.h>

#include "common/base/deadline.h"
#include "common/base/message.h"
#include "common/text/addresses/address.h"
#include "query/answer/address.h"
#include "query/answer/hit_reader.h"
#include "query/answer/suggestion.h"
#include "query/answer/time_limit.h"
#include "query/language/relaxation.h"
#include "query/match/copies.h"
#include "query/match/ranker.h"
#include "query/match/verifier.h"

namespace hemero {

namespace {

/// How long the matches of one relaxed query, of up to twelve, are counted.
constexpr std::chrono::milliseconds relaxation_time{5};

/// How long is looked for what may have been meant instead of a query.
constexpr std::chrono::milliseconds advice_time{1000};

constexpr std::size_t most_corrections = 10'000;  ///< that are kept, of some 150 bytes each

/// Tells that the answer is incomplete, if it is.
void note_time(Page& page, const SearchRequest& request, bool over) {
  if (!over) return;
  page.complete = page.exact = false;
  if (page.texts) page.texts->exact = false;
  page.notices.push_back(time_notice(request.deadline));
}

const char* match_name(MatchMode mode) {
  switch (mode) {
    case MatchMode::automatic:
      return "auto";
    case MatchMode::all:
      return "all";
    case MatchMode::any:
      return "any";
  }
  return "";
}

void note_totals(Page& page, const Ranking& ranking, bool collapse) {
  page.total = ranking.found.total;
  page.exact = ranking.found.exact;
  page.ranked = ranking.hits.size();
  if (collapse) page.texts = {ranking.found.texts, ranking.found.texts_exact};
  const auto first =
      std::find_if(ranking.hits.begin(), ranking.hits.end(), [](const auto& hit) { return hit.partial; });
  if (first != ranking.hits.end()) page.partial_from = static_cast<std::uint64_t>(first - ranking.hits.begin()) + 1;
}

double milliseconds_since(std::chrono::steady_clock::time_point start) {
  return std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - start).count();
}

/// Each notice of the plan once.
void note_plan(Page& page, const QueryPlan& plan) {
  for (const std::string& notice : plan.notices)
    if (std::find(page.notices.begin(), page.notices.end(), notice) == page.notices.end())
      page.notices.push_back(notice);
}

/// True when others were looked for in place of a word, which a notice of the plan says.
bool is_replaced(const PlannedWord& word, const std::optional<QueryPlan>& loose) {
  return loose && std::any_of(loose->words.begin(), loose->words.end(),
                              [&](const PlannedWord& other) { return other.node == word.node && !is_unknown(other); });
}

/// Tells which words are to blame.
void tell_unknown_words(std::vector<std::string>& notices, const QueryPlan& plan,
                        const std::optional<QueryPlan>& loose) {
  for (const PlannedWord& word : plan.words)
    if (is_unknown(word) && !word.published && !is_replaced(word, loose))
      notices.push_back(message("no article prints “{}” or a form of it", word.node.text));
}

std::string tree_text(const SearchRequest& request, const ParsedQuery& parsed) {
  return request.everything ? "everything()" : to_tree(parsed.tree);
}

/// Tells of a query that was read as words, but surely is an address; whether it is.
bool tell_unknown_address(std::vector<std::string>& notices, const SearchRequest& request) {
  if (!is_surely_address(request.text)) return false;
  notices.push_back(message("no article has the address “{}”: it was read as words", request.text));
  return true;
}

std::string options_of(const std::vector<Restriction>& restrictions) {
  std::vector<std::string> options;
  for (const Restriction& restriction : restrictions) options.push_back(restriction.option);
  return fmt::format("{}", fmt::join(options, " "));
}

/// True when there are articles that meet all restrictions.
bool leave_some(const std::vector<Restriction>& restrictions, const IndexReader& index) {
  if (restrictions.empty()) return true;
  IndexRequest one;
  one.query = restricted(CandidateQuery::everything(), restrictions);
  one.limit = 1;
  return index.search(one).hits.size() == 1;
}

}  // namespace

ParsedQuery Searcher::parse(const SearchRequest& request) const {
  ParsedQuery parsed = parse_query(request.text);
  parsed.tree = synonyms_.expand(parsed.tree);
  return parsed;
}

/// A request while it is answered.
struct Searcher::Reading {
  Reading(const SearchRequest& asked, Searcher& searcher, Deadline& end)
      : request(asked),
        archive(searcher.archive_),
        known(searcher.known_),
        corrections(searcher.corrections_),
        deadline(end),
        parsed(searcher.parse(asked)),
        restrictions(restrictions_of(request, archive)),
        forms(known, deadline),
        corrector(forms, corrections) {}
  ~Reading() {
    if (deadline.was_over() || known.is_large()) known.forget();
    if (deadline.was_over() || corrections.size() > most_corrections) corrections.clear();
  }
  Reading(const Reading&) = delete;
  Reading& operator=(const Reading&) = delete;

  Ranker ranker() { return ranker(request, restrictions.parts, parsed.tree); }
  Ranker ranker(const SearchRequest& what, const std::vector<Restriction>& under, const QueryNode& tree) {
    return Ranker(what, under, tree, archive, forms, corrector, deadline);
  }

  const SearchRequest& request;
  ArchiveReader& archive;
  KnownForms& known;
  KnownCorrections& corrections;
  Deadline& deadline;
  const ParsedQuery parsed;
  const Restrictions restrictions;
  FormFinder forms;
  Corrector corrector;
};

QueryPlan Searcher::plan(const SearchRequest& request) {
  Deadline deadline(time_of(request.deadline));
  const ObeyedDeadline obeyed(archive_, deadline);
  Reading reading(request, *this, deadline);
  QueryPlan plan = reading.ranker().plan(request.match == MatchMode::any ? MatchMode::any : MatchMode::all);
  if (reading.deadline.was_over()) plan.notices.push_back(time_notice(request.deadline));
  return plan;
}

/// What each query that asks for a little less would find, and the same query under one restriction less; those that
/// find nothing are left out.
std::vector<Relaxation> Searcher::relax(Reading& reading) {
  SearchRequest counted = reading.request;
  counted.count_for = relaxation_time;
  std::vector<Relaxation> found;
  const auto count = [&](std::string change, const QueryNode& query, const std::vector<Restriction>& under) {
    if (reading.deadline.over()) return;
    const IndexPage page = reading.ranker(counted, under, query).totals();
    if (page.total > 0) found.push_back({std::move(change), to_query(query), page.total, page.exact});
  };
  const QueryNode& tree = reading.parsed.tree;
  const std::vector<Restriction>& restrictions = reading.restrictions.parts;
  for (const RelaxedQuery& relaxed : relaxed_queries(tree)) count(relaxed.change, relaxed.tree, restrictions);
  for (std::size_t i = 0; i < restrictions.size(); ++i) {
    std::vector<Restriction> others = restrictions;
    others.erase(others.begin() + static_cast<std::ptrdiff_t>(i));
    count(message("without {}", restrictions[i].option), tree, others);
  }
  return found;
}

/// Tells what may have been meant instead, as far as there is time, and not for long.
void Searcher::advise(const Ranking& ranking, Reading& reading, Page& page) {
  if (!page.complete) return;
  reading.deadline.at_most(advice_time);
  page.suggestion = suggest(page.query, ranking.plan, reading.forms, reading.corrector, page.total == 0);
  if (page.total == 0) page.relaxations = relax(reading);
}

/// Tells why nothing is found where the words are not to blame.
void Searcher::tell_why_nothing(Page& page, const std::vector<Restriction>& restrictions) {
  if (archive_.index().versions() == 0)
    page.notices.push_back(message("the archive is empty: “hemero-index add” puts articles into it"));
  else if (leave_some(restrictions, archive_.index()))
    return;
  else if (std::none_of(restrictions.begin(), restrictions.end(), [](const auto& each) { return each.unknown; }))
    page.notices.push_back(message("there is no article with {}", page.restrictions));
  page.tells_why_nothing = true;
}

/// Reads the hits, one at least, the others as far as there is time.
void Searcher::show(const SearchRequest& request, const Ranking& ranking, const Deadline& deadline, Page& page,
                    const HitUse& use) {
  const ObeyedDeadline obeyed(archive_, deadline);
  HitReader reader(request, ranking, archive_, deadline);
  while (auto hit = reader.next()) use(page, std::move(*hit));
}

/// Tells what may have been meant by a query that finds nothing, where that does not take long.
void Searcher::suggest_meant(const QueryPlan& plan, Reading& reading, std::vector<std::string>& notices) {
  reading.deadline.at_most(advice_time);
  const auto meant = suggest(reading.request.text, plan, reading.forms, reading.corrector, true);
  if (meant) notices.push_back(message("Did you mean: {}", *meant));
}

MatchSet Searcher::matches(const SearchRequest& request) {
  const std::size_t known = archive_.damages().list().size();
  Deadline deadline(time_of(request.deadline));
  const ObeyedDeadline obeyed(archive_, deadline);
  if (const auto articles = articles_of_address(request, archive_); !articles.empty()) {
    MatchSet set{request.text, options_of(restrictions_of(request, archive_).parts), {address_notice(request)}, {}};
    for (const StoredArticle& stored : articles) set.versions.push_back(stored.version);
    std::sort(set.versions.begin(), set.versions.end());
    set.texts = count_texts(set.versions, archive_.index().copies());
    set.tree = address_tree(request);
    note_damages(set.notices, known);
    return set;
  }
  Reading reading(request, *this, deadline);
  QueryPlan plan = reading.ranker().plan(request.match == MatchMode::any ? MatchMode::any : MatchMode::all);
  Verifier verifier(program_of(plan), archive_.streams(), reading.deadline);
  IndexMatches found = archive_.index().matches(plan.query, &verifier, reading.deadline.end());
  MatchSet set{request.text, options_of(reading.restrictions.parts), reading.parsed.notices, std::move(found.versions)};
  for (const auto* notices : {&reading.restrictions.notices, &std::as_const(plan).notices})
    set.notices.insert(set.notices.end(), notices->begin(), notices->end());
  const bool has_words = !request.everything && !tell_unknown_address(set.notices, request);
  if (has_words) tell_unknown_words(set.notices, plan, std::nullopt);
  set.texts = count_texts(set.versions, archive_.index().copies());
  set.tree = tree_text(request, reading.parsed);
  note_damages(set.notices, known);
  set.complete = found.exact && !reading.deadline.was_over();
  if (!set.complete)
    set.notices.push_back(time_notice(request.deadline));
  else if (set.versions.empty() && has_words)
    suggest_meant(plan, reading, set.notices);
  set.plan = std::move(plan);
  return set;
}

Page Searcher::search(const SearchRequest& request) {
  std::vector<Hit> hits;
  Page page = search(request, [&hits](const Page&, Hit hit) { hits.push_back(std::move(hit)); });
  page.hits = std::move(hits);
  return page;
}

/// What is found damaged meanwhile costs that article only, and is told.
Page Searcher::search(const SearchRequest& request, const HitUse& use) {
  const std::size_t known = archive_.damages().list().size();
  Page page = answer(request, use);
  note_damages(page.notices, known);
  return page;
}

/// Tells of the damaged articles behind those that were known before.
void Searcher::note_damages(std::vector<std::string>& notices, std::size_t known) const {
  const std::vector<Damage>& damages = archive_.damages().list();
  for (std::size_t i = known; i < damages.size(); ++i) notices.push_back(damage_text(damages[i]));
}

Page Searcher::answer(const SearchRequest& request, const HitUse& use) {
  const auto start = std::chrono::steady_clock::now();
  Deadline deadline(time_of(request.deadline));
  const ObeyedDeadline obeyed(archive_, deadline);
  if (auto page = page_of_address(request, archive_)) {
    page->match = match_name(request.match);
    for (Hit& hit : std::exchange(page->hits, {})) use(*page, std::move(hit));
    page->took_ms = milliseconds_since(start);
    return std::move(*page);
  }
  Reading reading(request, *this, deadline);
  const std::vector<Restriction>& restrictions = reading.restrictions.parts;
  const Ranking ranking = reading.ranker().rank();
  Page page;
  page.query = request.text;
  page.match = match_name(request.match);
  page.tree = tree_text(request, reading.parsed);
  page.restrictions = options_of(restrictions);
  page.notices = reading.parsed.notices;
  const std::vector<std::string>& notices = reading.restrictions.notices;
  page.notices.insert(page.notices.end(), notices.begin(), notices.end());
  const bool is_address = tell_unknown_address(page.notices, request);
  note_totals(page, ranking, request.collapse);
  note_plan(page, ranking.plan);
  if (ranking.loose) note_plan(page, *ranking.loose);
  const Deadline showing(time_to_show(deadline, request.deadline));
  show(request, ranking, showing, page, use);
  note_time(page, request, deadline.was_over() || showing.was_over());
  const bool has_words = request.help && !is_address;
  if (has_words && archive_.index().versions() > 0) tell_unknown_words(page.notices, ranking.plan, ranking.loose);
  if (request.help && page.complete && page.total == 0) tell_why_nothing(page, restrictions);
  if (has_words && request.with_articles) advise(ranking, reading, page);
  page.took_ms = milliseconds_since(start);
  return page;
}

void ask_for_whole_set(SearchRequest& request, const ArchiveReader& archive) {
  request.only_full = true;
  request.count_up_to = archive.index().versions();
  request.limit = request.count_up_to;
}

}  // namespace hemero
