#include "common/base/error.h"
#include "common/base/program.h"
#include "query/answer/repeated.h"
#include "query/commands/commands.h"

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
  return hemero::repeated_when_changed([&] { return run_command(*parsed.options); });
}

}  // namespace

int main(int argc, char** argv) { return hemero::run_program("hemero-query", argc, argv, run); }
