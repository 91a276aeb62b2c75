#include "indexer/commands/status.h"

#include <cstdint>

#include <fmt/format.h>

#include "common/base/message.h"
#include "common/base/size_text.h"
#include "common/base/visible.h"
#include "common/store/archive_reader.h"
#include "common/store/archive_sizes.h"
#include "common/store/catalogue/damages.h"
#include "common/store/folder/archive_option.h"
#include "common/store/index/postings_writer.h"
#include "common/store/status_json.h"
#include "common/store/unfinished.h"

namespace hemero {

namespace {

/// How many times as large as the text of the archive; empty without text.
std::string share_of_text(std::uint64_t bytes, const ArchiveStatus& status) {
  if (status.text_bytes <= 0) return {};
  return number_text(static_cast<double>(bytes) / static_cast<double>(status.text_bytes), 2);
}

/// What people call a part.
std::string name_of(std::string_view part) {
  if (part == "texts") return message("texts and addresses");
  if (part == "fields") return message("other fields");
  if (part == "vocabulary") return message("vocabulary");
  if (part == "copies") return message("signatures of copies");
  if (part == "postings") return message("postings");
  if (part == "streams") return message("token streams");
  return message("other");
}

void print_sizes(const std::vector<NamedSize>& parts, const ArchiveStatus& status) {
  fmt::print("\n{}\n", message("What it takes on the disk, and how many times as much as its text:"));
  std::uint64_t all = 0;
  const auto row = [&](const std::string& name, std::uint64_t bytes) {
    fmt::print("{:<22} {:>12} {:>6}\n", name, size_text(bytes), share_of_text(bytes, status));
  };
  for (const NamedSize& part : parts) {
    row(name_of(part.name), part.bytes);
    all += part.bytes;
  }
  row(message("all"), all);
}

void print_text(const ArchiveStatus& status, const std::string& path) {
  const auto row = [](const std::string& name, const auto& value) { fmt::print("{:<22} {}\n", name, value); };
  const auto count = [](auto number) { return number_text(static_cast<std::uint64_t>(number)); };
  row(message("archive"), visible(path));
  row(message("articles"), status.versions == 1
                               ? message("{} (1 version)", status.articles)
                               : message("{} ({} versions)", count(status.articles), count(status.versions)));
  if (status.removed > 0) row(message("removed"), status.removed);
  if (!status.first_date.empty()) row(message("dates"), message("{} to {}", status.first_date, status.last_date));
  row(message("sources"), status.sources);
  row(message("words"), message("{}, {} distinct", count(status.words), count(status.surfaces)));
  row(message("text"), size_text(static_cast<std::uint64_t>(status.text_bytes)));
  if (status.catalogue_bytes && status.index_bytes) {
    const std::uint64_t bytes = *status.catalogue_bytes + *status.index_bytes;
    row(message("on the disk"), message("{} (catalogue {}, index {})", size_text(bytes),
                                        size_text(*status.catalogue_bytes), size_text(*status.index_bytes)));
    if (status.text_bytes > 0) row(message("disk per text"), message("{} times", share_of_text(bytes, status)));
  } else {
    row(message("on the disk"), message("cannot be read"));
  }
  row(message("last run"), status.runs == 1 ? message("{} (1 run)", status.last_run)
                                            : message("{} ({} runs)", status.last_run, count(status.runs)));
  row(message("analysis"), status.analyzer);
  if (status.articles == 0)
    fmt::print("{}\n", message("the archive is empty: “hemero-index add” puts articles into it"));
  if (status.is_written)
    fmt::print("{}\n", message("a program writes to the archive now"));
  else
    for (const UnfinishedWork& work : unfinished_work(status)) fmt::print("{}\n", work.text);
  if (!writes_postings_directly())
    fmt::print("{}\n", message("This version of libxapian was not tested with tables of our own: it writes the index "
                               "itself, and adding takes longer."));
}

}  // namespace

Command declare(StatusOptions& options) {
  Command command("status", message("say what the archive holds"));
  command.example("hemero-index status", message("what the archive holds"));
  command.example("hemero-index status --sizes", message("what takes how much of the disk"));
  command.json_format(options.as_json);
  command.flag("--sizes", options.sizes, message("also measure what texts, words, index and the rest take"));
  declare_archive(command, options.archive);
  return command;
}

int run(const StatusOptions& options) {
  ArchiveReader archive(options.archive);
  const ArchiveStatus status = archive.status();
  const std::string path = options.archive.path.string();
  const bool sizes = options.sizes && status.problems.empty();
  const std::vector<NamedSize> parts = sizes ? measure_sizes(options.archive) : std::vector<NamedSize>();
  if (options.as_json) {
    fmt::print("{}\n", status_json(status, path, parts));
  } else {
    print_text(status, path);
    if (sizes) print_sizes(parts, status);
  }
  for (const std::string& problem : status.problems) fmt::print(stderr, "{}\n", problem);
  return status.problems.empty() ? 0 : exit_partly;
}

}  // namespace hemero
