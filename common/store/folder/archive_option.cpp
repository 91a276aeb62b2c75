#include "common/store/folder/archive_option.h"

#include "common/base/message.h"

namespace hemero {

namespace {

/// Declares the option; `read` is given the path.
void declare_option(Command& command, std::function<void(const std::string&)> read) {
  CommandOption& option = command.texts("-a,--archive", message("FOLDER"), std::move(read),
                                        message("folder of the archive (default: $HEMERO_ARCHIVE)"));
  option.kind = CommandOption::Kind::file;
  option.repeats = false;
  option.of_all_commands();
}

}  // namespace

void declare_archive(Command& command, ArchiveFolder& folder) {
  folder = default_archive();
  declare_option(command, [&folder](const std::string& path) {
    if (!path.empty()) folder.path = path;
  });
}

void accept_archive(Command& command) {
  declare_option(command, [](const std::string&) {});
}

}  // namespace hemero
