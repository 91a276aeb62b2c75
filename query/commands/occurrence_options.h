#pragma once

#include <functional>
#include <string>
#include <vector>

#include "common/command/command.h"
#include "common/model/occurrences.h"
#include "common/model/search_request.h"
#include "common/store/archive_reader.h"
#include "common/store/folder/archive_folder.h"
#include "query/commands/display.h"
#include "query/commands/rows.h"

namespace hemero {

// What the commands share that look at all occurrences of a query.

/// What is asked of all of them.
struct OccurrenceOptions {
  ArchiveFolder archive;
  SearchRequest request;
  bool synonyms = false;
  RowFormat format = RowFormat::text;
  Display display;
};

/// Declares the query, which may be missing unless it is required, and the options that say which texts are looked at.
void declare_occurrences(Command& command, OccurrenceOptions& options, bool required = true);

/// Declares which words are told: --stop-words, and --least and --least-texts with what holds when nothing is said.
void declare_thresholds(Command& command, bool& stop_words, std::uint64_t& least, std::uint64_t& least_texts);

/// How an answer is printed.
struct AnswerForms {
  std::function<std::string()> json;
  std::function<std::string()> csv;
  std::function<std::string(const TextStyle& style)> text;
};

/// Prints an answer in the form that was asked for, and where that has no place for them its notices.
void print_answer(const OccurrenceOptions& options, const OccurrenceTotals& totals, const AnswerForms& forms);

/// The exit status of a command that told all there is: whether `any` was found.
int status_of(const OccurrenceTotals& totals, bool any, const ArchiveReader& archive);

}  // namespace hemero
