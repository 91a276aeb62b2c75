#include "query/report/search_report.h"

#include <algorithm>

#include <fmt/format.h>

#include "query/report/sha256.h"

namespace hemero {

std::string articles_sha256(std::vector<ReportedArticle> articles) {
  std::sort(articles.begin(), articles.end(), [](const auto& a, const auto& b) { return a.key < b.key; });
  Sha256 hash;
  for (const ReportedArticle& article : articles)
    hash.add(fmt::format("{}\t{}\t{}\t{}\n", article.key, article.date, article.source, article.content));
  return hash.text();
}

}  // namespace hemero
