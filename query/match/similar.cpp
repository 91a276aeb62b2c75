#include "query/match/similar.h"

#include <algorithm>
#include <cmath>
#include <map>

#include "common/store/index/index_format.h"
#include "common/text/article_analysis.h"
#include "common/text/lexicon.h"
#include "query/match/copies.h"
#include "query/match/hit_state.h"

namespace hemero {

namespace {

/// Terms that are asked for: more of them find the same articles, and cost more
/// (docs/decisions/0021-similar-articles.md).
constexpr std::size_t query_terms = 20;

/// Terms that more articles than this share of the archive hold tell nothing.
constexpr double most_frequent = 0.1;

/// A family of words in one article.
struct Family {
  std::string word;  ///< its most frequent surface
  std::uint32_t occurrences = 0;
  std::uint32_t weight = 0;  ///< occurrences times the weights of their fields
};

std::map<std::string, Family> families_of(const AnalyzedArticle& analyzed) {
  std::map<std::string, Family> families;
  for (const SurfaceUse& use : analyzed.uses) {
    if (!is_indexed(use.surface->text) || folds_to_stop_word(use.surface->form.folded)) continue;
    Family& family = families[use.surface->form.term];
    if (use.occurrences > family.occurrences) {
      family.word = use.surface->text;
      family.occurrences = use.occurrences;
    }
    family.weight += use.weight;
  }
  return families;
}

}  // namespace

std::vector<TellingTerm> telling_terms(const Article& article, ArchiveReader& archive, std::size_t limit,
                                       const Deadline& deadline) {
  const auto articles = static_cast<double>(archive.index().versions());
  std::vector<TellingTerm> terms;
  for (const auto& [term, family] : families_of(ArticleAnalyzer().analyze(article))) {
    if (deadline.over()) break;
    const auto entries = archive.vocabulary().by_term(term);
    if (entries.empty()) continue;
    std::string indexed = family_term(entries.front().family);
    const auto holding = static_cast<double>(archive.index().frequency(indexed));
    if (holding < 2 || (holding > most_frequent * articles && holding > 10)) continue;
    terms.push_back({family.word, std::move(indexed), std::log1p(family.weight) * std::log(articles / holding)});
  }
  std::stable_sort(terms.begin(), terms.end(),
                   [](const TellingTerm& a, const TellingTerm& b) { return a.weight > b.weight; });
  terms.resize(std::min(terms.size(), limit));
  return terms;
}

std::vector<Hit> similar_articles(const StoredArticle& stored, ArchiveReader& archive, std::size_t limit,
                                  const Deadline& deadline) {
  std::vector<CandidateQuery> terms;
  for (TellingTerm& term : telling_terms(stored.article, archive, query_terms, deadline))
    terms.push_back(CandidateQuery::of_term(std::move(term.term)));
  IndexRequest request;
  request.query = CandidateQuery::group(CandidateQuery::Kind::any, std::move(terms));
  request.limit = limit + 1;  // the article itself, or a copy of it, is among them
  request.collapse = true;
  request.deadline = &deadline;
  const CopyTable& copies = archive.index().copies();
  std::vector<Hit> hits;
  for (const IndexHit& found : archive.index().search(request).hits) {
    if (hits.size() == limit || copies.first(found.version) == copies.first(stored.version)) continue;
    auto similar = archive.articles().version(found.version);
    if (!similar) continue;
    Hit& hit = hits.emplace_back();
    hit.rank = hits.size();
    hit.id = similar->id;
    hit.score = found.score;
    hit.state = state_of(*similar, archive);
    hit.article = std::move(similar->article);
    hit.copies = copies_of(found.version, archive);
  }
  return hits;
}

}  // namespace hemero
