#include "query/answer/hit_reader.h"

#include <utility>

#include "query/answer/suggestion.h"
#include "query/match/copies.h"
#include "query/match/hit_state.h"

namespace hemero {

namespace {

/// Of an export, after how many hits the memory of what was read is given back.
constexpr std::size_t give_back_after = 256;

}  // namespace

Hit hit_of(StoredArticle stored, ArticleReader& articles) {
  Hit hit;
  hit.id = stored.id;
  if (auto place = articles.place(stored.version))
    hit.state = {place->number, std::move(place->stored), stored.content, 0};
  hit.article = std::move(stored.article);
  return hit;
}

HitReader::HitReader(const SearchRequest& request, const Ranking& ranking, ArchiveReader& archive,
                     const Deadline& deadline)
    : request_(request),
      ranking_(ranking),
      archive_(archive),
      deadline_(deadline),
      verifier_(program_of(ranking.plan), archive.streams()),
      next_(request.offset) {}

std::optional<Hit> HitReader::next() {
  while (next_ < ranking_.hits.size() && (read_ == 0 || !deadline_.over())) {
    const RankedVersion& ranked = ranking_.hits[next_++];
    auto stored = request_.with_articles ? archive_.articles().version(ranked.version)
                                         : archive_.articles().names(ranked.version);
    if (!stored) continue;
    if (request_.for_export && read_ % give_back_after == 0) archive_.give_back();
    ++read_;
    return read(ranked, std::move(*stored));
  }
  return std::nullopt;
}

Hit HitReader::read(const RankedVersion& ranked, StoredArticle stored) {
  Hit hit;
  hit.rank = next_;
  hit.id = stored.id;
  hit.score = ranked.parts.total();
  if (request_.explain) hit.parts = ranked.parts;
  hit.partial = ranked.partial;
  if (request_.for_export) hit.state = state_of(stored, archive_);
  hit.article = std::move(stored.article);
  if (!request_.with_articles) return hit;
  if (hit.partial) hit.missing = missing_words(ranked.version);
  snippets(hit.partial).show(hit, request_.snippets, archive_.streams().codes(ranked.version).value_or(""));
  hit.copies = copies_of(stored.version, archive_);
  if (request_.for_export) return hit;
  hit.article.text = {};  // pages may be long
  hit.article.zones = {};
  return hit;
}

/// The words of the query that a partial hit lacks, as typed; words that no article prints are told once, for the page.
std::vector<std::string> HitReader::missing_words(VersionId version) {
  std::vector<std::string> missing;
  for (const PlannedWord& word : ranking_.plan.words) {
    if (word.weak || word.excluded || is_unknown(word) || !verifier_.find(word.pattern, version).empty()) continue;
    if (!word.is_met_by(word.published ? archive_.index().date(version) : "")) missing.push_back(word.node.text);
  }
  return missing;
}

SnippetMaker& HitReader::snippets(bool partial) {
  std::optional<SnippetMaker>& maker = partial ? partial_ : full_;
  return maker ? *maker : maker.emplace(partial ? *ranking_.loose : ranking_.plan, deadline_);
}

}  // namespace hemero
