#include "indexer/formats/named/csv_rows.h"

#include <algorithm>
#include <cstring>

namespace hemero {

namespace {

constexpr std::size_t block = std::size_t{128} << 10;                  // bytes asked for at once
constexpr std::uint64_t most_scanned_twice = std::uint64_t{64} << 20;  // bytes: a fraction of a second

std::string_view without_line_end(std::string_view row) {
  if (row.ends_with('\n')) row.remove_suffix(1);
  if (row.ends_with('\r')) row.remove_suffix(1);
  return row;
}

CsvRow::Fault fault_of(const CsvScan& scan) {
  if (scan.state() == CsvScan::State::stray) return CsvRow::Fault::stray_quote;
  return scan.in_quotes() ? CsvRow::Fault::open_quote : CsvRow::Fault::none;
}

CsvDialect other_dialect(CsvDialect dialect) { return {dialect.separator, !dialect.backslashes}; }

}  // namespace

CsvRows::CsvRows(ByteInput& input, std::size_t cap)
    : input_(input), cap_(cap), buffer_(std::make_unique_for_overwrite<char[]>(cap + 2 * block)) {
  constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";
  while (unread().size() < byte_order_mark.size() && refill()) continue;
  if (!unread().starts_with(byte_order_mark)) return;
  begin_ += byte_order_mark.size();
  offset_ += byte_order_mark.size();
}

std::string_view CsvRows::peek_line() {
  while (unread().find('\n') == std::string_view::npos && unread().size() < block && refill()) continue;
  return without_line_end(unread().substr(0, std::min(unread().find('\n'), unread().size())));
}

CsvRow::Fault CsvRows::Scanned::fault() const { return too_long ? CsvRow::Fault::too_long : fault_of(scan); }

/// Looks at the next row as a dialect has it, taking nothing.
CsvRows::Scanned CsvRows::scan_row(CsvDialect dialect) {
  Scanned row{CsvScan(dialect)};
  while (row.scan.state() == CsvScan::State::open && !row.too_long) {
    if (row.size == unread().size() && !refill()) break;
    row.size += row.scan.advance(unread().substr(row.size));
    row.too_long = row.size > cap_ + 1 && row.scan.state() == CsvScan::State::open;
  }
  return row;
}

std::optional<CsvRow> CsvRows::next() {
  if (unread().empty() && !refill()) return std::nullopt;
  if (scanned_twice_ > most_scanned_twice) return next_line();
  Scanned found = scan_row(dialect_);
  if (found.fault() != CsvRow::Fault::none) {
    const Scanned other = scan_row(other_dialect(dialect_));
    scanned_twice_ += other.size;
    if (other.fault() == CsvRow::Fault::none) {
      dialect_ = other_dialect(dialect_);
      found = other;
    }
  }
  if (found.too_long) return take_long(found.scan, found.size);
  if (found.fault() == CsvRow::Fault::none) return take(found.size, CsvRow::Fault::none);
  CsvRow row = take_line(found.fault());
  scanned_twice_ += found.size - std::min(found.size, row.text.size());
  return row;
}

/// The next line as a row, sound or not.
CsvRow CsvRows::next_line() {
  CsvRow row = take_line(CsvRow::Fault::none);
  if (row.fault != CsvRow::Fault::none) return row;
  CsvScan scan(dialect_);
  scan.advance(row.text);
  row.fault = fault_of(scan);
  return row;
}

CsvRow CsvRows::take(std::size_t size, CsvRow::Fault fault) {
  CsvRow row{without_line_end(unread().substr(0, size)), line_, offset_, fault};
  if (row.text.size() > cap_) row = {{}, line_, offset_, CsvRow::Fault::too_long};
  consume(size);
  return row;
}

CsvRow CsvRows::take_line(CsvRow::Fault fault) {
  std::size_t searched = 0;
  while (true) {
    const std::size_t end = unread().find('\n', searched);
    if (end != std::string_view::npos) return take(end + 1, fault);
    searched = unread().size();
    if (searched > cap_ + 1) break;
    if (!refill()) return take(searched, fault);
  }
  const CsvRow row{{}, line_, offset_, CsvRow::Fault::too_long};
  skip_line();
  return row;
}

/// Goes past the end of a row whose first `scanned` bytes are over the cap.
CsvRow CsvRows::take_long(CsvScan scan, std::size_t scanned) {
  const CsvRow row{{}, line_, offset_, CsvRow::Fault::too_long};
  consume(scanned);
  while (scan.state() == CsvScan::State::open && (!unread().empty() || refill())) consume(scan.advance(unread()));
  if (scan.state() == CsvScan::State::stray) skip_line();
  return row;
}

void CsvRows::skip_line() {
  while (!unread().empty() || refill()) {
    const std::size_t end = unread().find('\n');
    consume(end == std::string_view::npos ? unread().size() : end + 1);
    if (end != std::string_view::npos) return;
  }
}

void CsvRows::consume(std::size_t size) {
  line_ += static_cast<std::uint64_t>(std::count(buffer_.get() + begin_, buffer_.get() + begin_ + size, '\n'));
  begin_ += size;
  offset_ += size;
}

/// Reads one block behind what is there; false at the end of the input.
bool CsvRows::refill() {
  if (begin_ > 0) {
    std::memmove(buffer_.get(), buffer_.get() + begin_, end_ - begin_);
    end_ -= begin_;
    begin_ = 0;
  }
  const std::size_t count = input_.read({buffer_.get() + end_, block});
  end_ += count;
  return count > 0;
}

}  // namespace hemero
