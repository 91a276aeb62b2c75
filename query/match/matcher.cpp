#include "query/match/matcher.h"

#include <algorithm>
#include <chrono>
#include <set>

#include "common/model/ranking.h"
#include "query/match/verifier.h"

namespace hemero {

namespace {

/// As many candidates are checked, all of them; of more the best only. Some 4 ms of work.
constexpr std::size_t checks_at_once = 2000;

/// How many more candidates than wanted are checked then, in case some fail.
constexpr std::size_t spare = 50;

/// True when each match must meet all checks but the strict ones, so that they may be asked behind the index as well:
/// what it finds without them has the same score. Of a check in one of several alternatives the score depends.
bool are_all_required(const CandidateQuery& query, const std::vector<Check>& checks, bool required = true) {
  using Kind = CandidateQuery::Kind;
  const bool asked = query.kind == Kind::checked && !checks[query.check].strict;
  if (asked && !required) return false;
  const bool each = query.kind == Kind::all || query.kind == Kind::filter || query.children.size() == 1;
  const bool first = query.kind == Kind::maybe || query.kind == Kind::except;
  for (std::size_t i = 0; i < query.children.size(); ++i)
    if (!are_all_required(query.children[i], checks, required && (each || (first && i == 0)))) return false;
  return true;
}

/// The number of a plan's checks that are not strict.
std::vector<std::uint32_t> open_checks(const QueryPlan& plan) {
  std::vector<std::uint32_t> numbers;
  for (std::uint32_t number = 0; number < plan.checks.size(); ++number)
    if (!plan.checks[number].strict) numbers.push_back(number);
  return numbers;
}

/// No more versions than this match.
std::uint64_t at_most(const CandidateQuery& query, const IndexReader& index) {
  using Kind = CandidateQuery::Kind;
  if (query.kind == Kind::nothing) return 0;
  if (query.kind == Kind::everything) return index.versions();
  if (query.kind == Kind::term) return index.frequency(query.term);
  const bool sum = query.kind == Kind::any || query.kind == Kind::best || query.kind == Kind::synonym;
  const bool first = query.kind == Kind::maybe || query.kind == Kind::except;
  std::uint64_t most = sum ? 0 : index.versions();
  for (const CandidateQuery& child : query.children) {
    const std::uint64_t found = at_most(child, index);
    most = sum ? most + found : std::min(most, found);
    if (first) break;
  }
  return most;
}

}  // namespace

IndexPage Matcher::matches(const QueryPlan& plan, const Extent& extent) {
  if (extent.count_up_to > checks_at_once || plan.checks.empty()) return verified(plan, {}, extent);
  return are_all_required(plan.query, plan.checks) ? checked_behind(plan, extent) : checked_within(plan, extent);
}

void Matcher::count(const QueryPlan& plan, IndexPage& page) {
  if ((page.exact && page.texts_exact) || request_.count_for.count() == 0) return;
  Verifier verifier(plan, archive_.streams());
  const auto end = std::chrono::steady_clock::now() + request_.count_for;
  const IndexCount counted = archive_.index().count(plan.query, &verifier, end);
  page.total = std::max(page.total, counted.matches);
  page.texts = std::max(page.texts, counted.texts);
  page.exact = page.exact || counted.exact;
  page.texts_exact = page.texts_exact || counted.exact;
}

/// Asks the index without the checks, which are made here on what it found: once, where few of the best candidates fail
/// or all are known.
IndexPage Matcher::checked_behind(const QueryPlan& plan, const Extent& extent) {
  const bool ranked = extent.hits > 0 && extent.order == SortOrder::relevance;
  const std::size_t many = std::max(extent.hits + spare, extent.count_up_to);
  const std::size_t best = ranked ? extent.hits + spare : many;
  const std::uint64_t most = at_most(plan.query, archive_.index());
  const bool all = most <= checks_at_once && (extent.count_up_to > 0 || most <= best);
  const std::size_t wanted = all ? most : best;
  IndexPage found = candidates(plan, wanted, 0, extent.order);
  IndexPage page = meeting_checks(plan, found.hits, all || found.hits.size() < wanted, extent);
  if (!page.exact && page.hits.size() < extent.hits) {
    found = candidates(plan, many, checks_at_once + 1, extent.order);
    if (found.total <= checks_at_once) return verified(plan, {}, extent);
    page = meeting_checks(plan, found.hits, false, extent);
  }
  return page.exact || are_enough(page) ? std::move(page) : verified(plan, {}, extent);
}

/// The same where scores depend on the checks: the index makes them, for the best candidates where these are many. Few
/// of them are enough where none behind them can score more than the last one shown.
IndexPage Matcher::checked_within(const QueryPlan& plan, const Extent& extent) {
  const std::size_t few = extent.hits + spare;
  const std::size_t many = std::max(few, extent.count_up_to);
  const bool ranked = extent.hits > 0 && extent.order == SortOrder::relevance;
  for (std::size_t wanted = ranked ? few : many;; wanted = many) {
    const IndexPage found = candidates(plan, wanted, checks_at_once + 1, extent.order);
    if (found.total <= checks_at_once) break;
    IndexPage page = best_verified(plan, found.hits, extent);
    if (wanted < many && (page.hits.size() < extent.hits || page.hits.back().score < found.hits.back().score)) continue;
    if (!are_enough(page)) break;
    return page;
  }
  return verified(plan, {}, extent);
}

/// True for the best of many matches, where the request needs no more of them.
bool Matcher::are_enough(const IndexPage& page) const {
  return page.texts >= std::max<std::uint64_t>(request_.end(), ranking::many_texts);
}

/// The best of what matches but for the checks that are not strict.
IndexPage Matcher::candidates(const QueryPlan& plan, std::size_t wanted, std::size_t count_at_least, SortOrder order) {
  Verifier unchecked(plan, archive_.streams(), Verifier::Checks::strict);
  return archive_.index().search({plan.query, &unchecked, {}, 0, wanted, count_at_least, order});
}

/// The first of some candidates that meet the checks; with `all` there are no others, and the totals are exact where
/// any are asked for, or all were looked at.
IndexPage Matcher::meeting_checks(const QueryPlan& plan, const std::vector<IndexHit>& candidates, bool all,
                                  const Extent& extent) {
  Verifier verifier(plan, archive_.streams());
  const std::vector<std::uint32_t> checks = open_checks(plan);
  std::set<VersionId> texts;
  IndexPage page;
  auto candidate = candidates.begin();
  for (; candidate != candidates.end(); ++candidate) {
    if (page.hits.size() >= extent.hits && extent.count_up_to == 0) break;
    const VersionId version = candidate->version;
    const auto holds = [&](std::uint32_t check) { return verifier.holds(check, version); };
    if (!std::all_of(checks.begin(), checks.end(), holds)) continue;
    ++page.total;
    const bool is_new = texts.insert(archive_.index().copies().first(version)).second;
    if (page.hits.size() < extent.hits && (is_new || !request_.collapse)) page.hits.push_back(*candidate);
  }
  page.texts = request_.collapse ? texts.size() : page.total;
  page.exact = page.texts_exact = all && candidate == candidates.end();
  return page;
}

/// The matches among some candidates; totals are lower bounds.
IndexPage Matcher::best_verified(const QueryPlan& plan, const std::vector<IndexHit>& candidates, const Extent& extent) {
  std::vector<VersionId> best;
  for (const IndexHit& hit : candidates) best.push_back(hit.version);
  std::sort(best.begin(), best.end());
  IndexPage page = verified(plan, std::move(best), {extent.hits, candidates.size(), extent.order});
  page.exact = false;
  page.texts_exact = false;
  return page;
}

IndexPage Matcher::verified(const QueryPlan& plan, std::vector<VersionId> among, const Extent& extent) {
  Verifier verifier(plan, archive_.streams());
  return archive_.index().search(
      {plan.query, &verifier, std::move(among), 0, extent.hits, extent.count_up_to, extent.order, request_.collapse});
}

}  // namespace hemero
