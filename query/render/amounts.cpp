#include "query/render/amounts.h"

#include <cmath>

#include <fmt/format.h>

#include "common/base/csv_writer.h"
#include "common/base/message.h"
#include "common/text/characters/one_line.h"
#include "query/render/concordance.h"
#include "query/render/line_parts.h"
#include "query/render/totals.h"
#include "query/render/wrapping.h"

namespace hemero {

namespace {

constexpr int decimals = 2;  ///< of a value

void write_line(JsonWriter& json, const AmountLine& line) {
  json.begin_object().member("line", line.number).member("id", static_cast<std::uint64_t>(line.id));
  write_text_or_null(json, "date", line.date);
  json.member("source", line.source).member("title", line.title);
  json.key("value").value(line.value, decimals);
  json.member("currency", line.currency).member("amount", line.amount).member("sentence", line.sentence);
  write_highlights(json, line.sentence, line.highlights);
  json.member("paragraph", line.paragraph).member("begin", line.begin).member("end", line.end).end_object();
}

/// "1,500,000 EUR", "0.35 EUR".
std::string value_text(const AmountLine& line) {
  constexpr double exact_limit = 1e15;  // beyond it a double has no digits worth printing
  const bool whole = std::floor(line.value) == line.value && line.value < exact_limit;
  const std::string value =
      whole ? number_text(static_cast<std::uint64_t>(line.value)) : number_text(line.value, decimals);
  return value + " " + line.currency;
}

std::string line_text(const AmountLine& line, const TextStyle& style) {
  constexpr std::string_view margin = "    ";
  const std::string head = number_and_source(line.id, line.date, line.source) + " · " + value_text(line);
  const std::string sentence = one_line(line.sentence);
  return wrapped(one_line(head), style, "") + wrapped({sentence, line.highlights}, style, margin, margin);
}

}  // namespace

std::string amounts_text(const OccurrenceTotals& totals) {
  const std::string count = number_text(totals.occurrences);
  const std::string texts = number_text(totals.holding);
  std::string text;
  if (!totals.complete)
    text = message("At least {} amounts in {} texts", count, texts);
  else if (totals.occurrences == 1)
    text = message("1 amount");
  else
    text =
        totals.holding == 1 ? message("{} amounts in 1 text", count) : message("{} amounts in {} texts", count, texts);
  return text + (totals.complete ? message("; ") : ". ") +
         totals_text(totals.total, totals.complete, DistinctTexts{totals.texts, totals.complete});
}

std::string render_amounts_json(const OccurrenceTotals& totals, const std::vector<AmountLine>& lines) {
  std::string out;
  JsonWriter json(out);
  json.begin_object();
  write_totals(json, totals);
  json.member("holding", totals.holding).member("amounts", totals.occurrences).key("lines").begin_array();
  for (const AmountLine& line : lines) write_line(json, line);
  json.end_array().end_object();
  return out;
}

std::string render_amount_json(const AmountLine& line) {
  std::string out;
  JsonWriter json(out);
  write_line(json, line);
  return out;
}

std::string amounts_header() {
  std::string out;
  CsvWriter csv(out);
  for (const char* name : {"line", "id", "date", "source", "title", "value", "currency", "amount", "sentence",
                           "paragraph", "begin", "end"})
    csv.cell(name);
  csv.end_row();
  return out;
}

std::string render_amounts_csv(const std::vector<AmountLine>& lines) {
  std::string out;
  CsvWriter csv(out);
  for (const AmountLine& line : lines)
    csv.cell(line.number)
        .cell(static_cast<std::uint64_t>(line.id))
        .cell(line.date)
        .cell(line.source)
        .cell(line.title)
        .cell(line.value, decimals)
        .cell(line.currency)
        .cell(line.amount)
        .cell(line.sentence)
        .cell(std::uint64_t{line.paragraph})
        .cell(std::uint64_t{line.begin})
        .cell(std::uint64_t{line.end})
        .end_row();
  return out;
}

std::string render_amounts_text(const std::vector<AmountLine>& lines, const TextStyle& style) {
  std::string text;
  for (const AmountLine& line : lines) {
    if (!text.empty()) text += "\n";
    text += line_text(line, style);
  }
  return text;
}

}  // namespace hemero
