#include "query/report/report_maker.h"

#include <algorithm>
#include <map>

#include "common/base/dates/time_stamp.h"
#include "common/base/error.h"
#include "common/base/hash.h"
#include "common/base/message.h"
#include "common/command/program.h"
#include "query/language/typed_text.h"

namespace hemero {

namespace {

/// The request that means all articles where there are no words.
SearchRequest meant(const AskedSearch& asked) {
  SearchRequest request = asked.request;
  request.everything = asks_for_everything(request.text);
  return request;
}

/// Dates of unlike precision sort as their texts do.
void add_date(ReportedSource& source, std::string_view date) {
  if (date.empty()) return;
  if (source.first_date.empty() || date < source.first_date) source.first_date = date;
  if (date > source.last_date) source.last_date = date;
}

std::vector<ReportedSource> coverage(const ArchiveColumns& columns, const std::vector<VersionId>& versions) {
  const ColumnReading sources = columns.read(ValueColumn::source, versions);
  const ColumnReading dates = columns.read(ValueColumn::date, versions);
  std::map<std::string_view, ReportedSource> by_name;
  for (std::size_t i = 0; i < versions.size(); ++i) {
    const std::string_view name = sources.values[sources.numbers[i]];
    ReportedSource& source = by_name[name];
    source.name = name;
    ++source.articles;
    add_date(source, dates.values[dates.numbers[i]]);
  }
  std::vector<ReportedSource> reported;
  for (auto& [name, source] : by_name) reported.push_back(std::move(source));
  return reported;
}

/// Throws Error (bad_data) when one cannot be read.
std::vector<ReportedArticle> listed(const std::vector<VersionId>& versions, ArticleReader& articles) {
  std::vector<ReportedArticle> list;
  for (const VersionId version : versions) {
    const auto stored = articles.names(version);
    if (!stored)
      throw Error(ErrorCode::bad_data, message("an article that was found cannot be read: no report is made"),
                  message("run “hemero-index check --full”"));
    const Article& article = stored->article;
    list.push_back({stored->id, stored->version, article.key, article.date ? to_iso(*article.date) : std::string(),
                    article.source, hash_text(stored->content)});
  }
  std::sort(list.begin(), list.end(), [](const auto& a, const auto& b) { return a.id < b.id; });
  return list;
}

}  // namespace

std::optional<SearchReport> make_report(const AskedSearch& asked, ArchiveReader& archive, Searcher& searcher) {
  const SearchRequest request = meant(asked);
  SearchRequest all;
  all.everything = true;
  all.deadline = request.deadline;
  const MatchSet found = searcher.matches(request);
  const MatchSet everything = searcher.matches(all);
  if (!found.complete || !everything.complete) return std::nullopt;
  const ArchiveStatus status = archive.status();
  SearchReport report;
  report.program = program_version();
  report.made = to_iso(date_now());
  report.analyzer = status.analyzer;
  report.archive = status.uuid;
  report.state = archive.index().list().batch;
  report.sources = coverage(archive.columns(), everything.versions);
  report.request = to_address(asked);
  report.query = found.query;
  report.restrictions = found.restrictions;
  report.tree = found.tree;
  report.notices = found.notices;
  report.words = reached_words(found.plan);
  report.texts = found.texts;
  report.articles = listed(found.versions, archive.articles());
  report.sha256 = articles_sha256(report.articles);
  return report;
}

}  // namespace hemero
