#include "indexer/diagnosis/doctor.h"

#include <algorithm>

#include <fmt/format.h>

#include "common/base/json_writer.h"
#include "common/base/message.h"
#include "common/base/names/name_list.h"
#include "common/base/visible.h"
#include "common/store/folder/archive_option.h"
#include "indexer/diagnosis/examination.h"

namespace hemero {

namespace {

void print_json(const std::vector<Diagnostic>& diagnostics) {
  std::string line;
  JsonWriter json(line);
  json.begin_object().member("version", 1).key("findings").begin_array();
  for (const Diagnostic& diagnostic : diagnostics) {
    json.begin_object().member("name", diagnostic.name).member("value", diagnostic.value).key("problem");
    diagnostic.problem.empty() ? json.null() : json.value(diagnostic.problem);
    json.end_object();
  }
  json.end_array().end_object();
  fmt::print("{}\n", line);
}

void print_text(const std::vector<Diagnostic>& diagnostics) {
  std::vector<NameRow> rows;
  for (const Diagnostic& diagnostic : diagnostics) rows.emplace_back(diagnostic.label, visible(diagnostic.value));
  fmt::print("{}", name_list(rows));
  for (const Diagnostic& diagnostic : diagnostics)
    if (!diagnostic.problem.empty()) fmt::print("{}\n", wrapped(message("problem: {}", diagnostic.problem), 0));
}

}  // namespace

Command declare(DoctorOptions& options) {
  Command command("doctor", message("say what a person who helps would ask for, and what is wrong"));
  command.example("hemero-index doctor", message("versions, language, disk and state of the archive"));
  command.json_format(options.as_json);
  declare_archive(command, options.archive);
  return command;
}

int run(const DoctorOptions& options) {
  const std::vector<Diagnostic> diagnostics = examine(options.archive);
  options.as_json ? print_json(diagnostics) : print_text(diagnostics);
  return std::any_of(diagnostics.begin(), diagnostics.end(),
                     [](const Diagnostic& each) { return !each.problem.empty(); });
}

}  // namespace hemero
