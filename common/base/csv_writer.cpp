#include "common/base/csv_writer.h"

#include <algorithm>

#include <fmt/format.h>

namespace hemero {

namespace {

bool is_formula(std::string_view text) {
  return !text.empty() && std::string_view("=+-@\t\r").find(text[0]) != std::string_view::npos;
}

bool needs_quotes(std::string_view text, char separator) {
  return text.find(separator) != std::string_view::npos || text.find_first_of("\"\r\n") != std::string_view::npos;
}

}  // namespace

CsvWriter& CsvWriter::cell(std::string_view text) {
  separate();
  is_empty_row_ = is_empty_row_ && text.empty();
  const bool quoted = needs_quotes(text, form_.separator);
  if (quoted) out_ += '"';
  if (form_.guarded && is_formula(text)) out_ += '\'';
  for (const char c : text) {
    if (c == '"') out_ += '"';
    out_ += c;
  }
  if (quoted) out_ += '"';
  return *this;
}

CsvWriter& CsvWriter::cell(std::uint64_t number) {
  separate();
  is_empty_row_ = false;
  out_ += fmt::format_int(number).c_str();
  return *this;
}

CsvWriter& CsvWriter::cell(double number, int decimals) {
  separate();
  is_empty_row_ = false;
  std::string text = fmt::format("{:.{}f}", number, decimals);
  std::replace(text.begin(), text.end(), '.', form_.decimal);
  out_ += text;
  return *this;
}

/// A row of one empty cell has quotes, for readers pass over a line without anything.
CsvWriter& CsvWriter::end_row() {
  if (cells_ == 1 && is_empty_row_) out_ += "\"\"";
  out_ += "\r\n";
  cells_ = 0;
  is_empty_row_ = true;
  return *this;
}

void CsvWriter::separate() {
  if (cells_ > 0) out_ += form_.separator;
  ++cells_;
}

}  // namespace hemero
