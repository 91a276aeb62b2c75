#include "query/kept/saved_news.h"

#include "query/report/report_json.h"
#include "query/report/report_notes.h"

namespace hemero {

AskedSearch asked_of(const SavedSearch& saved, const SearchRequest& shown) {
  AskedSearch asked{shown, false};
  read_address(saved.request, asked);
  return asked;
}

ToldState told_state(const SearchReport& report) { return {report.made, report.articles.size(), report_json(report)}; }

SearchNews news_of(const SavedSearch& saved, const SearchReport& then, const SearchReport& now,
                   CatalogueReader& catalogue) {
  return {saved.name, then.made, then.archive, compare(then, now), notes_since(then, catalogue)};
}

}  // namespace hemero
