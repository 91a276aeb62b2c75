#include "query/render/word_tables.h"

#include <algorithm>
#include <array>
#include <span>
#include <vector>

#include <fmt/format.h>

#include "common/base/csv_writer.h"
#include "common/base/json_writer.h"
#include "common/base/message.h"
#include "common/text/characters/one_line.h"
#include "common/text/characters/unicode.h"
#include "query/render/concordance.h"
#include "query/render/totals.h"

namespace hemero {

namespace {

constexpr int decimals = 3;        ///< of measures, for programs
constexpr int share_decimals = 4;  ///< of what lies between 0 and 1
constexpr int shown_decimals = 1;

using Cells = std::vector<std::string>;

/// Rows below their heads: the first column to the left, the others to the right.
std::string laid_out(const std::vector<Cells>& rows) {
  std::vector<std::size_t> widths(rows.front().size());
  for (const Cells& row : rows)
    for (std::size_t i = 0; i < row.size(); ++i) widths[i] = std::max(widths[i], display_width(row[i]));
  std::string text;
  for (const Cells& row : rows) {
    std::string line;
    for (std::size_t i = 0; i < row.size(); ++i) {
      const std::string blanks(widths[i] - display_width(row[i]), ' ');
      line += i == 0 ? "    " + row[i] + blanks : "  " + blanks + row[i];
    }
    text += line + "\n";
  }
  return text;
}

template <typename Row>
std::span<const Row> first_of(const std::vector<Row>& rows, std::size_t limit) {
  return std::span(rows).first(std::min(limit, rows.size()));
}

std::string more_text(std::size_t all, std::size_t limit) {
  if (all <= limit) return "";
  return fmt::format("    {}\n", message("… {} more ({})", number_text(std::uint64_t{all - limit}), "--limit"));
}

void write_keywords(JsonWriter& json, const char* name, const std::vector<Keyword>& words, std::size_t limit) {
  json.key(name).begin_array();
  for (const Keyword& each : first_of(words, limit)) {
    json.begin_object().member("word", each.word).member("occurrences", each.occurrences).member("texts", each.texts);
    json.member("elsewhere", each.elsewhere).key("g2").value(each.keyness, decimals);
    json.key("log_ratio").value(each.log_ratio, decimals).end_object();
  }
  json.end_array();
}

std::string keywords_table(const KeywordAnswer& answer, const std::vector<Keyword>& words, std::size_t limit) {
  std::vector<Cells> rows{{message("word"), message("occurrences"), message("texts"), message("per million"),
                           message("elsewhere"), message("per million"), "G²", "Log Ratio"}};
  for (const Keyword& each : first_of(words, limit))
    rows.push_back({one_line(each.word), number_text(each.occurrences), number_text(each.texts),
                    number_text(per_million(each.occurrences, answer.words), shown_decimals),
                    number_text(each.elsewhere),
                    number_text(per_million(each.elsewhere, answer.other_words), shown_decimals),
                    number_text(each.keyness, shown_decimals), number_text(each.log_ratio, 2)});
  return laid_out(rows) + more_text(words.size(), limit);
}

}  // namespace

double per_million(std::uint64_t occurrences, std::uint64_t words) {
  return words == 0 ? 0 : 1e6 * static_cast<double>(occurrences) / static_cast<double>(words);
}

std::string render_collocates_json(const CollocateAnswer& answer, std::size_t limit) {
  std::string out;
  JsonWriter json(out);
  json.begin_object();
  write_totals(json, answer.totals);
  json.member("holding", answer.totals.holding).member("occurrences", answer.totals.occurrences);
  json.member("window_words", answer.window_words).member("archive_words", answer.archive_words);
  json.member("distinct", std::uint64_t{answer.words.size()}).key("words").begin_array();
  for (const Collocate& each : first_of(answer.words, limit)) {
    json.begin_object().member("word", each.word).member("near", each.occurrences).member("near_texts", each.texts);
    json.member("archive", each.archive).key("expected").value(each.expected, decimals);
    json.key("log_likelihood").value(each.likelihood, decimals).key("log_dice").value(each.dice, decimals);
    json.end_object();
  }
  json.end_array().end_object();
  return out;
}

std::string render_collocates_csv(const CollocateAnswer& answer, std::size_t limit) {
  std::string out;
  CsvWriter csv(out);
  for (const char* name : {"word", "near", "near_texts", "archive", "expected", "log_likelihood", "log_dice"})
    csv.cell(name);
  csv.end_row();
  for (const Collocate& each : first_of(answer.words, limit))
    csv.cell(each.word)
        .cell(each.occurrences)
        .cell(each.texts)
        .cell(each.archive)
        .cell(each.expected, decimals)
        .cell(each.likelihood, decimals)
        .cell(each.dice, decimals)
        .end_row();
  return out;
}

std::string render_collocates_text(const CollocateAnswer& answer, std::size_t limit) {
  std::string text = occurrences_text(answer.totals) + "\n";
  if (answer.words.empty()) return text;
  std::vector<Cells> rows{{message("word"), message("near"), message("texts"), message("in the archive"),
                           message("log-likelihood"), "logDice"}};
  for (const Collocate& each : first_of(answer.words, limit))
    rows.push_back({one_line(each.word), number_text(each.occurrences), number_text(each.texts),
                    number_text(each.archive), number_text(each.likelihood, shown_decimals),
                    number_text(each.dice, 2)});
  return text + "\n" + laid_out(rows) + more_text(answer.words.size(), limit);
}

std::string render_keywords_json(const KeywordAnswer& answer, std::size_t limit) {
  std::string out;
  JsonWriter json(out);
  json.begin_object();
  write_totals(json, answer.totals);
  json.key("against");
  answer.against ? json.value(*answer.against) : json.null();
  json.member("words", answer.words).member("other_texts", answer.other_texts);
  json.member("other_words", answer.other_words);
  write_keywords(json, "more", answer.more, limit);
  write_keywords(json, "less", answer.less, limit);
  json.end_object();
  return out;
}

std::string render_keywords_csv(const KeywordAnswer& answer, std::size_t limit) {
  std::string out;
  CsvWriter csv(out);
  for (const char* name : {"direction", "word", "occurrences", "texts", "elsewhere", "g2", "log_ratio"}) csv.cell(name);
  csv.end_row();
  const std::array<std::pair<const char*, const std::vector<Keyword>&>, 2> directions{
      {{"more", answer.more}, {"less", answer.less}}};
  for (const auto& [direction, words] : directions)
    for (const Keyword& each : first_of(words, limit))
      csv.cell(direction)
          .cell(each.word)
          .cell(each.occurrences)
          .cell(each.texts)
          .cell(each.elsewhere)
          .cell(each.keyness, decimals)
          .cell(each.log_ratio, decimals)
          .end_row();
  return out;
}

std::string compared_text(const KeywordAnswer& answer) {
  const bool complete = answer.totals.complete;
  std::string text = totals_text(answer.totals.total, complete, DistinctTexts{answer.totals.texts, complete});
  text += ", " + message("{} words", number_text(answer.words)) + message("; ");
  const std::string texts = number_text(answer.other_texts);
  const std::string words = number_text(answer.other_words);
  return text + (answer.against ? message("compared with {} other texts, {} words", texts, words)
                                : message("compared with the rest of the archive, {} texts, {} words", texts, words));
}

std::string render_keywords_text(const KeywordAnswer& answer, std::size_t limit) {
  std::string text = compared_text(answer) + "\n";
  if (!answer.more.empty())
    text += "\n" + message("more frequent than elsewhere") + "\n" + keywords_table(answer, answer.more, limit);
  if (!answer.less.empty())
    text += "\n" + message("less frequent than elsewhere") + "\n" + keywords_table(answer, answer.less, limit);
  return text;
}

std::string render_dispersion_json(const DispersionAnswer& answer) {
  std::string out;
  JsonWriter json(out);
  json.begin_object();
  write_totals(json, answer.totals);
  json.member("holding", answer.totals.holding).member("occurrences", answer.totals.occurrences);
  json.member("by", part_name(answer.field)).member("undated", answer.undated).key("dp");
  answer.dp ? json.value(*answer.dp, share_decimals) : json.null();
  json.key("dp_norm");
  answer.dp_normalised ? json.value(*answer.dp_normalised, share_decimals) : json.null();
  json.key("parts").begin_array();
  for (const UsePart& part : answer.parts)
    json.begin_object()
        .member("part", part.value)
        .member("occurrences", part.occurrences)
        .member("texts", part.texts)
        .member("words", part.words)
        .end_object();
  json.end_array().end_object();
  return out;
}

std::string render_dispersion_csv(const DispersionAnswer& answer) {
  std::string out;
  CsvWriter csv(out);
  csv.cell("part").cell("occurrences").cell("texts").cell("words").end_row();
  for (const UsePart& part : answer.parts)
    csv.cell(part.value).cell(part.occurrences).cell(part.texts).cell(part.words).end_row();
  return out;
}

std::vector<std::string> dispersion_lines(const DispersionAnswer& answer) {
  if (!answer.dp) return {};
  const auto held = static_cast<std::uint64_t>(std::count_if(answer.parts.begin(), answer.parts.end(),
                                                             [](const UsePart& part) { return part.occurrences > 0; }));
  std::string measures = "DP " + number_text(*answer.dp, 3);
  if (answer.dp_normalised) measures += ", DPnorm " + number_text(*answer.dp_normalised, 3);
  measures +=
      " · " + message("something stands in {} of {} parts", number_text(held), number_text(answer.parts.size()));
  std::vector<std::string> lines{std::move(measures)};
  if (answer.undated > 0)
    lines.push_back(message("left out for their date: {} occurrences", number_text(answer.undated)));
  return lines;
}

std::string render_dispersion_text(const DispersionAnswer& answer) {
  std::string text = occurrences_text(answer.totals) + "\n";
  if (!answer.dp) return text;
  for (const std::string& line : dispersion_lines(answer)) text += line + "\n";
  std::vector<Cells> rows{{std::string(translated(part_name(answer.field))), message("occurrences"), message("texts"),
                           message("words"), message("per million")}};
  for (const UsePart& part : answer.parts)
    rows.push_back({part.value.empty() ? message("(none)") : one_line(part.value), number_text(part.occurrences),
                    number_text(part.texts), number_text(part.words),
                    number_text(per_million(part.occurrences, part.words), shown_decimals)});
  return text + "\n" + laid_out(rows);
}

}  // namespace hemero
