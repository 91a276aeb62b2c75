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

std::vector<ArticleId> matching_ids(const ArchiveFolder& archive, const std::string& query) {
  constexpr int hits = 0;
  constexpr int no_hit = 1;
  constexpr auto first_error = static_cast<int>(ErrorCode::usage);
  const char* lang = language() == Language::french ? "fr" : "en";
  RunningProgram program(
      {searching_program(), "--archive", archive.path.string(), "--lang", lang, "search", "--ids", "--", query});
  std::vector<ArticleId> ids = read_article_ids(program, "hemero-query");
  const int status = program.finish();
  if (status != hits && status != no_hit)
    throw Error(status >= first_error ? static_cast<ErrorCode>(status) : ErrorCode::io,
                message("“{}” could not be searched: nothing was done", query),
                message("try it: hemero-query search -- {}", query));
  return ids;
}

}  // namespace hemero
