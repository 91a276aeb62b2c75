#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace hemero {

/// Writes rows of CSV (RFC 4180) to a string, cell by cell: commas between them, CR LF behind a row, quotes around what
/// needs them. Text is UTF-8 and written as it is, but for one thing: a spreadsheet takes a cell that begins with one
/// of = + - @, a tab or CR for a formula, which may do anything, so an apostrophe is put before such a text.
class CsvWriter {
 public:
  explicit CsvWriter(std::string& out) : out_(out) {}

  CsvWriter& cell(std::string_view text);
  CsvWriter& cell(std::uint64_t number);

  /// A number rounded to `decimals` places.
  CsvWriter& cell(double number, int decimals);

  CsvWriter& end_row();

 private:
  void separate();

  std::string& out_;
  std::size_t cells_ = 0;     ///< of the row so far
  bool is_empty_row_ = true;  ///< nothing stands in them
};

}  // namespace hemero
