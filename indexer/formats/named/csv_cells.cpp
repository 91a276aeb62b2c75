#include "indexer/formats/named/csv_cells.h"

#include <algorithm>
#include <array>

namespace hemero {

namespace {

/// Bytes that spreadsheets leave between a closing quote and the separator.
bool is_padding(char byte) { return byte == ' ' || byte == '\t' || byte == '\r'; }

bool is_sign(char byte) {
  const bool letter = (byte | 32) >= 'a' && (byte | 32) <= 'z';
  return !letter && (byte < '0' || byte > '9');
}

/// Where the next quote or, in such a dialect, the next backslash stands.
std::size_t find_mark(std::string_view text, std::size_t at, bool backslashes) {
  const std::size_t quote = std::min(text.find('"', at), text.size());
  return backslashes ? std::min(text.substr(0, quote).find('\\', at), quote) : quote;
}

/// The end of the quoted cell that begins at `begin`, behind its closing quote; its text is put into `cell`.
std::size_t read_quoted(std::string_view row, std::size_t begin, bool backslashes, std::string& cell) {
  std::size_t at = begin + 1;
  while (true) {
    const std::size_t mark = find_mark(row, at, backslashes);
    cell.append(row.substr(at, mark - at));
    if (mark + 1 >= row.size()) return std::min(mark + 1, row.size());
    const bool escaped = row[mark] == '\\';
    if (!escaped && row[mark + 1] != '"') return mark + 1;
    if (escaped && !is_sign(row[mark + 1])) cell += '\\';
    cell += row[mark + 1];
    at = mark + 2;
  }
}

}  // namespace

void CsvScan::step(char byte) {
  if (place_ == Place::behind_backslash) {
    place_ = Place::quoted;
  } else if (place_ == Place::cell_begin && byte == '"') {
    place_ = Place::quoted;
  } else if (byte == dialect_.separator) {
    place_ = Place::cell_begin;
  } else if (byte == '\n') {
    state_ = State::ended;
  } else if (place_ == Place::behind_quote) {
    if (byte == '"')
      place_ = Place::quoted;
    else if (!is_padding(byte))
      state_ = State::stray;
  } else {
    place_ = Place::plain;
  }
}

/// Passes bytes inside of quotes, up to the first that may end them or hides the next one.
std::size_t CsvScan::pass_quoted(std::string_view bytes) {
  const std::size_t mark = find_mark(bytes, 0, dialect_.backslashes);
  if (mark == bytes.size()) return mark;
  place_ = bytes[mark] == '"' ? Place::behind_quote : Place::behind_backslash;
  return mark + 1;
}

std::size_t CsvScan::advance(std::string_view bytes) {
  std::size_t at = 0;
  while (at < bytes.size() && state_ == State::open) {
    if (place_ == Place::quoted)
      at += pass_quoted(bytes.substr(at));
    else
      step(bytes[at++]);
  }
  return at;
}

std::vector<std::string> split_csv_row(std::string_view row, CsvDialect dialect) {
  std::vector<std::string> cells;
  for (std::size_t at = 0; at <= row.size(); ++at) {
    std::string& cell = cells.emplace_back();
    const bool quoted = at < row.size() && row[at] == '"';
    if (quoted) at = read_quoted(row, at, dialect.backslashes, cell);
    const std::size_t end = std::min(row.find(dialect.separator, at), row.size());
    if (!quoted) cell.assign(row.substr(at, end - at));
    at = end;
  }
  return cells;
}

char sniff_csv_separator(std::string_view header) {
  constexpr std::array<char, 3> known{',', ';', '\t'};
  std::array<std::size_t, 3> counts{};
  bool quoted = false;
  for (const char byte : header) {
    if (byte == '"') quoted = !quoted;
    for (std::size_t i = 0; i < known.size(); ++i)
      if (!quoted && byte == known[i]) ++counts[i];
  }
  return known[static_cast<std::size_t>(std::max_element(counts.begin(), counts.end()) - counts.begin())];
}

}  // namespace hemero
