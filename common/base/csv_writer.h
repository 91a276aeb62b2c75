#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace hemero {

/// What a table is like that is no plain CSV.
struct CsvForm {
  char separator = ',';
  char decimal = '.';   ///< between a number and its decimals
  bool guarded = true;  ///< no text is a formula
};

/// Writes rows of CSV (RFC 4180) to a string, cell by cell: commas between them, CR LF behind a row, quotes around what
/// needs them. Text is UTF-8 and written as it is, but for one thing: a spreadsheet takes a cell that begins with one
/// of = + - @, a tab or CR for a formula, which may do anything, so an apostrophe is put before such a text, as OWASP
/// says (CSV Injection).
class CsvWriter {
 public:
  explicit CsvWriter(std::string& out, CsvForm form = {}) : out_(out), form_(form) {}

  CsvWriter& cell(std::string_view text);
  CsvWriter& cell(std::uint64_t number);

  /// A number rounded to `decimals` places.
  CsvWriter& cell(double number, int decimals);

  CsvWriter& end_row();

 private:
  void separate();

  std::string& out_;
  CsvForm form_;
  std::size_t cells_ = 0;     ///< of the row so far
  bool is_empty_row_ = true;  ///< nothing stands in them
};

}  // namespace hemero
