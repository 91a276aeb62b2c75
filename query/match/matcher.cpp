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

/// As many candidates the index may ask at most, by a bound that is seldom reached: of words side by side, the articles
/// that hold the rarest.
constexpr std::size_t checks_within = 5000;

/// How many more candidates than wanted are checked then, in case some fail.
constexpr std::size_t spare = 50;

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

/// True for a word, or where one will do.
bool is_met_by_word(const Pattern& pattern) {
  if (pattern.kind == Pattern::Kind::slot) return true;
  return pattern.kind == Pattern::Kind::any && std::any_of(pattern.parts.begin(), pattern.parts.end(), is_met_by_word);
}

/// Tells a plan's checks apart, but for the strict ones.
class CheckSorter {
 public:
  CheckSorter(const QueryPlan& plan, const IndexReader& index)
      : plan_(plan), index_(index), required_(plan.checks.size()) {
    sort(plan.query, true);
  }

  /// By number: true for those that each match must meet. What the index finds without them has the same score.
  const std::vector<bool>& required() const { return required_; }

  /// No more candidates than this are asked the others, which stand in one of several alternatives.
  std::uint64_t most_others() const { return most_others_; }

 private:
  void sort(const CandidateQuery& query, bool required) {
    using Kind = CandidateQuery::Kind;
    if (query.kind == Kind::checked && !plan_.checks[query.check].strict) {
      if (required)
        required_[query.check] = true;
      else
        most_others_ += at_most(query.children.front(), index_);
    }
    const bool each = query.kind == Kind::all || query.kind == Kind::filter || query.children.size() == 1;
    const bool first = query.kind == Kind::maybe || query.kind == Kind::except;
    for (std::size_t i = 0; i < query.children.size(); ++i)
      sort(query.children[i], required && (each || (first && i == 0)));
  }

  const QueryPlan& plan_;
  const IndexReader& index_;
  std::vector<bool> required_;
  std::uint64_t most_others_ = 0;
};

/// True where a required check asks for more than one word.
bool may_often_fail(const QueryPlan& plan, const std::vector<bool>& required) {
  for (std::size_t number = 0; number < required.size(); ++number)
    if (required[number] && !is_met_by_word(plan.checks[number].pattern)) return true;
  return false;
}

/// All checks but the strict ones.
std::vector<bool> all_but_strict(const QueryPlan& plan) {
  std::vector<bool> open;
  for (const Check& check : plan.checks) open.push_back(!check.strict);
  return open;
}

}  // namespace

IndexPage Matcher::matches(const QueryPlan& plan, const Extent& extent) {
  IndexPage page = find(plan, extent);
  if (deadline_.was_over()) page.exact = page.texts_exact = false;
  return page;
}

IndexPage Matcher::find(const QueryPlan& plan, const Extent& extent) {
  if (extent.count_up_to > checks_at_once || plan.checks.empty()) return verified(plan, {}, extent);
  const CheckSorter checks(plan, archive_.index());
  return checks.most_others() <= checks_within ? checked_behind(plan, checks.required(), extent)
                                               : checked_within(plan, extent);
}

void Matcher::count(const QueryPlan& plan, IndexPage& page) {
  if ((page.exact && page.texts_exact) || request_.count_for.count() == 0 || deadline_.over()) return;
  Verifier verifier(program_of(plan), archive_.streams(), deadline_);
  const auto end = std::min(deadline_.end(), std::chrono::steady_clock::now() + request_.count_for);
  const IndexCount counted = archive_.index().count(plan.query, &verifier, end);
  page.total = std::max(page.total, counted.matches);
  page.texts = std::max(page.texts, counted.texts);
  page.exact = page.exact || counted.exact;
  page.texts_exact = page.texts_exact || counted.exact;
}

/// Asks the index without the checks that are required, which are made here on what it found. Few of the best
/// candidates suffice where few fail; else all are asked for, or the best of very many.
IndexPage Matcher::checked_behind(const QueryPlan& plan, const std::vector<bool>& required, const Extent& extent) {
  const bool ranked = extent.hits > 0 && extent.order == SortOrder::relevance;
  const std::size_t many = std::max(extent.hits + spare, extent.count_up_to);
  const std::size_t best = ranked ? extent.hits + spare : many;
  const std::uint64_t most = at_most(plan.query, archive_.index());
  const bool all = most <= checks_at_once && (extent.count_up_to > 0 || most <= best);
  IndexPage page;
  page.exact = page.texts_exact = false;
  if (all || !may_often_fail(plan, required)) {
    const std::size_t wanted = all ? most : best;
    const IndexPage found = candidates(plan, required, {wanted, 0, extent.order});
    page = meeting_checks(plan, required, found.hits, all || found.hits.size() < wanted, extent);
  }
  if (!page.exact && page.hits.size() < extent.hits && !deadline_.over()) {
    IndexPage found = candidates(plan, required, {checks_at_once + 1, checks_at_once + 1, extent.order});
    const bool known = found.hits.size() <= checks_at_once;
    if (!known) found.hits.resize(many);
    page = meeting_checks(plan, required, found.hits, known, extent);
  }
  return page.exact || are_enough(page) ? std::move(page) : all_or(std::move(page), plan, extent);
}

/// Where scores depend on many checks the index makes them, for the best candidates where these are many. Few of them
/// are enough where none behind them can score more than the last one shown.
IndexPage Matcher::checked_within(const QueryPlan& plan, const Extent& extent) {
  const std::size_t few = extent.hits + spare;
  const std::size_t many = std::max(few, extent.count_up_to);
  const bool ranked = extent.hits > 0 && extent.order == SortOrder::relevance;
  IndexPage page;
  for (std::size_t wanted = ranked ? few : many;; wanted = many) {
    const IndexPage found = candidates(plan, all_but_strict(plan), {wanted, checks_at_once + 1, extent.order});
    if (found.total <= checks_at_once) break;
    page = best_verified(plan, found.hits, extent);
    if (wanted < many && (page.hits.size() < extent.hits || page.hits.back().score < found.hits.back().score)) continue;
    if (!are_enough(page)) break;
    return page;
  }
  return all_or(std::move(page), plan, extent);
}

/// All matches; where the time is over before they are known, no fewer than the best that are.
IndexPage Matcher::all_or(IndexPage best, const QueryPlan& plan, const Extent& extent) {
  if (deadline_.over()) return best;
  IndexPage all = verified(plan, {}, extent);
  return deadline_.was_over() && all.hits.size() < best.hits.size() ? std::move(best) : std::move(all);
}

/// True for the best of many matches, where the request needs no more of them.
bool Matcher::are_enough(const IndexPage& page) const {
  return page.texts >= std::max<std::uint64_t>(request_.end(), ranking::many_texts);
}

/// The best of what matches when open checks, by number, are taken to hold.
IndexPage Matcher::candidates(const QueryPlan& plan, const std::vector<bool>& open, const Extent& extent) {
  Verifier verifier(program_of(plan, open), archive_.streams(), deadline_);
  return archive_.index().search(
      {plan.query, &verifier, {}, 0, extent.hits, extent.count_up_to, extent.order, false, &deadline_});
}

/// The first of some candidates that meet the required checks. With `all` there are no others: the totals are exact
/// when all were looked at, as far as hits or totals are asked for.
IndexPage Matcher::meeting_checks(const QueryPlan& plan, const std::vector<bool>& required,
                                  const std::vector<IndexHit>& candidates, bool all, const Extent& extent) {
  Verifier verifier(program_of(plan), archive_.streams(), deadline_);
  std::set<VersionId> texts;
  IndexPage page;
  page.exact = page.texts_exact = all;
  for (const IndexHit& candidate : candidates) {
    if (page.hits.size() >= extent.hits && extent.count_up_to == 0) {
      page.exact = page.texts_exact = false;
      break;
    }
    if (!verifier.holds_all(required, candidate.version)) continue;
    ++page.total;
    const bool is_new = texts.insert(archive_.index().copies().first(candidate.version)).second;
    if (page.hits.size() < extent.hits && (is_new || !request_.collapse)) page.hits.push_back(candidate);
  }
  page.texts = request_.collapse ? texts.size() : page.total;
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
  Verifier verifier(program_of(plan), archive_.streams(), deadline_);
  return archive_.index().search({plan.query, &verifier, std::move(among), 0, extent.hits, extent.count_up_to,
                                  extent.order, request_.collapse, &deadline_});
}

}  // namespace hemero
