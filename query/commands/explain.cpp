#include "query/commands/explain.h"

#include <fmt/format.h>

#include "common/base/message.h"
#include "common/store/folder/archive_option.h"
#include "query/answer/explain.h"
#include "query/answer/time_limit.h"
#include "query/options/matching.h"
#include "query/render/explanation.h"

namespace hemero {

Command declare(ExplainQueryOptions& options) {
  Command command("explain", message("show how a query is understood and what its words reach"));
  command.example("hemero-query explain ambassades", message("the words of the archive that a query reaches"));
  command.query(message("QUERY"), options.request.text, message("a query"));
  declare_matching(command, options.request, options.synonyms);
  declare_table(command, options.format);
  declare_display(command, options.display);
  declare_archive(command, options.archive);
  return command;
}

int run(const ExplainQueryOptions& options) {
  ArchiveReader archive(options.archive, time_to_open(options.request.deadline));
  Searcher searcher(archive, synonyms_of(options.archive, options.synonyms));
  const Explanation explanation = explain(options.request, archive, searcher);
  if (options.format == RowFormat::json)
    fmt::print("{}\n", render_explanation_json(explanation));
  else if (options.format == RowFormat::csv)
    fmt::print("{}", render_explanation_csv(explanation));
  else
    show_text(options.display, [&](const TextStyle& style) { return render_explanation_text(explanation, style); });
  return 0;
}

}  // namespace hemero
