#include "indexer/commands/matching_ids.h"

#include <unistd.h>

#include <filesystem>

#include "common/base/error.h"
#include "common/base/message.h"
#include "common/base/running_program.h"
#include "indexer/commands/article_ids.h"

namespace hemero {

namespace {

std::string searching_program() {
  std::error_code ignored;  // without /proc the PATH is left
  const auto beside = std::filesystem::read_symlink("/proc/self/exe", ignored).parent_path() / "hemero-query";
  return access(beside.c_str(), X_OK) == 0 ? beside.string() : "hemero-query";
}

}  // namespace

std::vector<ArticleId> matching_ids(const ArchiveFolder& archive, const std::string& query, bool all) {
  constexpr int hits = 0;
  constexpr int no_hit = 1;
  constexpr auto usage = static_cast<int>(ErrorCode::usage);  // the lowest status of an error
  const char* lang = language() == Language::french ? "fr" : "en";
  std::vector<std::string> command{
      searching_program(), "--archive", archive.path.string(), "--lang", lang, "search", "--ids", "--deadline", "0"};
  if (!all) command.emplace_back("--selective");
  command.insert(command.end(), {"--", query});
  RunningProgram program(std::move(command));
  std::vector<ArticleId> ids = read_article_ids(program, "hemero-query");
  const int status = program.finish();
  if (status == usage && !all)
    throw Error(ErrorCode::usage, message("nothing was done: a query that does not say what to find needs --all"),
                message("look at what it finds with --dry-run, then say --all, and --yes where there is no terminal"));
  if (status != hits && status != no_hit)
    throw Error(status >= usage ? static_cast<ErrorCode>(status) : ErrorCode::io,
                message("“{}” could not be searched: nothing was done", query),
                message("try it: “{}”",
                        "hemero-query search -a " + shell_word(archive.path.string()) + " -- " + shell_word(query)));
  return ids;
}

}  // namespace hemero
