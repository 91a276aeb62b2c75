#include "indexer/commands/rebuild.h"

#include <optional>

#include <fmt/format.h>

#include "common/base/message.h"
#include "common/base/progress.h"
#include "common/store/folder/archive_option.h"
#include "common/store/writing/archive_writer.h"

namespace hemero {

int rebuild_archive(const ArchiveFolder& archive, const WorkOptions& work,
                    const std::function<void(Rebuild&)>& change) {
  std::optional<Progress> progress;
  ArchiveWriter::Options writer_options;
  writer_options.create = false;
  work.apply(writer_options);
  std::uint64_t articles = 0;
  writer_options.on_indexed = [&](std::uint64_t done, std::uint64_t total) {
    if (!progress) progress.emplace(message("rebuilding"), total, ProgressUnit::articles);
    progress->report(done, done);
    articles = done;
  };
  ArchiveWriter writer(archive, std::move(writer_options));
  Rebuild rebuild = writer.rebuild();
  change(rebuild);
  rebuild.finish();
  progress.reset();
  fmt::print(stderr, "{}\n", message("{} articles indexed anew", articles));
  return tell_damages(writer.damages(), 0);
}

Command declare(RebuildOptions& options) {
  Command command("rebuild", message("make the index anew from the stored articles"));
  declare_work(command, options.work);
  declare_archive(command, options.archive);
  return command;
}

int run(const RebuildOptions& options) {
  return rebuild_archive(options.archive, options.work, [](Rebuild&) {});
}

}  // namespace hemero
