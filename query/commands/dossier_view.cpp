#include "query/commands/dossier_view.h"

#include <utility>
#include <vector>

#include <fmt/format.h>

#include "common/base/message.h"
#include "common/base/visible.h"
#include "query/kept/dossier.h"
#include "query/options/exit_status.h"

namespace hemero {

namespace {

void print_as_rows(const DossiersOptions& options, const std::vector<FiledArticle>& articles,
                   CatalogueReader& catalogue) {
  for (const FiledArticle& each : articles)
    if (!each.hit) fmt::print(stderr, "{}\n", message("no longer in the archive: {}", visible(each.filed.key)));
  print_rows(filed_hits(articles), with_notes(options.form),
             origin_now(catalogue.uuid(), catalogue.last_batch(), options.name));
}

}  // namespace

int show_dossier(const DossiersOptions& options, Dossiers& dossiers) {
  CatalogueReader catalogue(options.archive);
  const std::vector<FiledArticle> articles = filed_articles(options.name, options.tags, dossiers, catalogue);
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
