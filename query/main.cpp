#include "common/command/program.h"
#include "query/answer/repeated.h"
#include "query/commands/commands.h"

namespace {

int run_query(int argc, const char* const* argv) {
  const auto command = hemero::read_query_command(argc, argv);
  if (!command) return 0;
  const auto run = [](const auto& options) { return hemero::run(options); };
  return hemero::repeated_when_changed([&] { return std::visit(run, *command); });
}

}  // namespace

int main(int argc, char** argv) { return hemero::run_program("hemero-query", argc, argv, run_query); }
