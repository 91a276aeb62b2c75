#include <algorithm>
#include <charconv>

#include <fmt/format.h>

#include "common/base/dates/time_stamp.h"
#include "common/base/error.h"
#include "common/base/message.h"
#include "common/store/catalogue/catalogue_reader.h"
#include "query/answer/time_limit.h"
#include "query/markup/error_page.h"
#include "query/pages/dossiers_page.h"
#include "query/report/report_maker.h"
#include "query/routes/routes.h"
#include "query/serve/export.h"
#include "query/serve/form_fields.h"

namespace hemero {

namespace {

HttpResponse unknown_dossier(const std::string& name) {
  return error_page({404, message("there is no dossier “{}”", name)});
}

/// The page of a dossier; of an empty name that of all.
HttpResponse see_dossier(const std::string& name, const PageReading& reading) {
  AddressParameters parameters = language_of(reading.page);
  if (!name.empty()) parameters = with(parameters, "name", name);
  return see_page(address_of("/dossiers", parameters));
}

/// What is to be put into a dossier: an article, or all that a search finds. Throws Error.
std::vector<DossierArticle> named_articles(const FormFields& fields, PageReading& reading) {
  const std::string number = fields["article"];
  std::vector<DossierArticle> articles;
  if (!number.empty()) {
    std::uint32_t id = 0;
    std::from_chars(number.data(), number.data() + number.size(), id);
    const auto stored = reading.reader.archive.articles().article(ArticleId(id));
    if (!stored) throw Error(ErrorCode::bad_data, message("There is no article with this number."));
    articles.push_back({stored->article.key, stored->id, hash_text(stored->content), {}, {}, {}});
    return articles;
  }
  AskedSearch asked{reading.search(), false};
  read_address(fields["request"], asked);
  const auto report = make_report(asked, reading.reader.archive, reading.reader.searcher(asked.synonyms));
  if (!report) throw Error(ErrorCode::locked, time_notice(asked.request.deadline));
  for (const ReportedArticle& each : report->articles)
    articles.push_back({each.key, each.id, each.content, {}, {}, {}});
  return articles;
}

HttpResponse add(const FormFields& fields, PageReading& reading, Dossiers& dossiers) {
  const std::string name = fields.name("name");
  const std::vector<std::string> tags = fields.names("tags");
  std::vector<DossierArticle> articles = named_articles(fields, reading);
  auto transaction = dossiers.begin();
  for (DossierArticle& each : articles) {
    each.added = to_iso(date_now());
    each.note = fields["note"];
    each.tags = tags;
    dossiers.put(name, each);
  }
  transaction.commit();
  return see_dossier(name, reading);
}

/// What is said of an article: a note in the place of the other one, and more tags.
void note(const FormFields& fields, const std::string& name, Dossiers& dossiers) {
  const std::vector<std::string> tags = fields.names("tags");
  const std::vector<DossierArticle> filed = dossiers.articles(name);
  const auto article = std::ranges::find(filed, fields["key"], &DossierArticle::key);
  if (article == filed.end()) return;
  DossierArticle noted = *article;
  noted.tags = tags;
  auto transaction = dossiers.begin();
  dossiers.put(name, noted);
  dossiers.note(name, noted.key, fields["note"]);
  transaction.commit();
}

}  // namespace

HttpResponse read_dossiers(PageReading& reading) {
  if (reading.user_data.empty()) return error_page({403});
  Dossiers dossiers(reading.user_data, Missing::leave);
  const std::string name = reading.page.value("name");
  if (name.empty()) return html(dossiers_page(dossiers.list(), reading.page, reading.articles()));
  if (!dossiers.find(name)) return unknown_dossier(name);
  CatalogueReader catalogue(reading.folder);
  return html(dossier_page(name, filed_articles(name, {}, dossiers, catalogue), reading.page, reading.articles()));
}

HttpResponse read_dossier_export(PageReading& reading) {
  const ExportForm* form = export_form(reading.rest);
  if (form == nullptr || reading.user_data.empty()) return error_page({404});
  Dossiers dossiers(reading.user_data, Missing::leave);
  const std::string name = reading.page.value("name");
  if (!dossiers.find(name)) return unknown_dossier(name);
  CatalogueReader catalogue(reading.folder);
  const std::vector<Hit> hits = filed_hits(filed_articles(name, {}, dossiers, catalogue));
  HttpResponse response{200, std::string(form->type), exported(*form, hits, origin_of(reading.reader.archive, name))};
  if (!form->is_shown) keep_as(fmt::format("hemero.{}", form->ending), response);
  return response;
}

HttpResponse change_dossiers(PageReading& reading) {
  const FormFields form(reading.request);
  const std::string action = form["do"];
  Dossiers dossiers(reading.user_data, action == "add" ? Missing::make : Missing::leave);
  if (action == "add") return add(form, reading, dossiers);
  const std::string name = form["name"];
  if (!dossiers.find(name)) return unknown_dossier(name);
  if (action == "delete") {
    dossiers.remove(name);
    return see_dossier({}, reading);
  }
  if (action == "rename") {
    const std::string renamed = form.name("new");
    if (renamed != name && !dossiers.rename(name, renamed))
      return error_page({409, message("there is a dossier “{}” already", renamed)});
    return see_dossier(renamed, reading);
  }
  if (action == "take")
    dossiers.take_out(name, form["key"]);
  else if (action == "untag")
    dossiers.take_off(name, form["key"], form["tag"]);
  else if (action == "note")
    note(form, name, dossiers);
  else
    refuse_form(form);
  return see_dossier(name, reading);
}

}  // namespace hemero
