#include "query/commands/news.h"

#include <algorithm>
#include <string>
#include <utility>

#include <fmt/format.h>

#include "common/base/message.h"
#include "common/base/visible.h"
#include "common/command/program.h"
#include "query/answer/hit_reader.h"
#include "query/answer/time_limit.h"
#include "query/commands/named_articles.h"
#include "query/kept/saved_news.h"
#include "query/options/exit_status.h"
#include "query/options/matching.h"
#include "query/report/report_json.h"
#include "query/report/report_maker.h"

namespace hemero {

namespace {

/// The articles that are found now, as entries of a feed, and those that are gone.
void print_feed(const SearchNews& news, CatalogueReader& catalogue) {
  std::vector<ReportedArticle> found = news.changes.added;
  found.insert(found.end(), news.changes.changed.begin(), news.changes.changed.end());
  ExportOrigin origin = origin_now(catalogue.uuid(), catalogue.last_batch(), news.name);
  origin.total = found.size();
  const auto feed = atom_exporter(origin);
  fmt::print("{}", feed->begin());
  for (const ReportedArticle& each : found)
    if (auto stored = catalogue.articles().version(each.version))
      fmt::print("{}", feed->article(hit_of(std::move(*stored), catalogue.articles())));
  for (const ReportedArticle& each : news.changes.gone)
    fmt::print("{}", atom_removal(news.archive, each.id, news.note_of(each).note, origin.now));
  fmt::print("{}", feed->end());
}

/// Without a pager: others would wait for its reader.
void print(const std::vector<SearchNews>& news, const SearchOptions& shown, CatalogueReader& catalogue) {
  if (shown.form.format == RowFormat::atom)
    for (const SearchNews& each : news) print_feed(each, catalogue);
  else if (shown.form.format == RowFormat::json)
    fmt::print("{}", news_json(news));
  else
    show_text({shown.display.colour, true}, [&](const TextStyle&) { return news_text(news); });
}

}  // namespace

int tell_news(const SearchOptions& shown, const std::vector<SavedSearch>& saved, SavedSearches& searches) {
  auto told = searches.begin();
  ArchiveReader archive(shown.archive, time_to_open(shown.request.deadline), ArchiveReader::Use::count);
  CatalogueReader catalogue(shown.archive);
  std::vector<SearchNews> news;
  for (const SavedSearch& each : saved) {
    const SearchReport then = read_report(searches.report_of(each.name));
    const AskedSearch asked = asked_of(each, shown.request);
    Searcher searcher(archive, synonyms_of(shown.archive, asked.synonyms));
    const auto now = make_report(asked, archive, searcher);
    if (!now) {
      tell_notices({message("{}: {}", visible(each.name), time_notice(asked.request.deadline))});
      continue;
    }
    news.push_back(news_of(each, then, *now, catalogue));
    searches.tell(each.name, told_state(*now));
  }
  print(news, shown, catalogue);
  if (flush_output() == 0) told.commit();
  if (std::any_of(news.begin(), news.end(), [](const SearchNews& each) { return !each.changes.none(); })) return 0;
  return news.size() < saved.size() ? exit_cut_short : exit_no_hit;
}

}  // namespace hemero
