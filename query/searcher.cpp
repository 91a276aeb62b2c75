#include "query/searcher.h"

#include <algorithm>
#include <chrono>
#include <set>

#include "common/base/message.h"
#include "common/model/field.h"
#include "common/model/ranking.h"
#include "common/store/article_terms.h"
#include "query/copies.h"
#include "query/date_terms.h"
#include "query/partial_hits.h"
#include "query/recency.h"
#include "query/relaxation.h"
#include "query/reranker.h"
#include "query/snippet.h"
#include "query/suggestion.h"
#include "query/verifier.h"

namespace hemero {

namespace {

using Kind = QueryNode::Kind;

/// As many candidates are checked, all of them; of more the best only. Some 4 ms of work.
constexpr std::uint64_t checks_at_once = 2000;

/// How many more candidates than wanted are checked then, in case some fail.
constexpr std::size_t spare = 50;

/// As few as this, and a word of the query may be misprinted or mistyped.
constexpr std::uint64_t few_articles = 2;

struct RankedVersion {
  VersionId version{};
  ScoreParts parts;
  bool partial = false;
};

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

/// One request being answered.
class Answer {
 public:
  Answer(const SearchRequest& request, const QueryNode& tree, ArchiveReader& archive)
      : request_(request), tree_(tree), archive_(archive), forms_(archive.vocabulary()) {}

  QueryPlan plan(MatchMode mode) {
    QueryPlan plan = plan_query(tree_, {mode, request_.misread}, forms_);
    std::vector<CandidateQuery> filters;
    if (request_.from || request_.to) filters.push_back(date_query(request_.from, request_.to));
    if (!request_.source.empty()) {
      std::string whole;
      for (const std::string& word : name_words(request_.source)) whole += word;
      filters.push_back(CandidateQuery::of_term(name_term(info(Field::source).prefix, whole)));
    }
    if (filters.empty() || plan.query.kind == CandidateQuery::Kind::nothing) return plan;
    filters.insert(filters.begin(), std::move(plan.query));
    plan.query = CandidateQuery::group(CandidateQuery::Kind::filter, std::move(filters));
    return plan;
  }

  std::vector<RankedVersion> rank(Page& page, QueryPlan& plan) {
    plan = this->plan(request_.match == MatchMode::any ? MatchMode::any : MatchMode::all);
    const std::size_t end = request_.offset + request_.limit;
    const IndexPage found = matches(plan, std::max(end, depth()));
    page.total = found.total;
    page.exact = found.exact;
    if (request_.collapse) page.texts = {found.texts, found.texts_exact};
    std::vector<RankedVersion> ranked = depth() > 0 ? reranked(plan, found.hits) : as_found(found.hits);
    ranked.resize(std::min(ranked.size(), end));
    ranked.erase(ranked.begin(),
                 ranked.begin() + static_cast<std::ptrdiff_t>(std::min(ranked.size(), request_.offset)));
    if (request_.match == MatchMode::automatic && page.exact && found.texts < request_.offset + request_.limit)
      add_partial(page, ranked, found.hits);
    return ranked;
  }

  /// Tells which words are to blame, and which query may be meant.
  void help(Page& page, const QueryPlan& plan) {
    for (const PlannedWord& word : plan.words)
      if (is_unknown(word)) page.notices.push_back(message("no article prints “{}” or a form of it", word.node.text));
    if (page.total <= few_articles) page.suggestion = suggest(request_.text, plan, forms_);
  }

 private:
  static std::vector<RankedVersion> as_found(const std::vector<IndexHit>& hits) {
    std::vector<RankedVersion> ranked;
    for (const IndexHit& hit : hits) ranked.push_back({hit.version, {.terms = hit.score}});
    return ranked;
  }

  /// How many of the index's best are looked at again: more when the date has a say, so that new ones are among them.
  std::size_t depth() const {
    if (request_.order != SortOrder::relevance) return 0;
    return request_.half_life ? ranking::reranked_by_date : ranking::reranked;
  }

  /// The best of the hits are ordered by a second look.
  std::vector<RankedVersion> reranked(const QueryPlan& plan, const std::vector<IndexHit>& hits) {
    Verifier verifier(plan, archive_.streams());
    Reranker reranker(plan, archive_.index(), verifier);
    std::vector<RankedVersion> ranked = as_found(hits);
    const auto end = ranked.begin() + static_cast<std::ptrdiff_t>(std::min(ranked.size(), depth()));
    for (auto hit = ranked.begin(); hit != end; ++hit) hit->parts = reranker.score(hit->version, hit->parts.terms);
    if (request_.half_life) age(ranked);
    std::stable_sort(ranked.begin(), end,
                     [](const RankedVersion& a, const RankedVersion& b) { return a.parts.total() > b.parts.total(); });
    return ranked;
  }

  void age(std::vector<RankedVersion>& ranked) {
    const std::string newest = archive_.index().last_date();
    for (RankedVersion& hit : ranked)
      hit.parts.recency = recency(archive_.index().date(hit.version), newest, *request_.half_life);
  }

  /// The first matches of a plan, `depth` of them. Where checks are many, the best candidates are found first and checked
  /// then: what is shown is as exact as ever, only the total becomes a lower bound.
  IndexPage matches(const QueryPlan& plan, std::size_t depth) {
    if (request_.count_up_to > checks_at_once || plan.checks.empty())
      return verified(plan, {}, depth, request_.count_up_to);
    const std::size_t wanted = std::max(request_.count_up_to, depth + spare);
    Verifier unchecked(plan, archive_.streams(), Verifier::Checks::strict);
    const IndexPage candidates =
        archive_.index().search({plan.query, &unchecked, {}, 0, wanted, checks_at_once + 1, request_.order});
    if (candidates.total <= checks_at_once) return verified(plan, {}, depth, request_.count_up_to);
    std::vector<VersionId> best;
    for (const IndexHit& hit : candidates.hits) best.push_back(hit.version);
    std::sort(best.begin(), best.end());
    IndexPage page = verified(plan, std::move(best), depth, wanted);
    page.exact = false;
    page.texts_exact = false;
    if (page.texts < request_.offset + request_.limit) return verified(plan, {}, depth, request_.count_up_to);
    return page;
  }

  IndexPage verified(const QueryPlan& plan, std::vector<VersionId> among, std::size_t depth, std::size_t at_least) {
    Verifier verifier(plan, archive_.streams());
    return archive_.index().search(
        {plan.query, &verifier, std::move(among), 0, depth, at_least, request_.order, request_.collapse});
  }

  /// After the `full` hits with all of the words, those with more than half of them.
  void add_partial(Page& page, std::vector<RankedVersion>& ranked, const std::vector<IndexHit>& full) {
    if (tree_.kind != Kind::words) return;
    std::vector<PartialHit> hits = partial_hits(plan(MatchMode::any), archive_, request_.collapse);
    if (request_.collapse) remove_copies(hits, full);
    const std::size_t skipped = request_.offset - std::min(request_.offset, full.size());
    for (std::size_t i = skipped; i < hits.size() && ranked.size() < request_.limit; ++i)
      ranked.push_back({hits[i].version, hits[i].parts, true});
    if (!hits.empty()) page.partial_from = full.size() + 1;
  }

  /// A text that is shown with all of the words needs no copy of it with most of them.
  void remove_copies(std::vector<PartialHit>& hits, const std::vector<IndexHit>& full) const {
    const CopyTable& copies = archive_.index().copies();
    std::set<VersionId> texts;
    for (const IndexHit& hit : full) texts.insert(copies.first(hit.version));
    std::erase_if(hits, [&](const PartialHit& hit) { return texts.contains(copies.first(hit.version)); });
  }

  const SearchRequest& request_;
  const QueryNode& tree_;
  ArchiveReader& archive_;
  FormFinder forms_;
};

}  // namespace

ParsedQuery Searcher::parse(const SearchRequest& request) const {
  ParsedQuery parsed = parse_query(request.text);
  parsed.tree = synonyms_.expand(parsed.tree);
  return parsed;
}

QueryPlan Searcher::plan(const SearchRequest& request) {
  const ParsedQuery parsed = parse(request);
  return Answer(request, parsed.tree, archive_).plan(request.match == MatchMode::any ? MatchMode::any : MatchMode::all);
}

/// What each query that asks for a little less would find; those that find nothing are left out.
std::vector<Relaxation> Searcher::relax(const SearchRequest& request, const QueryNode& tree) {
  SearchRequest counted = request;
  counted.match = MatchMode::all;
  counted.offset = 0;
  counted.limit = 1;
  std::vector<Relaxation> found;
  for (const RelaxedQuery& relaxed : relaxed_queries(tree)) {
    Page page;
    QueryPlan plan;
    Answer(counted, relaxed.tree, archive_).rank(page, plan);
    if (page.total > 0) found.push_back({relaxed.change, to_query(relaxed.tree), page.total, page.exact});
  }
  return found;
}

Page Searcher::search(const SearchRequest& request) {
  const auto start = std::chrono::steady_clock::now();
  ParsedQuery parsed = parse(request);
  Page page;
  page.query = request.text;
  page.match = match_name(request.match);
  page.tree = to_tree(parsed.tree);
  page.notices = std::move(parsed.notices);
  QueryPlan plan;
  Answer answer(request, parsed.tree, archive_);
  const std::vector<RankedVersion> ranked = answer.rank(page, plan);
  page.notices.insert(page.notices.end(), plan.notices.begin(), plan.notices.end());
  const bool help = request.help && request.with_articles;
  if (help) answer.help(page, plan);
  if (help && page.total == 0) page.relaxations = relax(request, parsed.tree);
  SnippetMaker snippets(plan);
  for (std::size_t i = 0; i < ranked.size(); ++i) {
    auto stored = request.with_articles ? archive_.articles().version(ranked[i].version)
                                        : archive_.articles().names(ranked[i].version);
    if (!stored) continue;
    Hit& hit = page.hits.emplace_back();
    hit.rank = request.offset + i + 1;
    hit.id = stored->id;
    hit.score = ranked[i].parts.total();
    if (request.explain) hit.parts = ranked[i].parts;
    hit.partial = ranked[i].partial;
    hit.article = std::move(stored->article);
    if (!request.with_articles) continue;
    snippets.show(hit, request.snippets);
    hit.copies = copies_of(stored->version, archive_);
  }
  page.took_ms = std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - start).count();
  return page;
}

}  // namespace hemero
