#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <string_view>

#include "common/base/byte_input.h"
#include "indexer/formats/named/csv_cells.h"

namespace hemero {

/// One row of a table, as its bytes stand in the file, without its line end.
struct CsvRow {
  enum class Fault : unsigned char { none, too_long, open_quote, stray_quote };

  std::string_view
      text;  ///< valid until the next call; of a row with a broken quote its first line, of one too long nothing
  std::uint64_t line = 0;    ///< number of its first line, from 1
  std::uint64_t offset = 0;  ///< bytes before it in the (decompressed) file
  Fault fault = Fault::none;
};

/// Cuts a table into rows, which may hold line ends in quotes. A row that is broken as RFC 4180 has quotes, and sound
/// with backslashes, or the other way round, tells the dialect from there on. A row with a broken quote ends with its
/// first line, so that the rows behind it are read; where that would mean reading the same bytes again and again, no
/// later row may be longer than a line. A row over the cap is passed over to where its quotes end it.
class CsvRows {
 public:
  /// `cap`: bytes of the longest row.
  CsvRows(ByteInput& input, std::size_t cap);

  std::size_t cap() const { return cap_; }

  /// The line that the next row begins with, as far as a read of the file reaches; consumes nothing.
  std::string_view peek_line();

  /// What stands between the cells of later rows.
  void set_separator(char separator) { dialect_.separator = separator; }

  /// How the last row is written.
  CsvDialect dialect() const { return dialect_; }

  /// The next row, or nothing at the end. Throws what ByteInput::read throws.
  std::optional<CsvRow> next();

  /// Bytes of the decompressed input consumed so far.
  std::uint64_t offset() const { return offset_; }

 private:
  std::string_view unread() const { return {buffer_.get() + begin_, end_ - begin_}; }

  /// How far a scan came, and where it was when it ended.
  struct Scanned {
    CsvScan scan;
    std::size_t size = 0;
    bool too_long = false;

    CsvRow::Fault fault() const;
  };

  bool refill();
  Scanned scan_row(CsvDialect dialect);
  CsvRow take(std::size_t size, CsvRow::Fault fault);
  CsvRow take_line(CsvRow::Fault fault);
  CsvRow take_long(CsvScan scan, std::size_t scanned);
  CsvRow next_line();
  void skip_line();
  void consume(std::size_t size);

  ByteInput& input_;
  std::size_t cap_;
  std::unique_ptr<char[]> buffer_;  ///< room for a row at the cap and one read; pages never touched cost nothing
  std::size_t begin_ = 0;           ///< what was read and not yet handed out is buffer_[begin_, end_)
  std::size_t end_ = 0;
  CsvDialect dialect_;
  std::uint64_t offset_ = 0;
  std::uint64_t line_ = 1;
  std::uint64_t scanned_twice_ = 0;  ///< bytes behind the first lines of broken rows
};

}  // namespace hemero
