#include "query/commands/similar.h"

#include <fmt/format.h>

#include "common/base/message.h"
#include "common/store/archive_reader.h"
#include "common/store/folder/archive_option.h"
#include "query/commands/terminal.h"
#include "query/match/similar.h"
#include "query/render/render.h"

namespace hemero {

Command declare(SimilarOptions& options) {
  Command command("similar", message("find articles on the same subject as one"));
  command.example("hemero-query similar 42", message("articles on the same subject"));
  command.number_argument(message("ID"), options.article, message("its number, as search prints it"));
  command.number("-n,--limit", 1, 1000, options.limit, message("articles at most (default 10)"));
  command.json_format(options.as_json);
  declare_archive(command, options.archive);
  return command;
}

int run(const SimilarOptions& options) {
  ArchiveReader archive(options.archive);
  const auto stored = archive.articles().article(ArticleId(options.article));
  if (!stored) {
    fmt::print(stderr, "{}\n", message("there is no article {}", options.article));
    return exit_no_hit;
  }
  const std::vector<Hit> hits = similar_articles(*stored, archive, options.limit);
  if (options.as_json)
    fmt::print("{}\n", render_similar_json(*stored, hits));
  else
    fmt::print("{}", render_similar_text(*stored, hits, terminal_style()));
  return hits.empty() ? exit_no_hit : 0;
}

}  // namespace hemero
