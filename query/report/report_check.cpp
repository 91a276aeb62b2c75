#include "query/report/report_check.h"

#include <map>
#include <string_view>
#include <tuple>

namespace hemero {

namespace {

using ByKey = std::map<std::string_view, const ReportedArticle*>;

ByKey by_key(const std::vector<ReportedArticle>& articles) {
  ByKey sorted;
  for (const ReportedArticle& article : articles) sorted[article.key] = &article;
  return sorted;
}

bool are_alike(const ReportedArticle& a, const ReportedArticle& b) {
  return std::tie(a.content, a.date, a.source) == std::tie(b.content, b.date, b.source);
}

}  // namespace

ReportChanges compare(const SearchReport& then, const SearchReport& now) {
  ReportChanges changes;
  changes.other_archive = then.archive != now.archive;
  changes.other_analyzer = then.analyzer != now.analyzer;
  const ByKey before = by_key(then.articles);
  const ByKey after = by_key(now.articles);
  for (const auto& [key, article] : after) {
    const auto known = before.find(key);
    if (known == before.end())
      changes.added.push_back(*article);
    else if (!are_alike(*known->second, *article))
      changes.changed.push_back(*article);
  }
  for (const auto& [key, article] : before)
    if (!after.contains(key)) changes.gone.push_back(*article);
  return changes;
}

}  // namespace hemero
