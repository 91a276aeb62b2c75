#include "indexer/formats/named/csv_cells.h"

#include <algorithm>
#include <array>
#include <cstring>

namespace hemero {

namespace {

/// Bytes that spreadsheets leave between a closing quote and the separator.
bool is_padding(char byte) { return byte == ' ' || byte == '\t' || byte == '\r'; }

/// The end of the quoted cell that begins at `begin`, behind its closing quote; its text is put into `cell`.
std::size_t read_quoted(std::string_view row, std::size_t begin, std::string& cell) {
  std::size_t at = begin + 1;
  while (true) {
    const std::size_t quote = std::min(row.find('"', at), row.size());
    cell.append(row.substr(at, quote - at));
    if (quote + 1 >= row.size() || row[quote + 1] != '"') return std::min(quote + 1, row.size());
    cell += '"';
    at = quote + 2;
  }
}

}  // namespace

void CsvScan::step(char byte) {
  if (place_ == Place::quoted) return;  // advance() stops at quotes only
  if (place_ == Place::cell_begin && byte == '"') {
    place_ = Place::quoted;
  } else if (byte == separator_) {
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

std::size_t CsvScan::advance(std::string_view bytes) {
  std::size_t at = 0;
  while (at < bytes.size() && state_ == State::open) {
    if (place_ == Place::quoted) {
      const void* quote = std::memchr(bytes.data() + at, '"', bytes.size() - at);
      if (quote == nullptr) return bytes.size();
      at = static_cast<std::size_t>(static_cast<const char*>(quote) - bytes.data()) + 1;
      place_ = Place::behind_quote;
    } else {
      step(bytes[at++]);
    }
  }
  return at;
}

std::vector<std::string> split_csv_row(std::string_view row, char separator) {
  std::vector<std::string> cells;
  for (std::size_t at = 0; at <= row.size(); ++at) {
    std::string& cell = cells.emplace_back();
    const bool quoted = at < row.size() && row[at] == '"';
    if (quoted) at = read_quoted(row, at, cell);
    const std::size_t end = std::min(row.find(separator, at), row.size());
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
