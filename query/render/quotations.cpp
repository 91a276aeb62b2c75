#include "query/render/quotations.h"

#include "common/base/csv_writer.h"
#include "common/base/message.h"
#include "common/text/characters/one_line.h"
#include "query/render/concordance.h"
#include "query/render/line_parts.h"
#include "query/render/totals.h"
#include "query/render/wrapping.h"

namespace hemero {

namespace {

void write_line(JsonWriter& json, const QuotationLine& line) {
  json.begin_object().member("line", line.number).member("id", static_cast<std::uint64_t>(line.id));
  write_text_or_null(json, "date", line.date);
  json.member("source", line.source).member("title", line.title);
  write_text_or_null(json, "speaker", line.speaker);
  write_text_or_null(json, "told", speaker_source_name(line.speaker_source));
  json.member("text", line.text);
  write_highlights(json, line.text, line.highlights);
  json.member("paragraph", line.paragraph).member("begin", line.begin).member("end", line.end).end_object();
}

std::string speaker_text(const QuotationLine& line) {
  switch (line.speaker_source) {
    case SpeakerSource::none:
      return message("nobody named");
    case SpeakerSource::named:
      return line.speaker;
    case SpeakerSource::carried:
    case SpeakerSource::continued:
      break;
  }
  return message("{} (by the context)", line.speaker);
}

/// "[42] 2021-08-11 · Le Courrier · Claire Vasseur".
std::string head_of(const QuotationLine& line) {
  return one_line(number_and_source(line.id, line.date, line.source) + " · " + speaker_text(line));
}

/// What is said, in guillemets, whatever the marks that are printed.
std::string said(const QuotationLine& line, const TextStyle& style) {
  constexpr std::string_view margin = "    ";
  constexpr std::string_view opening = "«\u00A0";
  std::vector<Range> highlights = line.highlights;
  for (Range& range : highlights)
    range = {range.begin + static_cast<std::uint32_t>(opening.size()),
             range.end + static_cast<std::uint32_t>(opening.size())};
  const std::string text = std::string(opening) + one_line(line.text) + "\u00A0»";
  return wrapped({text, highlights}, style, margin, margin);
}

}  // namespace

std::string quotations_text(const OccurrenceTotals& totals) {
  const std::string count = number_text(totals.occurrences);
  const std::string texts = number_text(totals.holding);
  std::string text;
  if (!totals.complete)
    text = message("At least {} quotations in {} texts", count, texts);
  else if (totals.occurrences == 1)
    text = message("1 quotation");
  else
    text = totals.holding == 1 ? message("{} quotations in 1 text", count)
                               : message("{} quotations in {} texts", count, texts);
  return text + (totals.complete ? message("; ") : ". ") +
         totals_text(totals.total, totals.complete, DistinctTexts{totals.texts, totals.complete});
}

std::string render_quotations_json(const OccurrenceTotals& totals, const std::vector<QuotationLine>& lines) {
  std::string out;
  JsonWriter json(out);
  json.begin_object();
  write_totals(json, totals);
  json.member("holding", totals.holding).member("quotations", totals.occurrences).key("lines").begin_array();
  for (const QuotationLine& line : lines) write_line(json, line);
  json.end_array().end_object();
  return out;
}

std::string render_quotation_json(const QuotationLine& line) {
  std::string out;
  JsonWriter json(out);
  write_line(json, line);
  return out;
}

std::string quotations_header() {
  std::string out;
  CsvWriter csv(out);
  for (const char* name :
       {"line", "id", "date", "source", "title", "speaker", "told", "text", "paragraph", "begin", "end"})
    csv.cell(name);
  csv.end_row();
  return out;
}

std::string render_quotations_csv(const std::vector<QuotationLine>& lines) {
  std::string out;
  CsvWriter csv(out);
  for (const QuotationLine& line : lines)
    csv.cell(line.number)
        .cell(static_cast<std::uint64_t>(line.id))
        .cell(line.date)
        .cell(line.source)
        .cell(line.title)
        .cell(line.speaker)
        .cell(speaker_source_name(line.speaker_source))
        .cell(line.text)
        .cell(std::uint64_t{line.paragraph})
        .cell(std::uint64_t{line.begin})
        .cell(std::uint64_t{line.end})
        .end_row();
  return out;
}

std::string render_quotations_text(const std::vector<QuotationLine>& lines, const TextStyle& style) {
  std::string text;
  for (const QuotationLine& line : lines) {
    if (!text.empty()) text += "\n";
    text += wrapped(head_of(line), style, "") + said(line, style);
  }
  return text;
}

}  // namespace hemero
