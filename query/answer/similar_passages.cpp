#include "query/answer/similar_passages.h"

#include "query/answer/searcher.h"
#include "query/match/similar.h"
#include "query/passages/snippet.h"

namespace hemero {

namespace {

/// Words beyond these tell little, and mark much.
constexpr std::size_t marked_words = 10;

/// A search for any of the words that tell most.
SearchRequest request_for(const Article& article, ArchiveReader& archive, const Deadline& deadline) {
  QueryNode words;
  for (TellingTerm& term : telling_terms(article, archive, marked_words, deadline))
    words.children.push_back(plain_word(std::move(term.word)));
  SearchRequest request;
  request.text = to_query(words);
  request.match = MatchMode::any;
  return request;
}

}  // namespace

void show_similar_passages(const Article& article, std::vector<Hit>& hits, std::size_t most, ArchiveReader& archive,
                           const Deadline& deadline) {
  if (most == 0 || hits.empty()) return;
  const QueryPlan plan = Searcher(archive).plan(request_for(article, archive, deadline));
  SnippetMaker maker(plan, deadline);
  for (Hit& hit : hits) {
    if (&hit != &hits.front() && deadline.over()) return;
    maker.show(hit, most);
    hit.matches.reset();  // there is no query of which it would be told
  }
}

}  // namespace hemero
