#include "indexer/commands/export.h"

#include <chrono>
#include <cstdio>

#include <fmt/format.h>

#include "common/base/error.h"
#include "common/base/message.h"
#include "common/base/progress.h"
#include "common/base/stop_signal.h"
#include "common/store/catalogue/history.h"
#include "common/store/folder/archive_option.h"
#include "indexer/formats/named/export_line.h"
#include "indexer/ingest/output_file.h"

namespace hemero {

Command declare(ExportOptions& options) {
  Command command("export", message("write all articles as JSON Lines that add reads back"));
  command.example("hemero-index export | zstd > archive.jsonl.zst",
                  message("everything, to be kept or added elsewhere"));
  command.optional_argument(message("FILE"), CommandOption::Kind::file, options.output,
                            message("where to; - for the standard output (default)"));
  command.flag("--current", options.only_current, message("current versions only"));
  declare_archive(command, options.archive);
  return command;
}

int run(const ExportOptions& options) {
  const auto start = std::chrono::steady_clock::now();
  const CleanStop stop;
  HistoryReader history(options.archive, options.only_current);
  OutputFile output(options.output, OutputFile::Appears::whole);
  Progress progress(message("exporting"), history.versions(), ProgressUnit::articles);
  std::uint64_t versions = 0;
  std::uint64_t removals = 0;
  while (auto event = stop_requested() ? std::nullopt : history.next()) {
    ++(std::holds_alternative<HistoricVersion>(*event) ? versions : removals);
    output.write(std::visit([](const auto& what) { return export_line(what); }, *event));
    progress.report(versions, versions);
  }
  progress.clear();
  if (stop_requested() && options.output != "-") {
    fmt::print(stderr, "{}\n", message("stopped: {} is as it was before", options.output));
    return 130;
  }
  output.finish();
  const std::chrono::duration<double> seconds = std::chrono::steady_clock::now() - start;
  fmt::print(
      stderr, "{}\n",
      message("{} versions and {} removals exported in {} s", versions, removals, number_text(seconds.count(), 1)));
  const int status = tell_damages(history.damages(), 0);
  return stop_requested() ? 130 : status;
}

}  // namespace hemero
