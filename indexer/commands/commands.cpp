#include "indexer/commands/commands.h"

#include "common/base/message.h"
#include "common/command/settings.h"
#include "common/store/store_versions.h"

namespace hemero {

std::optional<IndexCommand> read_index_command(int argc, const char* const* argv) {
  const Program program{"hemero-index",
                        message("hemero-index keeps an archive of French press articles and its index."),
                        {},
                        settings_path(),
                        store_versions};
  return CommandSet<IndexCommand>().read(program, argc, argv);
}

}  // namespace hemero
