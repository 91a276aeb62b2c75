#include "common/store/folder/archive_option.h"

#include "common/base/message.h"

namespace hemero {

void declare_archive(Command& command, ArchiveFolder& folder) {
  folder = default_archive();
  CommandOption& option = command.file("-a,--archive", message("FOLDER"), folder.path,
                                       message("folder of the archive (default: $HEMERO_ARCHIVE)"));
  option.of_all_commands().read = [&folder](const auto& values) {
    if (!values.back().empty()) folder.path = values.back();
  };
}

}  // namespace hemero
