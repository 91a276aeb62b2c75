#include "common/base/error.h"
#include "common/base/program.h"
#include "common/store/index_reader.h"
#include "query/commands.h"

namespace {

int run_command(const hemero::QueryOptions& options) {
  using Command = hemero::QueryOptions::Command;
  switch (options.command) {
    case Command::search:
      return run_search(options);
    case Command::show:
      return run_show(options);
    case Command::similar:
      return run_similar(options);
    case Command::explain:
      return run_explain(options);
    case Command::terms:
      return run_terms(options);
    case Command::batch:
      return run_batch(options);
  }
  return static_cast<int>(hemero::ErrorCode::bug);
}

int run(int argc, const char* const* argv) {
  const auto parsed = hemero::parse_query_options(argc, argv);
  if (!parsed.options) return parsed.exit_status;
  constexpr int tries = 3;
  for (int attempt = 1; attempt < tries; ++attempt) {
    try {
      return run_command(*parsed.options);
    } catch (const hemero::IndexChanged&) {
      // A writer has published meanwhile: the whole request starts again on the new index.
    }
  }
  return run_command(*parsed.options);
}

}  // namespace

int main(int argc, char** argv) { return hemero::run_program("hemero-query", argc, argv, run); }
