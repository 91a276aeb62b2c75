#include "query/pages/curve_page.h"
#include "common/base/error.h"

#include <algorithm>

#include <fmt/format.h>

#include "common/base/dates/date.h"
#include "common/base/error.h"
#include "common/text/characters/one_line.h"
#include "query/markup/instruments.h"
#include "query/markup/marked_text.h"
#include "query/pages/curve_table.h"
#include "query/render/timeline_parts.h"

namespace hemero {

namespace {

constexpr std::string_view path = "/courbe";

/// Writes the page of a curve; its parts in the order in which they stand there.
class CurveWriter {
 public:
  CurveWriter(const PageRequest& request, const TimelineAnswer& answer, std::uint64_t articles)
      : request_(request),
        answer_(answer),
        frame_(instrument_frame(request, message("Over time"), std::string(path), articles)),
        unit_(curve_unit(request)) {}

  std::string write() {
    begin_page(html_, frame_);
    add_instrument_head(html_, frame_, message("Over time"), asks_for_words(request_));
    add_notices(html_, answer_.notices);
    add_series();
    add_choices_of_curve();
    if (answer_.periods.empty())
      html_.element("p", message("No article has a date."));
    else if (is_drawable(answer_))
      add_curve();
    else
      html_.element("p", {{"class", "notice"}},
                    message("These are {} periods, too many for a picture and a table: choose a longer step, or take "
                            "the CSV along.",
                            number_text(answer_.periods.size())));
    add_downloads(html_, frame_, {{"svg", message("picture with its table (SVG)")}, {"csv", "CSV"}, {"json", "JSON"}});
    add_comparison();
    end_page(html_, frame_);
    return html_.document();
  }

 private:
  AddressParameters search_of(const std::string& query) const { return search_for(frame_.search, query); }

  /// What was found of each query, when first and when last.
  void add_series() {
    html_.open("ul", {{"class", "series"}});
    for (std::size_t i = 0; i < answer_.series.size(); ++i) {
      const TimelineSeries& series = answer_.series[i];
      html_.open("li").open("p");
      if (answer_.series.size() > 1) html_.element("b", series_letter(i)).text(" ");
      html_.element("a", {{"href", address_of("/recherche", search_of(series.query))}}, series_title(answer_, i));
      html_.close();
      if (series.first && series.last) {
        html_.open("p", {{"class", "where"}}).text(message("first article") + " ");
        add_mention(series, *series.first);
        html_.text(" · " + message("last article") + " ");
        add_mention(series, *series.last);
        html_.close();
      }
      html_.close();
    }
    html_.close();
  }

  void add_mention(const TimelineSeries& series, const Mention& mention) {
    const std::string article = fmt::format("/article/{}", static_cast<std::uint32_t>(mention.article));
    AddressParameters words;
    for (const auto& each : search_of(series.query))
      if (each.first == "q" || each.first == "lang") words.push_back(each);
    html_.open("a", {{"href", address_of(article, words)}});
    if (const auto date = parse_iso_date(mention.date)) add_date(html_, *date);
    html_.close();
  }

  void add_choices_of_curve() {
    html_.open("div", {{"class", "options"}});
    add_choices(html_, frame_, request_, "unit", message("counted"),
                {{"texts", message("of 1,000 texts")},
                 {"articles", message("in articles")},
                 {"occurrences", message("occurrences of a million words")}});
    add_choices(html_, frame_, request_, "step", message("step"),
                {{"auto", message("by the dates")},
                 {"day", message("day")},
                 {"week", message("week")},
                 {"month", message("month")},
                 {"year", message("year")}});
    html_.close();
  }

  void add_curve() {
    const std::string title = timeline_title(answer_, unit_);
    html_.open("figure", {{"class", "curve"}}).element("figcaption", title);
    add_curve_picture(html_, frame_.parameters, message("{}: curves, whose values are in the table", title));
    html_.close();
    const std::vector<std::string> notes = timeline_notes(answer_, false);
    if (!notes.empty()) html_.open("ul", {{"class", "notes"}});
    for (const std::string& note : notes) html_.element("li", note);
    if (!notes.empty()) html_.close();
    add_curve_table(html_, answer_, unit_, frame_.search);
  }

  /// Other searches beside this one, each in its own field.
  void add_comparison() {
    constexpr std::size_t most = 3;
    std::vector<std::string> others = request_.own_values("compare");
    others.resize(most);
    html_.open("form", {{"class", "comparison"}, {"action", path}});
    html_.open("fieldset").element("legend", message("Compare with other searches"));
    add_field("q", request_.asked.request.text, message("this search"), "A");
    for (std::size_t i = 0; i < most; ++i)
      add_field("compare", others[i], message("search {}", series_letter(i + 1)), series_letter(i + 1));
    add_kept_fields(html_, frame_, {"q", "compare"});
    html_.element("button", message("Compare")).close().close();
  }

  void add_field(std::string_view name, const std::string& value, const std::string& label, const std::string& letter) {
    const std::string id = "curve-" + letter;
    html_.open("p").element("label", {{"for", id}}, label);
    html_.single("input",
                 {{"id", id}, {"name", name}, {"value", value}, {"autocomplete", "off"}, {"spellcheck", "false"}});
    html_.close();
  }

  const PageRequest& request_;
  const TimelineAnswer& answer_;
  PageFrame frame_;
  TimelineUnit unit_;
  Html html_;
};

constexpr std::size_t most_compared = 3;  ///< with a search

}  // namespace

std::vector<std::string> curve_queries(const PageRequest& request) {
  std::vector<std::string> queries = request.own_values("compare");
  if (queries.size() > most_compared)
    throw Error(ErrorCode::bad_data, message("at most {} searches stand beside another one", most_compared));
  if (queries.empty() || !request.asked.request.text.empty())
    queries.insert(queries.begin(), request.asked.request.text);
  return queries;
}

std::optional<TimeStep> curve_step(const PageRequest& request) {
  const std::size_t step = choice(request, "step");
  if (step == 0) return std::nullopt;  // as the dates suggest
  return static_cast<TimeStep>(step - 1);
}

TimelineUnit curve_unit(const PageRequest& request) {
  const std::vector<std::string> queries = curve_queries(request);
  const auto unit = chosen<TimelineUnit>(request, "unit");
  return unit == TimelineUnit::texts && queries == std::vector<std::string>{""} ? TimelineUnit::articles : unit;
}

std::string curve_page(const PageRequest& request, const TimelineAnswer& answer, std::uint64_t articles) {
  return CurveWriter(request, answer, articles).write();
}

void add_curve_picture(Html& html, const AddressParameters& parameters, const std::string& told) {
  html.open("picture");
  html.single("source", {{"media", "(max-width: 40rem)"}, {"srcset", address_of("/courbe/etroite.svg", parameters)}});
  html.single("img", {{"src", address_of("/courbe/large.svg", parameters)},
                      {"alt", told},
                      {"loading", "lazy"},
                      {"decoding", "async"}});
  html.close();
}

}  // namespace hemero
