#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "common/base/deadline.h"
#include "common/command/command.h"
#include "common/model/occurrences.h"
#include "common/model/search_request.h"
#include "common/store/archive_reader.h"
#include "common/store/folder/archive_folder.h"
#include "query/answer/searcher.h"
#include "query/concordance/amount_list.h"
#include "query/concordance/collocates.h"
#include "query/concordance/keywords.h"
#include "query/concordance/quotation_list.h"
#include "query/options/display.h"
#include "query/options/rows.h"

namespace hemero {

// The commands that look at all occurrences of a query.

/// What is asked of all of them.
struct OccurrenceOptions {
  ArchiveFolder archive;
  SearchRequest request;
  bool synonyms = false;
  RowFormat format = RowFormat::text;
  Display display;
};

/// What is asked of those that print a line for each thing that they find.
struct LineOptions : OccurrenceOptions {
  std::size_t limit = 20;
  bool all = false;  ///< every line
  std::size_t offset = 0;
};

/// hemero-query kwic
struct KwicOptions : LineOptions {
  LineOrder order = LineOrder::right;
  std::size_t context = 7;           ///< words on each side
  std::optional<std::size_t> width;  ///< columns of a line; none: those of the terminal
};

/// hemero-query quotations
struct QuotationsOptions : LineOptions {
  QuotationChoice choice;
};

/// hemero-query amounts
struct AmountsOptions : LineOptions {
  AmountChoice choice;
};

/// hemero-query collocates
struct CollocatesOptions : OccurrenceOptions {
  CollocateOptions words;
  std::size_t limit = 20;
};

/// hemero-query keywords
struct KeywordsOptions : OccurrenceOptions {
  KeywordOptions words;
  std::size_t limit = 20;
};

/// hemero-query dispersion
struct DispersionOptions : OccurrenceOptions {
  PartField field = PartField::month;
};

Command declare(KwicOptions& options);
Command declare(QuotationsOptions& options);
Command declare(AmountsOptions& options);
Command declare(CollocatesOptions& options);
Command declare(KeywordsOptions& options);
Command declare(DispersionOptions& options);
int run(const KwicOptions& options);
int run(const QuotationsOptions& options);
int run(const AmountsOptions& options);
int run(const CollocatesOptions& options);
int run(const KeywordsOptions& options);
int run(const DispersionOptions& options);

// What they share.

/// Declares the query, which may be missing unless it is required, and the options that say which texts are looked at.
void declare_occurrences(Command& command, OccurrenceOptions& options, bool required = true);

/// Declares which lines are printed: -n and --offset.
void declare_lines(Command& command, LineOptions& options, std::string limit_help, std::string offset_help);

/// Declares in which form: --format, and the display.
void declare_line_format(Command& command, LineOptions& options);

/// How many lines are asked for.
std::size_t asked_lines(const LineOptions& options, const OccurrenceTotals& totals);

/// Which of the lines stand on a page that does not have all of them, for people; else nothing.
std::string told_lines(const LineOptions& options, const OccurrenceTotals& totals);

/// Calls `print` for the lines that are asked for, some thousand at a time: from which one on, counted from 0, and how
/// many.
void for_each_batch(const LineOptions& options, const OccurrenceTotals& totals,
                    const std::function<void(std::size_t offset, std::size_t count)>& print);

/// Declares which words are told: --stop-words, and --least and --least-texts with what holds when nothing is said.
void declare_thresholds(Command& command, bool& stop_words, std::uint64_t& least, std::uint64_t& least_texts);

/// Declares --case.
void declare_capitals(Command& command, bool& capitals);

/// What they look with, opened as asked for, and until when.
struct OccurrenceSearch {
  OccurrenceSearch(const OccurrenceOptions& options, ArchiveReader::Use use);

  SearchRequest request;  ///< means every article where there are no words
  ArchiveReader archive;
  Searcher searcher;
  Deadline deadline;
};

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
