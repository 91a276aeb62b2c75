#include "indexer/diagnosis/examination.h"

#include <algorithm>
#include <cstdlib>
#include <optional>

#include <fmt/format.h>

#include "common/base/error.h"
#include "common/base/message.h"
#include "common/base/size_text.h"
#include "common/command/settings.h"
#include "common/store/archive_reader.h"
#include "common/store/catalogue/run_log.h"
#include "common/store/folder/folder_state.h"
#include "common/store/store_versions.h"
#include "common/store/unfinished.h"
#include "indexer/formats/documents/pdf_document.h"

namespace hemero {

namespace {

using Diagnostics = std::vector<Diagnostic>;

void add_versions(Diagnostics& diagnostics) {
  for (const auto& [name, version] : store_versions()) {
    std::string key = name;
    std::replace(key.begin(), key.end(), ' ', '_');
    diagnostics.push_back({key, std::string(translated(name)), version, {}});
  }
}

/// Most archives hold no PDF, so that it is no fault when it is not there.
void add_pdf_reader(Diagnostics& diagnostics) {
  diagnostics.push_back(
      {"pdftotext",
       message("reader of PDFs"),
       pdftotext_version().value_or(message("none: PDFs cannot be read (pdftotext, package poppler-utils)")),
       {}});
}

/// The first of the variables that POSIX reads the language from, as it is set.
std::string locale_text() {
  for (const char* name : {"LC_ALL", "LC_MESSAGES", "LANG"})
    if (const char* value = std::getenv(name); value != nullptr && *value != '\0')
      return fmt::format("{}={}", name, value);
  return message("none");
}

void add_language(Diagnostics& diagnostics) {
  const auto set = language_setting();
  const bool by_file = set && *set == language();
  const bool by_locale = !set && language_of_locale() == language();
  const std::string why = by_file ? message("the configuration file says so")
                                  : (by_locale ? message("the locale says so") : message("--lang says so"));
  const char* name = language() == Language::french ? "fr" : "en";
  diagnostics.push_back({"locale", message("locale"), locale_text(), {}});
  diagnostics.push_back({"language", message("language"), fmt::format("{} ({})", name, why), {}});
  const auto settings = settings_path();
  std::error_code ignored;
  const bool there = std::filesystem::exists(settings, ignored);
  diagnostics.push_back({"config",
                         message("configuration"),
                         there ? settings.string() : message("{} (there is none)", settings.string()),
                         {}});
}

void add_disk(Diagnostics& diagnostics, const FolderState& state) {
  Diagnostic system{"file_system", message("file system"), state.file_system.type, {}};
  if (state.file_system.over_network)
    system.problem = message("the archive lies on a network share, where locks may not hold: keep it on a local disk");
  diagnostics.push_back(system);
  Diagnostic space{"free_bytes", message("space left"), size_text(state.free_bytes), {}};
  if (state.exists && state.free_bytes < state.catalogue_bytes.value_or(0) + state.index_bytes.value_or(0))
    space.problem = message("there is less space left than the archive takes: a rebuild or a purge may not fit");
  diagnostics.push_back(space);
}

void add_rights(Diagnostics& diagnostics, const FolderState& state) {
  Diagnostic rights{
      "rights", message("rights"), state.writable ? message("may be written") : message("may not be written"), {}};
  if (state.exists && !state.readable) rights.problem = message("the archive may not be read by this user");
  diagnostics.push_back(rights);
  diagnostics.push_back({"writer",
                         message("written by"),
                         state.writer ? message("process {}", *state.writer) : message("nobody at the moment"),
                         {}});
}

std::string text_of(const std::optional<std::uint64_t>& bytes) {
  return bytes ? size_text(*bytes) : message("cannot be read");
}

void add_sizes(Diagnostics& diagnostics, const FolderState& state) {
  diagnostics.push_back({"catalogue_bytes", message("catalogue"), text_of(state.catalogue_bytes), {}});
  Diagnostic log{"log_bytes", message("log of the catalogue"), text_of(state.log_bytes), {}};
  constexpr std::uint64_t large = 64'000'000;
  if (state.log_bytes > large && !state.writer)
    log.problem = message("the log was not moved into the catalogue: the next “hemero-index add” does it");
  diagnostics.push_back(log);
  diagnostics.push_back({"index_bytes", message("index"), text_of(state.index_bytes), {}});
  if (!state.problems.empty()) diagnostics.back().problem = state.problems.front();
}

void add_runs(Diagnostics& diagnostics, const ArchiveFolder& archive, bool is_written) {
  constexpr std::size_t most = 3;
  const auto runs = read_runs(archive);
  const std::size_t first = runs.size() - std::min(runs.size(), most);
  for (std::size_t i = first; i < runs.size(); ++i) {
    const bool cut = runs[i].finished.empty();
    Diagnostic run{"run",
                   message("run {}", runs[i].id),
                   fmt::format("{} {}{}", runs[i].started, runs[i].command, cut ? " " + message("(cut short)") : ""),
                   {}};
    if (cut && !is_written && i + 1 == runs.size())
      run.problem = message("the last run was cut short: what it had committed is stored, the same command goes on");
    diagnostics.push_back(run);
  }
}

/// What is left to be done, as the archive itself knows it; a run that was cut short is told where runs are.
void add_state(Diagnostics& diagnostics, const ArchiveFolder& archive) {
  const ArchiveStatus status = ArchiveReader(archive).status();
  diagnostics.push_back(
      {"articles", message("articles"), message("{} ({} versions)", status.articles, status.versions), {}});
  Diagnostic work{"unfinished", message("unfinished work"), message("none"), {}};
  for (const UnfinishedWork& each : unfinished_work(status))
    if (each.name != "run" && !status.is_written) work.problem = each.text;
  if (!work.problem.empty()) work.value = message("yes");
  if (status.leftovers > 0) work.value += ", " + message("parts of older indexes: {}", status.leftovers);
  diagnostics.push_back(work);
}

}  // namespace

std::vector<Diagnostic> examine(const ArchiveFolder& archive) {
  Diagnostics diagnostics;
  add_versions(diagnostics);
  add_pdf_reader(diagnostics);
  add_language(diagnostics);
  const FolderState state = look_at_folder(archive);
  diagnostics.push_back({"archive", message("archive"), archive.path.string(), {}});
  add_disk(diagnostics, state);
  add_rights(diagnostics, state);
  add_sizes(diagnostics, state);
  try {
    add_runs(diagnostics, archive, state.writer.has_value());
    add_state(diagnostics, archive);
  } catch (const Error& error) {
    const std::string what = error.hint().empty() ? error.message() : error.message() + "; " + error.hint();
    diagnostics.push_back({"state", message("state"), message("cannot be told"), what});
  }
  return diagnostics;
}

}  // namespace hemero
