#include <cstdio>
#include <functional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include <fmt/format.h>

#include "common/base/error.h"
#include "indexer/ingest/extractor.h"
#include "indexer/ingest/formats.h"
#include "indexer/ingest/source.h"
#include "tests/bench/best_of.h"

// How fast files are read, on one core. Not a test.

namespace hemero {
namespace {

constexpr std::string_view help = R"(usage: hemero-read-bench PATH...

Prints how many megabytes (10^6 bytes, as they stand on the disk) of files hemero-index takes in by second of processor
time in one thread, the best of five rounds. Files are best 20 MB or more together, of one format, and not compressed.

  records     cut into records, nothing else
  articles    records, and the article of each: title, date, text and zones; no analysis, nothing stored
)";

constexpr int rounds = 5;

/// Reads everything once; returns the number of records that came out whole.
std::size_t read_all(const std::vector<InputFile>& files, const std::function<bool(const Record&)>& use) {
  Source source(files);
  std::size_t count = 0;
  while (const auto item = source.next())
    if (const auto* record = std::get_if<Record>(&*item))
      if (use(*record)) ++count;
  return count;
}

void run(const std::vector<std::string>& paths) {
  const FileList list = list_files(paths);
  const FolderLines folders(list.files);
  const ExtractOptions options;
  Extractor extractor(options, folders);
  fmt::print("{:.1f} MB, {} files\n", static_cast<double>(list.bytes) / 1e6, list.files.size());
  print_best_of(rounds, "records", list.bytes, "records",
                [&] { return read_all(list.files, [](const Record&) { return true; }); });
  print_best_of(rounds, "articles", list.bytes, "articles", [&] {
    return read_all(list.files,
                    [&](const Record& record) { return std::holds_alternative<Article>(extractor.extract(record)); });
  });
}

}  // namespace
}  // namespace hemero

int main(int argc, char** argv) {
  const std::string_view first = argc > 1 ? argv[1] : "";
  if (argc < 2 || first == "--help" || first == "-h") {
    std::fputs(hemero::help.data(), first.starts_with('-') ? stdout : stderr);
    return first.starts_with('-') ? 0 : 2;
  }
  try {
    hemero::run({argv + 1, argv + argc});
  } catch (const hemero::Error& error) {
    fmt::print(stderr, "hemero-read-bench: {}\n", error.what());
    return 1;
  }
}
