#include "indexer/commands/commands.h"

#include "common/base/message.h"
#include "common/base/settings.h"

namespace hemero {

std::optional<IndexCommand> read_index_command(int argc, const char* const* argv) {
  const Program program{"hemero-index",
                        message("hemero-index keeps an archive of French press articles and its index."),
                        {},
                        settings_path(),
                        nullptr,
                        {"batch", "explain", "search", "show", "similar", "terms"}};
  return CommandSet<IndexCommand>().read(program, argc, argv);
}

}  // namespace hemero
