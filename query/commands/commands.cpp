#include "query/commands/commands.h"

#include "common/base/message.h"
#include "common/command/settings.h"
#include "common/store/store_versions.h"

namespace hemero {

std::optional<QueryCommand> read_query_command(int argc, const char* const* argv) {
  const Program program{"hemero-query", message("hemero-query searches an archive of French press articles."),
                        message("The query language: man 7 hemero-query-syntax"), settings_path(), store_versions};
  return CommandSet<QueryCommand>().read(program, argc, argv);
}

}  // namespace hemero
