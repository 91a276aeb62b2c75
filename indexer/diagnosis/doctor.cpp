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

void print_json(const std::vector<Finding>& findings) {
  std::string line;
  JsonWriter json(line);
  json.begin_object().member("version", 1).key("findings").begin_array();
  for (const Finding& finding : findings) {
    json.begin_object().member("name", finding.name).member("value", finding.value).key("problem");
    finding.problem.empty() ? json.null() : json.value(finding.problem);
    json.end_object();
  }
  json.end_array().end_object();
  fmt::print("{}\n", line);
}

void print_text(const std::vector<Finding>& findings) {
  std::vector<NameRow> rows;
  for (const Finding& finding : findings) rows.emplace_back(finding.label, visible(finding.value));
  fmt::print("{}", name_list(rows));
  for (const Finding& finding : findings)
    if (!finding.problem.empty()) fmt::print("{}\n", wrapped(message("problem: {}", finding.problem), 0));
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
  const std::vector<Finding> findings = examine(options.archive);
  options.as_json ? print_json(findings) : print_text(findings);
  return std::any_of(findings.begin(), findings.end(), [](const Finding& each) { return !each.problem.empty(); });
}

}  // namespace hemero
