#include "query/kept/filed_articles.h"

#include <algorithm>
#include <utility>

#include "query/answer/hit_reader.h"
#include "query/report/report_notes.h"

namespace hemero {

namespace {

FiledArticle look_up(DossierArticle filed, CatalogueReader& catalogue) {
  FiledArticle found{std::move(filed), {}, false, {}};
  const auto id = catalogue.articles().of_key(found.filed.key);
  auto stored = id ? catalogue.articles().article(*id) : std::nullopt;
  if (stored) {
    found.updated = hash_text(stored->content) != found.filed.content;
    found.hit = hit_of(std::move(*stored), catalogue.articles());
  } else if (id) {
    found.why_gone = why_gone(*id, catalogue);
  }
  return found;
}

}  // namespace

std::vector<FiledArticle> filed_articles(const std::string& dossier, const std::vector<std::string>& tags,
                                         Dossiers& dossiers, CatalogueReader& catalogue) {
  std::vector<FiledArticle> articles;
  for (DossierArticle& filed : dossiers.articles(dossier)) {
    const auto has = [&](const std::string& tag) {
      return std::find(filed.tags.begin(), filed.tags.end(), tag) != filed.tags.end();
    };
    if (std::all_of(tags.begin(), tags.end(), has)) articles.push_back(look_up(std::move(filed), catalogue));
  }
  const auto date_of = [](const FiledArticle& each) {
    return each.hit && each.hit->article.date ? to_iso(*each.hit->article.date) : "~";  // behind all figures
  };
  std::stable_sort(articles.begin(), articles.end(),
                   [&](const auto& a, const auto& b) { return date_of(a) < date_of(b); });
  return articles;
}

std::vector<Hit> filed_hits(const std::vector<FiledArticle>& articles) {
  std::vector<Hit> hits;
  for (const FiledArticle& each : articles) {
    if (!each.hit) continue;
    Hit& hit = hits.emplace_back(*each.hit);
    hit.rank = hits.size();
    hit.article.keywords.insert(hit.article.keywords.end(), each.filed.tags.begin(), each.filed.tags.end());
    hit.note = each.filed.note;
  }
  return hits;
}

}  // namespace hemero
