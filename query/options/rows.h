#pragma once

#include <cstdint>
#include <memory>
#include <vector>

#include "common/command/command.h"
#include "common/store/archive_reader.h"
#include "query/exports/exporter.h"
#include "query/render/columns.h"

namespace hemero {

/// A form in which hits are printed.
enum class RowFormat : std::uint8_t {
  text,
  json,
  jsonl,
  csv,
  csv_excel,
  ris,
  csl_json,
  bibtex,
  txm,
  iramuteq,
  atom,
};

/// How hits are printed.
struct RowForm {
  RowFormat format = RowFormat::text;
  Columns columns = {};  ///< that are told of each hit; none: those of the format
  bool raw = false;      ///< cells of CSV are as they are, formulas too
};

/// Declares --format, --fields and --raw. Fields that are asked for make a table, unless the format is one of JSON.
void declare_rows(Command& command, RowForm& form);

/// Declares --format for what is no hits: text, JSON or CSV.
void declare_table(Command& command, RowFormat& format);

/// The form that is meant when these columns are asked for. Throws Error (usage) where the format has none.
RowFormat meant_format(const RowForm& form);

/// The same form; where it is a table of the usual columns, with one more of notes.
RowForm with_notes(RowForm form);

/// True for a form in which hits are printed one after the other, by a RowPrinter, and which has nothing else.
bool is_rows(RowFormat format);

/// True where hits are to have their text and their state, and may be very many.
bool is_exported(const RowForm& form);

/// Where what is printed now comes from: an archive, by its uuid, and the last batch that is known of it.
ExportOrigin origin_now(std::string archive, std::uint64_t state, std::string query);
ExportOrigin origin_of(const ArchiveReader& archive, std::string query);

/// What writes articles in a form of rows.
std::unique_ptr<Exporter> make_exporter(const RowForm& form, ExportOrigin origin);

/// Prints hits one after the other in a form of rows. Throws Error (usage) for a zip on a terminal.
class RowPrinter {
 public:
  RowPrinter(RowForm form, ExportOrigin origin);

  /// Of so many that match.
  void print(const Hit& hit, std::uint64_t total);

  /// Also without any hit.
  void finish();

  std::uint64_t printed() const { return printed_; }

 private:
  void begin(std::uint64_t total);

  RowForm form_;
  ExportOrigin origin_;
  std::unique_ptr<Exporter> exporter_;
  std::uint64_t printed_ = 0;
};

/// Prints them all.
void print_rows(const std::vector<Hit>& hits, const RowForm& form, ExportOrigin origin);

}  // namespace hemero
