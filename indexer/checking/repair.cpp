#include "indexer/checking/repair.h"

#include <optional>

#include <fmt/format.h>

#include "common/base/message.h"
#include "common/base/progress.h"
#include "common/store/checking/repair.h"
#include "common/store/folder/archive_option.h"
#include "indexer/checking/check.h"

namespace hemero {

namespace {

void print_lines(const std::vector<std::string>& lines) {
  for (const std::string& line : lines) fmt::print("  {}\n", line);
}

void tell(const Repair& repair) {
  fmt::print("{}\n", repair.articles == 1 ? message("1 article indexed anew")
                                          : message("{} articles indexed anew", repair.articles));
  if (!repair.catalogue.changed.empty()) {
    fmt::print("{}\n", message("Kept as it can be read, though it is not what was stored:"));
    print_lines(repair.catalogue.changed);
  }
  if (!repair.catalogue.lost.empty()) {
    fmt::print("{}\n", message("Lost; what is added again from where it came is back:"));
    print_lines(repair.catalogue.lost);
  }
  fmt::print("{}\n", message("what was damaged is kept in {}: remove it when nothing is missed", repair.kept.string()));
}

}  // namespace

Command declare(RepairOptions& options) {
  Command command("repair", message("mend a damaged archive, and say what is lost"));
  command.example("hemero-index repair", message("what is derived is made anew, articles that can be read are kept"));
  declare_work(command, options.work);
  declare_archive(command, options.archive);
  return command;
}

int run(const RepairOptions& options) {
  const Findings findings = check_with_progress(options.archive, {.full = true});
  if (findings.list.empty()) {
    fmt::print("{}\n", message("nothing is damaged"));
    return 0;
  }
  std::optional<Progress> progress;
  WriterOptions writer_options;
  options.work.apply(writer_options);
  writer_options.on_indexed = [&](std::uint64_t done, std::uint64_t total) {
    if (!progress) progress.emplace(message("rebuilding"), total, ProgressUnit::articles);
    progress->report(done, done);
  };
  const Repair repair = repair_archive(options.archive, findings, std::move(writer_options));
  progress.reset();
  tell(repair);
  return repair.catalogue.lost.empty() && repair.catalogue.changed.empty() ? 0 : exit_partly;
}

}  // namespace hemero
