#include "query/match/ranker.h"

#include <algorithm>
#include <map>
#include <set>

#include "common/model/ranking.h"
#include "query/match/recency.h"
#include "query/match/verifier.h"

namespace hemero {

namespace {

/// How many words and phrases are looked for, those of grammar left aside.
std::size_t wanted_words(const QueryPlan& plan) {
  const auto wanted = [](const PlannedWord& word) { return !word.excluded && !word.weak; };
  return static_cast<std::size_t>(std::count_if(plan.words.begin(), plan.words.end(), wanted));
}

std::vector<RankedVersion> as_found(const std::vector<IndexHit>& hits) {
  std::vector<RankedVersion> ranked;
  for (const IndexHit& hit : hits) ranked.push_back({hit.version, {.terms = hit.score}});
  return ranked;
}

}  // namespace

QueryPlan Ranker::plan(MatchMode mode) {
  QueryPlan plan = plan_query(tree_, {mode, request_.misread, request_.match != MatchMode::any}, forms_, corrector_);
  if (request_.everything) plan.query = CandidateQuery::everything();
  plan.query = restricted(std::move(plan.query), restrictions_);
  return plan;
}

Ranking Ranker::rank() {
  Ranking ranking;
  ranking.plan = plan(request_.match == MatchMode::any ? MatchMode::any : MatchMode::all);
  const std::size_t listed =
      std::max({request_.end(), depth(), may_be_name(ranking.plan) ? ranking::reranked_name : 0});
  ranking.found = matcher_.matches(ranking.plan, {listed, request_.count_up_to, request_.order});
  ranking.hits = as_found(ranking.found.hits);
  const bool few = ranking.found.texts < ranking::many_texts && request_.order == SortOrder::relevance;
  if (few && may_be_partial(ranking)) {
    mix_partial(ranking);
  } else {
    order_full(ranking);
    if (!request_.only_full && may_be_partial(ranking) && ranking.found.texts < request_.end()) append_partial(ranking);
  }
  if (request_.only_full) std::erase_if(ranking.hits, [](const RankedVersion& hit) { return hit.partial; });
  ranking.hits.resize(std::min(ranking.hits.size(), request_.end()));
  matcher_.count(ranking.plan, ranking.found);
  return ranking;
}

IndexPage Ranker::totals() {
  Ranking ranking;
  ranking.plan = plan(MatchMode::all);
  ranking.found = matcher_.matches(ranking.plan, {0, request_.count_up_to, request_.order});
  matcher_.count(ranking.plan, ranking.found);
  return std::move(ranking.found);
}

/// The articles that match in full, by themselves.
void Ranker::order_full(Ranking& ranking) {
  const bool name = is_name(ranking);
  Verifier verifier(program_of(ranking.plan), archive_.streams());
  Reranker reranker(ranking.plan, archive_.index(), verifier, name);
  rerank(reranker, ranking.hits, name ? std::max(depth(), ranking::reranked_name) : depth());
}

/// True for a few words that not so few texts hold: what stands side by side there is a name.
bool Ranker::is_name(const Ranking& ranking) const {
  return may_be_name(ranking.plan) && ranking.found.texts >= ranking::texts_of_name;
}

/// True for two or three words that must all match.
bool Ranker::may_be_name(const QueryPlan& plan) const {
  const bool ranked = request_.match != MatchMode::any && request_.order == SortOrder::relevance;
  const std::size_t words = wanted_words(plan);
  return ranked && tree_.kind == QueryNode::Kind::words && words > 1 && words <= ranking::few_words;
}

/// True for words side by side, of which an article may hold some, when all articles that hold all of them are known. A
/// phrase by itself is found or not.
bool Ranker::may_be_partial(const Ranking& ranking) const {
  const bool words = tree_.kind == QueryNode::Kind::words && !tree_.children.empty();
  const bool phrase = words && tree_.children.size() == 1 && tree_.children.front().kind == QueryNode::Kind::phrase;
  return request_.match == MatchMode::automatic && ranking.found.exact && words && !phrase;
}

/// One ranking of the articles with all of the words, which are few, and of those with some of them. However long the
/// page is, the same best ones of the latter are looked at again, so that pages go on where those before them ended.
void Ranker::mix_partial(Ranking& ranking) {
  std::vector<RankedVersion> best = some_words(ranking);
  const std::size_t looked_at = std::min(best.size(), std::max(depth(), ranking::reranked));
  const std::vector<RankedVersion> others(best.begin() + static_cast<std::ptrdiff_t>(looked_at), best.end());
  best.resize(looked_at);
  std::map<VersionId, double> terms;
  for (const RankedVersion& hit : best) terms.emplace(text_of(hit.version), hit.parts.terms);
  for (RankedVersion& hit : ranking.hits)
    if (const auto same = terms.find(text_of(hit.version)); same != terms.end()) hit.parts.terms = same->second;
  add_partial(ranking, best);
  Verifier verifier(program_of(*ranking.loose), archive_.streams());
  Reranker reranker(*ranking.loose, archive_.index(), verifier, is_name(ranking));
  rerank(reranker, ranking.hits, ranking.hits.size());
  add_partial(ranking, others);
}

/// The articles with some of the words behind those with all of them.
void Ranker::append_partial(Ranking& ranking) {
  std::vector<RankedVersion> loose = some_words(ranking);
  Verifier verifier(program_of(*ranking.loose), archive_.streams());
  Reranker reranker(*ranking.loose, archive_.index(), verifier);
  rerank(reranker, loose, ranking::reranked);
  add_partial(ranking, loose);
}

/// The best of the articles that hold some of the words; as many as a first page looks at, where none of them is shown.
std::vector<RankedVersion> Ranker::some_words(Ranking& ranking) {
  ranking.loose = plan(MatchMode::any);
  const std::size_t listed = std::max({request_.only_full ? 0 : request_.end(), depth(), ranking::reranked});
  std::vector<RankedVersion> loose = as_found(matcher_.matches(*ranking.loose, {listed}).hits);
  for (RankedVersion& hit : loose) hit.partial = true;
  return loose;
}

/// A text that holds all of the words needs no copy of it that holds fewer.
void Ranker::add_partial(Ranking& ranking, const std::vector<RankedVersion>& loose) const {
  std::set<VersionId> full;
  for (const IndexHit& hit : ranking.found.hits) full.insert(text_of(hit.version));
  for (const RankedVersion& hit : loose)
    if (!full.contains(text_of(hit.version))) ranking.hits.push_back(hit);
}

/// What the copies of a text share, where they are to be collapsed.
VersionId Ranker::text_of(VersionId version) const {
  return request_.collapse ? archive_.index().copies().first(version) : version;
}

/// How many of the index's best are looked at again: more when the date has a say, so that new ones are among them.
std::size_t Ranker::depth() const {
  if (request_.order != SortOrder::relevance) return 0;
  return request_.half_life ? ranking::reranked_by_date : ranking::reranked;
}

/// A second look orders the `best` first ones.
void Ranker::rerank(Reranker& reranker, std::vector<RankedVersion>& ranked, std::size_t best) {
  if (best == 0) return;
  const auto end = ranked.begin() + static_cast<std::ptrdiff_t>(std::min(ranked.size(), best));
  for (auto hit = ranked.begin(); hit != end && !deadline_.over(); ++hit)
    hit->parts = reranker.score(hit->version, hit->parts.terms);
  if (request_.half_life) age(ranked);
  std::stable_sort(ranked.begin(), end,
                   [](const RankedVersion& a, const RankedVersion& b) { return a.parts.total() > b.parts.total(); });
}

void Ranker::age(std::vector<RankedVersion>& ranked) {
  const std::string newest = archive_.index().last_date();
  for (RankedVersion& hit : ranked)
    hit.parts.recency = recency(archive_.index().date(hit.version), newest, *request_.half_life);
}

}  // namespace hemero
