#include "common/store/folder/archive_option.h"

#include "common/base/message.h"

namespace hemero {

namespace {

CommandOption& archive_option(Command& command, std::filesystem::path& into) {
  return command
      .file("-a,--archive", message("FOLDER"), into, message("folder of the archive (default: $HEMERO_ARCHIVE)"))
      .of_all_commands();
}

}  // namespace

void declare_archive(Command& command, ArchiveFolder& folder) {
  folder = default_archive();
  archive_option(command, folder.path).read = [&folder](const auto& values) {
    if (!values.back().empty()) folder.path = values.back();
  };
}

void accept_archive(Command& command) {
  std::filesystem::path nowhere;
  archive_option(command, nowhere).read = [](const auto&) {};
}

}  // namespace hemero
