#include "query/answer/address.h"

#include <algorithm>

#include "common/base/message.h"
#include "common/text/addresses/address.h"
#include "common/text/fold.h"
#include "query/language/typed_text.h"
#include "query/match/copies.h"
#include "query/match/hit_state.h"
#include "query/passages/snippet.h"

namespace hemero {

namespace {

/// As far as both dates are known: 2019-12 is within 2019.
bool is_within(const std::optional<Date>& date, const SearchRequest& request) {
  if (!request.from && !request.to) return true;
  if (!date) return false;
  const std::string published = to_iso(*date);
  const auto compared = [&](const Date& bound) {
    const std::string iso = to_iso(bound);
    return published.substr(0, iso.size()).compare(iso.substr(0, published.size()));
  };
  return (!request.from || compared(*request.from) >= 0) && (!request.to || compared(*request.to) <= 0);
}

bool is_one_of(const std::string& source, const std::vector<std::string>& names) {
  return std::any_of(names.begin(), names.end(), [&](const std::string& name) { return fold(source) == fold(name); });
}

bool is_asked_for(const Article& article, const SearchRequest& request) {
  if (!is_within(article.date, request) || is_one_of(article.source, request.not_sources)) return false;
  return request.sources.empty() || is_one_of(article.source, request.sources);
}

/// The article without anything highlighted, and its beginning.
Hit hit_of(StoredArticle stored, const SearchRequest& request, ArchiveReader& archive) {
  Hit hit;
  hit.id = stored.id;
  if (request.for_export) hit.state = state_of(stored, archive);
  hit.article = std::move(stored.article);
  if (!request.with_articles) return hit;
  SnippetMaker(QueryPlan()).show(hit, request.snippets);
  hit.copies = copies_of(stored.version, archive);
  return hit;
}

}  // namespace

std::optional<Page> page_of_address(const SearchRequest& request, ArchiveReader& archive) {
  const std::string address = with_blanks_as(" ", request.text);
  if (!is_address(address)) return std::nullopt;
  Page page;
  for (const ArticleId id : archive.articles().of_address(address)) {
    auto stored = archive.articles().article(id);
    if (!stored || !is_asked_for(stored->article, request)) continue;
    if (++page.total <= request.offset || page.hits.size() == request.limit) continue;
    page.hits.push_back(hit_of(std::move(*stored), request, archive));
    page.hits.back().rank = page.total;
  }
  if (page.total == 0) return std::nullopt;
  page.query = request.text;
  page.tree = "url:" + address;
  page.notices.push_back(message("“{}” is an address: the article that has it was looked up", address));
  if (request.collapse) page.texts = {page.total, true};
  return page;
}

}  // namespace hemero
