#include "query/commands/similar.h"

#include <fmt/format.h>

#include "common/base/message.h"
#include "common/store/archive_reader.h"
#include "common/store/folder/archive_option.h"
#include "query/answer/similar_passages.h"
#include "query/answer/time_limit.h"
#include "query/commands/named_articles.h"
#include "query/match/similar.h"
#include "query/options/exit_status.h"
#include "query/options/matching.h"
#include "query/render/render.h"

namespace hemero {

Command declare(SimilarOptions& options) {
  Command command("similar", message("find articles on the same subject as one"));
  command.example("hemero-query similar 42", message("articles on the same subject"));
  command.argument(message("ARTICLE"), CommandOption::Kind::text, options.article,
                   message("its number, its key or its address"));
  command.number("-n,--limit", 1, 1000, options.limit, message("articles at most (default 10)"));
  command.number("--snippets", 0, 20, options.snippets, message("passages shown of each article (default 1)"));
  declare_deadline(command, options.deadline);
  declare_rows(command, options.form);
  declare_display(command, options.display);
  declare_archive(command, options.archive);
  return command;
}

int run(const SimilarOptions& options) {
  ArchiveReader archive(options.archive, time_to_open(options.deadline));
  const Deadline naming(time_to_open(options.deadline));
  CatalogueReader catalogue(options.archive, naming);
  const auto named = named_articles(catalogue, options.article);
  if (named.empty()) return tell_damages(catalogue.damages(), naming.was_over() ? exit_cut_short : exit_no_hit);
  const StoredArticle& stored = named.front();
  const Deadline deadline(time_of(options.deadline));
  const ObeyedDeadline obeyed(archive, deadline);
  std::vector<Hit> hits = similar_articles(stored, archive, options.limit, deadline);
  show_similar_passages(stored.article, hits, options.snippets, archive, deadline);
  const bool complete = !deadline.was_over();
  if (!complete) tell_notices({time_notice(options.deadline)});
  const RowFormat format = meant_format(options.form);
  if (format == RowFormat::json)
    fmt::print("{}\n", render_similar_json(stored, hits, complete, options.form.columns));
  else if (format == RowFormat::text)
    show_text(options.display, [&](const TextStyle& style) { return render_similar_text(stored, hits, style); });
  else
    print_rows(hits, options.form, origin_of(archive, ""));
  const int status = !hits.empty() ? 0 : complete ? exit_no_hit : exit_cut_short;
  return tell_damages(archive.damages(), tell_damages(catalogue.damages(), status));
}

}  // namespace hemero
