#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace hemero {

/// How a table is written.
struct CsvDialect {
  char separator;
  bool backslashes;  ///< a quote may stand in a quoted cell behind a backslash too, as MySQL and Spark write it

  CsvDialect(char between = ',', bool escaped = false) : separator(between), backslashes(escaped) {}  // NOLINT
};

/// Follows the quotes of a table as RFC 4180 has them: a cell that begins with a quote reaches to the next single one,
/// and may hold separators, line ends and doubled quotes. Bytes come in pieces.
class CsvScan {
 public:
  /// What a row is when no more bytes are looked at. `open`: it goes on; `stray`: behind a closing quote stands neither
  /// a separator nor the end of the line.
  enum class State : unsigned char { open, ended, stray };

  explicit CsvScan(CsvDialect dialect) : dialect_(dialect) {}

  /// Looks at bytes until the row ends (its line feed is the last byte looked at) or goes astray; returns their number.
  std::size_t advance(std::string_view bytes);

  State state() const { return state_; }

  /// True inside of a quoted cell.
  bool in_quotes() const { return place_ == Place::quoted || place_ == Place::behind_backslash; }

 private:
  enum class Place : unsigned char { cell_begin, plain, quoted, behind_backslash, behind_quote };

  void step(char byte);
  std::size_t pass_quoted(std::string_view bytes);

  CsvDialect dialect_;
  State state_ = State::open;
  Place place_ = Place::cell_begin;
};

/// The cells of one sound row, without their quotes, and without backslashes before signs where the dialect has them.
std::vector<std::string> split_csv_row(std::string_view row, CsvDialect dialect);

/// The separator of a table by its header line: whichever of , ; and tab stands there most often, outside of quotes.
char sniff_csv_separator(std::string_view header);

}  // namespace hemero
