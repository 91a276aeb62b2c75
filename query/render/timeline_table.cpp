#include <fmt/format.h>

#include "common/base/csv_writer.h"
#include "common/base/json_writer.h"
#include "query/render/timeline.h"

namespace hemero {

namespace {

constexpr int decimals = 4;

bool has_articles(const TimelinePeriod& period) { return period.articles > 0; }

void write_period(JsonWriter& json, const TimelinePeriod& period, bool words) {
  json.begin_object().member("period", period.name);
  json.member("first_day", period.first_day).member("last_day", period.last_day);
  json.member("articles", period.articles).member("texts", period.texts);
  if (words) json.member("words", period.words);
  json.member("coverage", coverage_name(period.coverage));
  json.member("few", period.few).member("jump", period.jump).end_object();
}

void write_count(JsonWriter& json, const TimelinePeriod& period, const PeriodCount& count, bool words) {
  json.begin_object().member("period", period.name);
  json.member("articles", count.articles).member("texts", count.texts);
  json.key("per_thousand").value(count.rate->per_1000, decimals);
  json.key("low").value(count.rate->low, decimals).key("high").value(count.rate->high, decimals);
  if (words) {
    json.member("occurrences", count.occurrences).key("per_million");
    if (count.per_million)
      json.value(*count.per_million, decimals);
    else
      json.null();
  }
  json.end_object();
}

void write_mention(JsonWriter& json, std::string_view name, const std::optional<Mention>& mention) {
  json.key(name);
  if (mention)
    json.begin_object()
        .member("date", mention->date)
        .member("id", static_cast<std::uint64_t>(mention->article))
        .end_object();
  else
    json.null();
}

void write_series(JsonWriter& json, const TimelineAnswer& answer, const TimelineSeries& series) {
  json.begin_object().member("query", series.query).member("total", series.total).member("texts", series.texts);
  json.key("counts").begin_array();
  for (std::size_t i = 0; i < answer.periods.size(); ++i)
    if (has_articles(answer.periods[i])) write_count(json, answer.periods[i], series.counts[i], answer.counts_words);
  json.end_array().key("coarse").begin_array();
  for (const CoarseCount& count : series.coarse)
    json.begin_object()
        .member("date", count.date)
        .member("articles", count.articles)
        .member("texts", count.texts)
        .end_object();
  json.end_array();
  write_mention(json, "first", series.first);
  write_mention(json, "last", series.last);
  json.key("silences").begin_array();
  for (const PeriodRange& silence : series.silences)
    json.begin_object()
        .member("from", answer.periods[silence.first].name)
        .member("to", answer.periods[silence.last].name)
        .member("periods", std::uint64_t{silence.size()})
        .end_object();
  json.end_array().end_object();
}

/// Nothing is known of what a gap would have: its cells are empty.
void add_row(CsvWriter& csv, const TimelineSeries& series, const TimelinePeriod& period, const PeriodCount& count,
             bool words) {
  csv.cell(series.query).cell(period.name).cell(period.first_day).cell(period.last_day);
  if (has_articles(period)) {
    csv.cell(count.articles).cell(count.texts).cell(period.articles).cell(period.texts);
    csv.cell(count.rate->per_1000, decimals).cell(count.rate->low, decimals).cell(count.rate->high, decimals);
  } else {
    csv.cell("").cell("").cell(period.articles).cell(period.texts).cell("").cell("").cell("");
  }
  csv.cell(coverage_name(period.coverage)).cell(std::uint64_t{period.few}).cell(std::uint64_t{period.jump});
  if (words && has_articles(period))
    csv.cell(count.occurrences);
  else if (words)
    csv.cell("");
  if (words) csv.cell(period.words);
  if (words && count.per_million)
    csv.cell(*count.per_million, decimals);
  else if (words)
    csv.cell("");
  csv.end_row();
}

void add_row(CsvWriter& csv, const TimelineSeries& series, const CoarseCount& count, bool words) {
  csv.cell(series.query).cell(count.date).cell("").cell("").cell(count.articles).cell(count.texts);
  csv.cell("").cell("").cell("").cell("").cell("").cell(count.date.empty() ? "undated" : "coarse");
  csv.cell("").cell("");
  if (words) csv.cell("").cell("").cell("");
  csv.end_row();
}

}  // namespace

std::string render_timeline_json(const TimelineAnswer& answer) {
  std::string out;
  JsonWriter json(out);
  json.begin_object().member("version", 1).member("step", step_name(answer.step)).member("chosen", answer.chosen);
  json.member("restrictions", answer.restrictions).member("notices", answer.notices);
  json.member("complete", answer.complete).key("periods").begin_array();
  for (const TimelinePeriod& period : answer.periods)
    if (period.coverage != Coverage::none) write_period(json, period, answer.counts_words);
  json.end_array().key("series").begin_array();
  for (const TimelineSeries& series : answer.series) write_series(json, answer, series);
  json.end_array().end_object();
  return out;
}

std::string render_timeline_csv(const TimelineAnswer& answer) {
  std::string out;
  CsvWriter csv(out);
  for (const char* name : {"query", "period", "first_day", "last_day", "articles", "texts", "all_articles", "all_texts",
                           "per_thousand", "low", "high", "coverage", "few", "jump"})
    csv.cell(name);
  if (answer.counts_words) csv.cell("occurrences").cell("all_words").cell("per_million");
  csv.end_row();
  for (const TimelineSeries& series : answer.series) {
    for (std::size_t i = 0; i < answer.periods.size(); ++i)
      if (answer.periods[i].coverage != Coverage::none)
        add_row(csv, series, answer.periods[i], series.counts[i], answer.counts_words);
    for (const CoarseCount& count : series.coarse) add_row(csv, series, count, answer.counts_words);
  }
  return out;
}

}  // namespace hemero
