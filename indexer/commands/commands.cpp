#include "indexer/commands/commands.h"

#include "common/base/message.h"

namespace hemero {

std::optional<IndexCommand> read_index_command(int argc, const char* const* argv) {
  const Program program{
      "hemero-index", message("hemero-index keeps an archive of French press articles and its index."), {}};
  return CommandSet<IndexCommand>().read(program, argc, argv);
}

}  // namespace hemero
