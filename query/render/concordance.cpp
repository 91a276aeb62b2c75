#include "query/render/concordance.h"

#include <algorithm>

#include <fmt/format.h>

#include "common/base/csv_writer.h"
#include "common/base/message.h"
#include "common/text/characters/one_line.h"
#include "common/text/characters/unicode.h"
#include "query/render/totals.h"

namespace hemero {

namespace {

constexpr const char* gap = "  ";  ///< on both sides of a pivot

/// As much of the beginning of a text as fits into so many columns, up to the end of a word where it can be.
std::string_view beginning(std::string_view text, std::size_t columns) {
  if (display_width(text) <= columns) return text;
  std::size_t end = 0;
  std::size_t word_end = 0;
  for (std::size_t width = 0; end < text.size();) {
    const std::size_t size = code_point_at(text, end).size;
    width += display_width(text.substr(end, size));
    if (width > columns) break;
    if (text[end] == ' ') word_end = end;
    end += size;
  }
  return text.substr(0, word_end > 0 ? word_end : end);
}

/// As much of its end, from the beginning of a word on where it can be.
std::string_view ending(std::string_view text, std::size_t columns) {
  if (display_width(text) <= columns) return text;
  std::size_t begin = text.size();
  std::size_t word_begin = text.size();
  for (std::size_t width = 0; begin > 0;) {
    const std::size_t before = floor_code_point(text, begin - 1);
    width += display_width(text.substr(before, begin - before));
    if (width > columns) break;
    if (text[before] == ' ') word_begin = begin;
    begin = before;
  }
  return text.substr(word_begin < text.size() ? word_begin : begin);
}

std::string without_blanks_around(const std::string& text) {
  const std::size_t begin = text.find_first_not_of(' ');
  return begin == std::string::npos ? "" : text.substr(begin, text.find_last_not_of(' ') - begin + 1);
}

/// A text in a line of its own, without blanks around it.
std::string lined(const std::string& text) { return without_blanks_around(one_line(text)); }

std::string blanks(std::size_t columns, std::size_t taken) {
  return std::string(columns - std::min(columns, taken), ' ');
}

void write_line(JsonWriter& json, const ConcordanceLine& line) {
  json.begin_object().member("line", line.number).member("id", static_cast<std::uint64_t>(line.id));
  json.key("date");
  line.date.empty() ? json.null() : json.value(line.date);
  json.member("source", line.source).member("title", line.title);
  json.member("left", line.left).member("pivot", line.pivot).member("right", line.right);
  json.member("paragraph", line.paragraph).member("sentence", line.sentence);
  json.member("begin", line.begin).member("end", line.end).end_object();
}

}  // namespace

std::string occurrences_text(const OccurrenceTotals& totals) {
  const std::string count = number_text(totals.occurrences);
  const std::string texts = number_text(totals.holding);
  std::string text;
  if (!totals.complete)
    text = message("At least {} occurrences in {} texts", count, texts);
  else if (totals.occurrences == 1)
    text = message("1 occurrence");
  else
    text = totals.holding == 1 ? message("{} occurrences in 1 text", count)
                               : message("{} occurrences in {} texts", count, texts);
  return text + (totals.complete ? message("; ") : ". ") +
         totals_text(totals.total, totals.complete, DistinctTexts{totals.texts, totals.complete});
}

void write_totals(JsonWriter& json, const OccurrenceTotals& totals) {
  json.member("version", 1).member("query", totals.query).member("restrictions", totals.restrictions);
  json.member("notices", totals.notices).member("total", totals.total).member("texts", totals.texts);
  json.member("read", totals.read).member("complete", totals.complete);
}

std::string render_concordance_json(const OccurrenceTotals& totals, const std::vector<ConcordanceLine>& lines) {
  std::string out;
  JsonWriter json(out);
  json.begin_object();
  write_totals(json, totals);
  json.member("holding", totals.holding).member("occurrences", totals.occurrences).key("lines").begin_array();
  for (const ConcordanceLine& line : lines) write_line(json, line);
  json.end_array().end_object();
  return out;
}

std::string render_line_json(const ConcordanceLine& line) {
  std::string out;
  JsonWriter json(out);
  write_line(json, line);
  return out;
}

std::string concordance_header() {
  std::string out;
  CsvWriter csv(out);
  for (const char* name :
       {"line", "id", "date", "source", "title", "left", "pivot", "right", "paragraph", "sentence", "begin", "end"})
    csv.cell(name);
  csv.end_row();
  return out;
}

std::string render_concordance_csv(const std::vector<ConcordanceLine>& lines) {
  std::string out;
  CsvWriter csv(out);
  for (const ConcordanceLine& line : lines)
    csv.cell(line.number)
        .cell(static_cast<std::uint64_t>(line.id))
        .cell(line.date)
        .cell(line.source)
        .cell(line.title)
        .cell(line.left)
        .cell(line.pivot)
        .cell(line.right)
        .cell(std::uint64_t{line.paragraph})
        .cell(std::uint64_t{line.sentence})
        .cell(std::uint64_t{line.begin})
        .cell(std::uint64_t{line.end})
        .end_row();
  return out;
}

std::string render_concordance_text(const std::vector<ConcordanceLine>& lines, const TextStyle& style) {
  constexpr std::size_t day = 10;  // columns of a date
  std::size_t widest = 0;
  for (const ConcordanceLine& line : lines)
    widest = std::max(widest, fmt::formatted_size("[{}]", static_cast<std::uint32_t>(line.id)));
  const std::size_t room = style.columns - std::min(style.columns, widest + day + 3);
  const std::size_t left_columns = room * 9 / 20;
  std::string text;
  for (const ConcordanceLine& line : lines) {
    const std::string left = lined(line.left);
    const std::string pivot = lined(line.pivot);
    const std::string right = lined(line.right);
    const std::string_view before = ending(left, left_columns);
    const std::size_t taken = left_columns + display_width(pivot) + 4;
    const std::string_view behind = beginning(right, room - std::min(room, taken));
    const std::string id = fmt::format("[{}]", static_cast<std::uint32_t>(line.id));
    const std::string date = line.date.substr(0, day);
    text += fmt::format("{}{} {:{}}  {}{}{}", blanks(widest, id.size()), id, date, day,
                        blanks(left_columns, display_width(before)), before, gap);
    text += style.colour ? fmt::format("\x1b[1;31m{}\x1b[0m", pivot) : pivot;
    if (!behind.empty()) text += fmt::format("{}{}", gap, behind);
    text += '\n';
  }
  return text;
}

}  // namespace hemero
