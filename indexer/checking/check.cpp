#include "indexer/checking/check.h"

#include <memory>

#include <fmt/format.h>

#include "common/base/json_writer.h"
#include "common/base/message.h"
#include "common/base/progress.h"
#include "common/store/folder/archive_option.h"

namespace hemero {

namespace {

constexpr int exit_damaged = 1;

bool is_complete(const Findings& findings) { return findings.articles >= findings.total; }

void print_json(const CheckCommandOptions& options, const Findings& findings) {
  std::string line;
  JsonWriter json(line);
  json.begin_object().member("version", 1).member("full", options.full).member("sound", findings.list.empty());
  json.member("versions", findings.total).member("versions_read", findings.articles);
  json.key("problems").begin_array();
  for (const Finding& finding : findings.list) {
    json.begin_object().member("file", finding.file);
    json.key("article");
    finding.article != ArticleId{} ? json.value(std::uint64_t{static_cast<std::uint32_t>(finding.article)})
                                   : json.null();
    json.member("derived", finding.part == Damaged::derived).member("problem", finding.what).end_object();
  }
  json.end_array().end_object();
  fmt::print("{}\n", line);
}

void print_text(const CheckCommandOptions& options, const Findings& findings) {
  for (const Finding& finding : findings.list) {
    const std::string about =
        finding.article == ArticleId{} || finding.part == Damaged::catalogue
            ? finding.what
            : message("article {}: {}", static_cast<std::uint32_t>(finding.article), finding.what);
    fmt::print("{}\n", message("{}: {}", finding.file, about));
  }
  if (options.full && !is_complete(findings))
    fmt::print("{}\n", message("{} of {} versions were read", findings.articles, findings.total));
  if (findings.list.empty())
    fmt::print("{}\n", options.full ? message("nothing is damaged")
                                    : message("nothing is damaged, as far as that can be seen at once (--full)"));
}

}  // namespace

Findings check_with_progress(const ArchiveFolder& archive, CheckOptions options) {
  const auto progress = std::make_shared<std::unique_ptr<Progress>>();
  options.progress = [progress](std::uint64_t done, std::uint64_t total) {
    if (!*progress) *progress = std::make_unique<Progress>(message("checking"), total, ProgressUnit::articles);
    (*progress)->report(done, done);
    if (done == total) progress->reset();
  };
  return check_archive(archive, options);
}

Command declare(CheckCommandOptions& options) {
  Command command("check", message("look for what is damaged in the archive"));
  command.example("hemero-index check", message("whether all is there and belongs together, at once"));
  command.example("hemero-index check --full --time 60", message("every byte, and articles for a minute"));
  command.flag("--full", options.full, message("read every byte, and hold the index against the articles"));
  command
      .number("--time", 1, 1'000'000, options.time,
              message("seconds to read articles, others each time; all of them without it"))
      .needs("--full");
  command.json_format(options.as_json);
  declare_archive(command, options.archive);
  return command;
}

int run(const CheckCommandOptions& options) {
  CheckOptions how;
  how.full = options.full;
  if (options.time) how.time = std::chrono::seconds(*options.time);
  const Findings findings = check_with_progress(options.archive, how);
  options.as_json ? print_json(options, findings) : print_text(options, findings);
  if (!findings.list.empty())
    fmt::print(stderr, "{}\n", message("“hemero-index repair” mends it, as far as that can be"));
  return findings.list.empty() ? 0 : exit_damaged;
}

}  // namespace hemero
