#include "indexer/keeping/compact.h"

#include <fmt/format.h>

#include "common/base/message.h"
#include "common/base/size_text.h"
#include "common/store/folder/archive_option.h"
#include "common/store/folder/folder_state.h"
#include "common/store/writing/archive_writer.h"

namespace hemero {

Command declare(CompactOptions& options) {
  Command command("compact", message("make the archive as small and its index as simple as they can be"));
  command.example("hemero-index compact", message("after many small additions, or before an archive is put away"));
  declare_archive(command, options.archive);
  return command;
}

int run(const CompactOptions& options) {
  require_archive(options.archive);
  const std::uint64_t before = size_of(options.archive.path);
  const bool complete = ArchiveWriter(options.archive, {.create = false}).compact();
  fmt::print(
      stderr, "{}\n",
      message("the archive took {} and takes {} now", size_text(before), size_text(size_of(options.archive.path))));
  if (complete) return 0;
  fmt::print(stderr, "{}\n",
             message("another program still reads the archive: the disk gets the rest when it has ended"));
  return 2;
}

}  // namespace hemero
