#include <functional>

#include "common/base/error.h"
#include "common/base/message.h"
#include "common/store/catalogue/catalogue_reader.h"
#include "query/answer/time_limit.h"
#include "query/kept/saved_news.h"
#include "query/markup/error_page.h"
#include "query/pages/searches_page.h"
#include "query/report/report_json.h"
#include "query/report/report_maker.h"
#include "query/routes/routes.h"
#include "query/serve/form_fields.h"

namespace hemero {

namespace {

/// Throws Error (locked) where the time did not suffice.
SearchReport report_of(const AskedSearch& asked, PageReading& reading) {
  auto report = make_report(asked, reading.reader.archive, reading.reader.searcher(asked.synonyms));
  if (!report) throw Error(ErrorCode::locked, time_notice(asked.request.deadline));
  return *std::move(report);
}

HttpResponse unknown_search(const std::string& name) {
  return error_page({404, message("no search is saved as “{}”", name)});
}

HttpResponse news(PageReading& reading, SavedSearches& searches, const SavedSearch& saved) {
  const SearchReport then = read_report(searches.report_of(saved.name));
  const SearchReport now = report_of(asked_of(saved, reading.search()), reading);
  CatalogueReader catalogue(reading.folder);
  return html(news_page(saved, news_of(saved, then, now, catalogue), reading.page, reading.articles()));
}

HttpResponse taken(const std::string& name) {
  return error_page({409, message("a search is saved as “{}” already", name)});
}

HttpResponse save(const FormFields& fields, PageReading& reading, SavedSearches& searches) {
  const std::string name = fields.name("name");
  AskedSearch asked{reading.search(), false};
  read_address(fields["request"], asked);
  const SearchReport report = report_of(asked, reading);
  if (!searches.save(name, report.request, told_state(report))) return taken(name);
  return see_page(address_of("/recherches", language_of(reading.page)));
}

}  // namespace

HttpResponse read_searches(PageReading& reading) {
  if (reading.user_data.empty()) return error_page({403});
  SavedSearches searches(reading.user_data, Missing::leave);
  const std::string name = reading.page.value("name");
  if (name.empty()) return html(searches_page(searches.list(), reading.page, reading.articles()));
  const auto saved = searches.find(name);
  return saved ? news(reading, searches, *saved) : unknown_search(name);
}

HttpResponse change_searches(PageReading& reading) {
  const FormFields form(reading.request);
  const std::string action = form["do"];
  SavedSearches searches(reading.user_data, action == "save" ? Missing::make : Missing::leave);
  if (action == "save") return save(form, reading, searches);
  const auto saved = searches.find(form["name"]);
  if (!saved) return unknown_search(form["name"]);
  if (action == "delete") {
    searches.remove(saved->name);
  } else if (action == "rename") {
    const std::string name = form.name("new");
    if (name != saved->name && !searches.rename(saved->name, name)) return taken(name);
  } else if (action == "told") {
    searches.tell(saved->name, told_state(report_of(asked_of(*saved, reading.search()), reading)));
  } else {
    refuse_form(form);
  }
  return see_page(address_of("/recherches", language_of(reading.page)));
}

}  // namespace hemero
