#include "query/commands/dossier_view.h"

#include <algorithm>
#include <utility>
#include <vector>

#include <fmt/format.h>

#include "common/base/message.h"
#include "common/base/visible.h"
#include "query/answer/hit_reader.h"
#include "query/commands/named_articles.h"
#include "query/commands/report_now.h"
#include "query/options/exit_status.h"
#include "query/render/dossier.h"

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

/// The articles that have all of the tags, by the dates of their publication; those without one last.
std::vector<FiledArticle> look_up_all(const DossiersOptions& options, Dossiers& dossiers, CatalogueReader& catalogue) {
  std::vector<FiledArticle> articles;
  for (DossierArticle& filed : dossiers.articles(options.name)) {
    const auto has = [&](const std::string& tag) {
      return std::find(filed.tags.begin(), filed.tags.end(), tag) != filed.tags.end();
    };
    if (std::all_of(options.tags.begin(), options.tags.end(), has))
      articles.push_back(look_up(std::move(filed), catalogue));
  }
  const auto date_of = [](const FiledArticle& each) {
    return each.hit && each.hit->article.date ? to_iso(*each.hit->article.date) : "~";  // behind all figures
  };
  std::stable_sort(articles.begin(), articles.end(),
                   [&](const auto& a, const auto& b) { return date_of(a) < date_of(b); });
  return articles;
}

/// Tags stand among the keywords, which every form has; a table has a column of notes.
void print_as_rows(const DossiersOptions& options, const std::vector<FiledArticle>& articles,
                   CatalogueReader& catalogue) {
  std::vector<Hit> hits;
  for (const FiledArticle& each : articles) {
    if (!each.hit) {
      fmt::print(stderr, "{}\n", message("no longer in the archive: {}", visible(each.filed.key)));
      continue;
    }
    Hit& hit = hits.emplace_back(*each.hit);
    hit.rank = hits.size();
    hit.article.keywords.insert(hit.article.keywords.end(), each.filed.tags.begin(), each.filed.tags.end());
    hit.note = each.filed.note;
  }
  RowForm form = options.form;
  if (form.columns.empty() && (form.format == RowFormat::csv || form.format == RowFormat::csv_excel)) {
    form.columns = default_columns();
    form.columns.push_back({"note"});
  }
  print_rows(hits, form, origin_now(catalogue.uuid(), catalogue.last_batch(), options.name));
}

}  // namespace

int show_dossier(const DossiersOptions& options, Dossiers& dossiers) {
  CatalogueReader catalogue(options.archive);
  const std::vector<FiledArticle> articles = look_up_all(options, dossiers, catalogue);
  const RowFormat format = meant_format(options.form);
  if (format == RowFormat::json)
    fmt::print("{}", dossier_json(options.name, articles));
  else if (format == RowFormat::text)
    show_text(options.display, [&](const TextStyle& style) { return dossier_text(articles, style); });
  else
    print_as_rows(options, articles, catalogue);
  return tell_damages(catalogue.damages(), articles.empty() ? exit_no_hit : 0);
}

}  // namespace hemero
