#include "tests/bench/page_phases.h"

#include <algorithm>
#include <chrono>
#include <iterator>
#include <numeric>

#include <fmt/format.h>

#include "common/model/ranking.h"
#include "query/answer/searcher.h"
#include "query/answer/suggestion.h"
#include "query/match/matcher.h"
#include "query/match/reranker.h"
#include "query/passages/snippet.h"

namespace hemero {

namespace {

using Clock = std::chrono::steady_clock;

/// Adds the milliseconds that `work` takes, and returns what it does.
template <typename Work>
auto timed(double& sum, Work work) {
  const auto start = Clock::now();
  auto result = work();
  sum += std::chrono::duration<double, std::milli>(Clock::now() - start).count();
  return result;
}

std::vector<Hit> rows_of(ArchiveReader& archive, const std::vector<RankedVersion>& ranked) {
  std::vector<Hit> hits;
  for (const RankedVersion& each : ranked)
    if (auto stored = archive.articles().version(each.version)) {
      hits.emplace_back().article = std::move(stored->article);
      hits.back().partial = each.partial;
    }
  return hits;
}

std::size_t show_snippets(ArchiveReader& archive, const Ranking& ranking, std::vector<Hit>& hits) {
  SnippetMaker full(ranking.plan);
  SnippetMaker partial(ranking.loose ? *ranking.loose : ranking.plan);
  for (std::size_t i = 0; i < hits.size(); ++i)
    (hits[i].partial ? partial : full).show(hits[i], 1, archive.streams().codes(ranking.hits[i].version).value());
  return hits.size();
}

}  // namespace

/// What partial hits cost is what ranking costs beyond planning, match and second look of full ones.
void PagePhases::measure(const std::string& kind, const std::string& query) {
  SearchRequest request;
  request.text = query;
  request.count_for = {};
  Sums& sums = by_kind_[kind];
  ++sums.pages;
  auto& [planning, match, second_look, partial, total, rows, snippets, suggestion] = sums.phases;
  const QueryNode tree = Searcher(archive_).parse(request).tree;
  KnownForms known(archive_.vocabulary());
  FormFinder forms(known);
  KnownCorrections corrections;
  Corrector corrector(forms, corrections);
  const std::vector<Restriction> none;
  Ranker ranker(request, none, tree, archive_, forms, corrector, Deadline::never());
  double parts = 0;
  const QueryPlan plan = timed(parts, [&] { return ranker.plan(MatchMode::all); });
  planning += parts;
  Matcher matcher(request, archive_);
  double part = 0;
  IndexPage found = timed(part, [&] { return matcher.matches(plan, {ranking::reranked, request.count_up_to}); });
  match += part;
  parts += std::exchange(part, 0);
  Verifier verifier(program_of(plan), archive_.streams());
  const auto look_again = [&] {
    Reranker reranker(plan, archive_.index(), verifier);
    return std::accumulate(found.hits.begin(), found.hits.end(), 0.0, [&](double sum, const IndexHit& hit) {
      return sum + reranker.score(hit.version, hit.score).total();
    });
  };
  timed(part, look_again);
  second_look += part;
  parts += std::exchange(part, 0);
  KnownForms nothing(archive_.vocabulary());  // nothing is known of the words yet
  FormFinder fresh(nothing);
  KnownCorrections no_corrections;
  Corrector fresh_corrector(fresh, no_corrections);
  const Ranking ranking = timed(
      part, [&] { return Ranker(request, none, tree, archive_, fresh, fresh_corrector, Deadline::never()).rank(); });
  partial += std::max(0.0, part - parts);
  request.count_for = SearchRequest().count_for;
  timed(total, [&] {
    matcher.count(plan, found);
    return found.total;
  });
  std::vector<Hit> hits = timed(rows, [&] { return rows_of(archive_, ranking.hits); });
  timed(snippets, [&] { return show_snippets(archive_, ranking, hits); });
  timed(suggestion, [&] { return suggest(query, ranking.plan, fresh, fresh_corrector, found.total == 0); });
}

void PagePhases::print() const {
  fmt::print("\n{:<14}", "class");
  for (const char* name : names) fmt::print(" {:>11}", name);
  fmt::print("   milliseconds of a mean page\n");
  for (const auto& [kind, sums] : by_kind_) {
    fmt::print("{:<14}", kind);
    for (const double sum : sums.phases) fmt::print(" {:>11.3f}", sum / static_cast<double>(sums.pages));
    fmt::print("\n");
  }
}

}  // namespace hemero
