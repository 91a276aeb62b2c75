#include <fmt/format.h>

#include "common/base/error.h"
#include "common/base/message.h"
#include "query/commands/commands.h"
#include "query/commands/terminal.h"
#include "query/match/similar.h"
#include "query/render/render.h"

namespace hemero {

int run_similar(const QueryOptions& options) {
  ArchiveReader archive(options.archive);
  const auto stored = archive.articles().article(ArticleId(options.article));
  if (!stored) {
    fmt::print(stderr, "{}\n", message("there is no article {}", options.article));
    return exit_no_hit;
  }
  const std::vector<Hit> hits = similar_articles(*stored, archive, options.request.limit);
  if (options.format == QueryOptions::Format::json)
    fmt::print("{}\n", render_similar_json(*stored, hits));
  else
    fmt::print("{}", render_similar_text(*stored, hits, terminal_style()));
  return hits.empty() ? exit_no_hit : 0;
}

}  // namespace hemero
