#include "common/base/error.h"
#include "common/base/program.h"
#include "common/base/stop_signal.h"
#include "indexer/commands/commands.h"

namespace {

int run(int argc, const char* const* argv) {
  using Command = hemero::IndexerOptions::Command;
  const auto parsed = hemero::parse_indexer_options(argc, argv);
  if (!parsed.options) return parsed.exit_status;
  switch (parsed.options->command) {
    case Command::add:
      return run_add(*parsed.options);
    case Command::remove:
      return run_remove(*parsed.options);
    case Command::export_all:
      return run_export(*parsed.options);
    case Command::purge:
      return run_purge(*parsed.options);
    case Command::imports:
      return run_imports(*parsed.options);
    case Command::explain:
      return run_explain(*parsed.options);
    case Command::status:
      return run_status(*parsed.options);
    case Command::rebuild:
      return run_rebuild(*parsed.options);
    case Command::limits:
      return run_limits(*parsed.options);
    case Command::zones:
      return run_zones(*parsed.options);
  }
  return static_cast<int>(hemero::ErrorCode::bug);
}

}  // namespace

int main(int argc, char** argv) {
  hemero::watch_stop_signals();
  return hemero::run_program("hemero-index", argc, argv, run);
}
