#include "common/store/folder/archive_option.h"

#include "common/base/message.h"

namespace hemero {

void declare_archive(Command& command, ArchiveFolder& folder) {
  folder = default_archive();
  const auto read = [&folder](const std::string& path) {
    if (!path.empty()) folder.path = path;
  };
  CommandOption& option = command.texts("-a,--archive", message("FOLDER"), read,
                                        message("folder of the archive (default: $HEMERO_ARCHIVE)"));
  option.kind = CommandOption::Kind::file;
  option.repeats = false;
  option.default_word = folder.path.string();
  option.environment = "HEMERO_ARCHIVE";
  option.make_general();
}

}  // namespace hemero
