#include "common/command/program.h"
#include "indexer/commands/commands.h"

namespace {

int run_index(int argc, const char* const* argv) {
  const auto command = hemero::read_index_command(argc, argv);
  if (!command) return 0;
  return std::visit([](const auto& options) { return hemero::run(options); }, *command);
}

}  // namespace

int main(int argc, char** argv) { return hemero::run_program("hemero-index", argc, argv, run_index); }
