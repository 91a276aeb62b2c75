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

std::string typed_address(const SearchRequest& request) { return with_blanks_as(" ", request.text); }

/// As far as both dates are known: 2019-12 is within 2019.
bool is_within(const std::optional<Date>& date, const SearchRequest& request) {
  if (!request.from && !request.to) return !request.undated || !date;
  if (!date) return request.undated;
  const std::string published = to_iso(*date);
  const auto compared = [&](const Date& bound) {
    const std::string iso = to_iso(bound);
    return published.substr(0, iso.size()).compare(iso.substr(0, published.size()));
  };
  return (!request.from || compared(*request.from) >= 0) && (!request.to || compared(*request.to) <= 0);
}

/// True when one of these values is one of the names, or with `paths` stands below one.
bool is_one_of(const std::vector<std::string>& values, const std::vector<std::string>& names, bool paths = false) {
  const auto is = [&](const std::string& value, const std::string& name) {
    return fold(value) == fold(name) || (paths && fold(value).starts_with(fold(name) + '/'));
  };
  return std::any_of(names.begin(), names.end(), [&](const std::string& name) {
    return std::any_of(values.begin(), values.end(), [&](const std::string& value) { return is(value, name); });
  });
}

bool passes(const NameFilter& filter, const std::vector<std::string>& values, bool paths = false) {
  const bool has_none = values.empty() || values.front().empty();
  const bool asked_for = (filter.any.empty() && !filter.lacking) || (filter.lacking && has_none);
  return (asked_for || is_one_of(values, filter.any, paths)) && !is_one_of(values, filter.none, paths);
}

bool is_asked_for(const Article& article, const SearchRequest& request) {
  return is_within(article.date, request) && passes(request.sources, {article.source}) &&
         passes(request.authors, article.authors) && passes(request.sections, {article.section}, true);
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

std::vector<StoredArticle> articles_of_address(const SearchRequest& request, ArchiveReader& archive) {
  std::vector<StoredArticle> articles;
  const std::string address = typed_address(request);
  if (!is_address(address)) return articles;
  for (const ArticleId id : archive.articles().of_address(address))
    if (auto stored = archive.articles().article(id); stored && is_asked_for(stored->article, request))
      articles.push_back(*std::move(stored));
  return articles;
}

std::string address_notice(const SearchRequest& request) {
  return message("“{}” is an address: the article that has it was looked up", typed_address(request));
}

std::string address_tree(const SearchRequest& request) { return "url:" + typed_address(request); }

std::optional<Page> page_of_address(const SearchRequest& request, ArchiveReader& archive) {
  std::vector<StoredArticle> articles = articles_of_address(request, archive);
  if (articles.empty()) return std::nullopt;
  Page page;
  for (StoredArticle& stored : articles) {
    if (++page.total <= request.offset || page.hits.size() == request.limit) continue;
    page.hits.push_back(hit_of(std::move(stored), request, archive));
    page.hits.back().rank = page.total;
  }
  page.ranked = page.total;
  page.query = request.text;
  page.tree = address_tree(request);
  page.notices.push_back(address_notice(request));
  if (request.collapse) page.texts = {page.total, true};
  return page;
}

}  // namespace hemero
