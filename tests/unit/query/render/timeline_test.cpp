#include "query/render/timeline.h"

#include <set>

#include "common/text/characters/unicode.h"
#include "tests/support/catch.h"

using namespace hemero;

namespace {

/// A month with so many texts, and of each query so many that match.
struct Month {
  std::uint64_t texts;
  std::vector<std::uint64_t> matching;
  Coverage coverage = Coverage::full;
};

TimelineAnswer answer_of(const std::vector<std::string>& queries, const std::vector<Month>& months) {
  TimelineAnswer answer;
  for (const std::string& query : queries) answer.series.emplace_back().query = query;
  std::int32_t number = *period_of(*parse_iso_date("2019-01"), TimeStep::month);
  for (const Month& month : months) {
    TimelinePeriod& period = answer.periods.emplace_back();
    period.name = period_name(number++, TimeStep::month);
    period.articles = period.texts = month.texts;
    period.coverage = month.texts == 0 ? Coverage::gap : month.coverage;
    period.few = month.texts > 0 && month.texts < enough_texts;
    for (std::size_t i = 0; i < queries.size(); ++i) {
      const std::uint64_t matching = month.matching[i];
      answer.series[i].total += matching;
      answer.series[i].texts += matching;
      PeriodCount& count = answer.series[i].counts.emplace_back();
      count.articles = count.texts = matching;
      const double rate =
          month.texts == 0 ? 0 : 1000.0 * static_cast<double>(matching) / static_cast<double>(month.texts);
      if (month.texts > 0) count.rate = Rate{rate, rate / 2, rate * 1.25};
    }
  }
  return answer;
}

std::vector<std::string> lines_of(const std::string& text) {
  std::vector<std::string> lines;
  for (std::size_t begin = 0; begin < text.size();) {
    const std::size_t end = text.find('\n', begin);
    lines.push_back(text.substr(begin, end - begin));
    begin = end + 1;
  }
  return lines;
}

std::string text_of(const TimelineAnswer& answer, TimelineUnit unit, std::size_t columns) {
  TextStyle style;
  style.columns = columns;
  return render_timeline_text(answer, unit, style);
}

std::string line_with(const std::string& text, const std::string& beginning) {
  for (const std::string& line : lines_of(text))
    if (line.starts_with(beginning)) return line;
  return {};
}

std::size_t count_of(const std::string& text, const std::string& part) {
  std::size_t count = 0;
  for (std::size_t at = text.find(part); at != std::string::npos; at = text.find(part, at + 1)) ++count;
  return count;
}

const std::vector<Month> some_months{{100, {10}},
                                     {200, {0}},
                                     {30, {3}},
                                     {0, {0}},
                                     {0, {0}},
                                     {400, {8}},
                                     {500, {0}},
                                     {90, {0}},
                                     {60, {0}},
                                     {100, {20}},
                                     {55, {1}, Coverage::partial}};

}  // namespace

TEST_CASE("a timeline in the terminal") {
  const std::string text = text_of(answer_of({"grève"}, some_months), TimelineUnit::texts, 60);
  CHECK(line_with(text, "2019-01") == "2019-01  100.0   50.0–125.0  10/100  █████▓▓▓▓░░░");
  CHECK(line_with(text, "2019-02") == "2019-02    0.0      0.0–0.0   0/200");
  CHECK(line_with(text, "2019-03") == "2019-03  100.0   50.0–125.0    3/30  few texts");
  CHECK(line_with(text, "2019-04") == "2019-04 – 2019-05  gap: there is no article");
  CHECK(line_with(text, "2019-06") == "2019-06   20.0    10.0–25.0   8/400  █▓");
  CHECK(line_with(text, "2019-07") == "2019-07 – 2019-09  none of 650 texts");
  CHECK(line_with(text, "2019-11") == "2019-11   18.2     9.1–22.7   1/55~  █▓");
  CHECK_THAT(text, contains_text("~ partial coverage"));
}

TEST_CASE("it is no wider than the terminal, and uses it") {
  std::vector<Month> months;
  for (std::uint64_t i = 1; i <= 24; ++i) months.push_back({1000 * i, {10 * i * i, 5, 7 * i, 100 * i}});
  const TimelineAnswer one = answer_of({"grève des cheminots"}, some_months);
  const TimelineAnswer four = answer_of({"grève", "retraites", "« gilets jaunes »", "virus"}, months);
  for (const std::size_t columns : {20U, 40U, 60U, 80U, 100U, 200U})
    for (const TimelineAnswer* answer : {&one, &four})
      for (const TimelineUnit unit : {TimelineUnit::texts, TimelineUnit::articles}) {
        INFO(columns);
        std::size_t widest = 0;
        for (const std::string& line : lines_of(text_of(*answer, unit, columns)))
          if (line.find("█") != std::string::npos) widest = std::max(widest, display_width(line));
        CHECK(widest <= columns);
        CHECK(widest + 20 >= columns);
      }
}

TEST_CASE("raw counts have no interval") {
  const std::string text = text_of(answer_of({"grève"}, some_months), TimelineUnit::articles, 60);
  CHECK(line_with(text, "2019-10") == "2019-10  20  20/100  " + [] {
    std::string bar;
    for (int i = 0; i < 39; ++i) bar += "█";
    return bar;
  }());
  CHECK(line_with(text, "2019-03").starts_with("2019-03   3    3/30  ██████"));  // few texts are counted all the same
  CHECK(count_of(text, "▓") == 0);
}

TEST_CASE("several queries stand below each other, with letters") {
  const std::string text = text_of(answer_of({"grève", "crue"}, {{100, {10, 50}}}), TimelineUnit::texts, 80);
  CHECK(lines_of(text)[0] == "A “grève”: 10 articles");
  CHECK(lines_of(text)[1] == "B “crue”: 50 articles");
  CHECK_THAT(text, contains_text("2019-01  A  100.0") && contains_text("         B  500.0"));
}

TEST_CASE("nothing is drawn where no article is dated") {
  CHECK(text_of(answer_of({"grève"}, {}), TimelineUnit::texts, 80) == "“grève”: 0 articles\n");
  CHECK_THAT(render_timeline_svg(answer_of({"grève"}, {}), TimelineUnit::texts), contains_text("</svg>"));
}

TEST_CASE("a picture says in words what it shows") {
  const std::string svg = render_timeline_svg(answer_of({"grève <\"&"}, some_months), TimelineUnit::texts);
  CHECK_THAT(svg,
             contains_text("<title>Matching texts per 1,000 distinct texts, by month: grève &lt;&quot;&amp;</title>") &&
                 contains_text("<desc>") && contains_text("role=\"table\""));
  CHECK(count_of(svg, "role=\"row\"") == 12);  // eleven months, two in one row, and heads of two blocks
  CHECK_THAT(svg, contains_text(">2019-04 – 2019-05<") && contains_text(">2019-11 ~<") && contains_text(">100.0<"));
  for (const char* never : {"<script", "<style", "href", "url(http", "@import"})
    CHECK(svg.find(never) == std::string::npos);
}

TEST_CASE("the curves of a page have neither the words nor the table that stand beside them") {
  const TimelineAnswer alone = answer_of({"grève"}, some_months);
  const std::string whole = render_timeline_svg(alone, TimelineUnit::texts);
  for (const bool narrow : {false, true}) {
    const std::string curves = render_timeline_curves_svg(alone, TimelineUnit::texts, narrow);
    CHECK(curves.find("role=\"table\"") == std::string::npos);
    CHECK(curves.find(">Matching texts per 1,000 distinct texts, by month<") == std::string::npos);
    CHECK(curves.find(">“grève”") == std::string::npos);  // alone it needs no legend
    CHECK_THAT(curves, contains_text("gap: there is no article"));
    CHECK(count_of(curves, "<circle") == count_of(whole, "<circle") - 1);
    CHECK_THAT(curves, contains_text(narrow ? "width=\"380\"" : "width=\"960\""));
  }
  const std::string two =
      render_timeline_curves_svg(answer_of({"grève", "crue"}, {{100, {10, 50}}}), TimelineUnit::texts, false);
  CHECK_THAT(two, contains_text("A  “grève”") && contains_text("B  “crue”"));
}

TEST_CASE("gaps and few texts interrupt the line") {
  const std::string svg = render_timeline_svg(answer_of({"grève"}, some_months), TimelineUnit::texts);
  CHECK(count_of(svg, "stroke-dasharray=\"none\"/>") == 3);  // the legend and two pieces
  CHECK(count_of(svg, "fill=\"#d4d4d4\"") == 2);             // the gap, and what says that it is one
  CHECK(count_of(svg, "fill=\"url(#hatched)\"") == 2);
  CHECK(count_of(svg, "<circle") == 9);  // months with enough texts, and the legend's
}

TEST_CASE("queries differ in colour and in dashes") {
  const std::string svg = render_timeline_svg(
      answer_of({"a", "b", "c", "d"}, {{100, {1, 2, 3, 4}}, {100, {1, 2, 3, 4}}}), TimelineUnit::texts);
  std::set<std::string> strokes;
  for (std::size_t at = svg.find("stroke=\"#"); at != std::string::npos; at = svg.find("stroke=\"#", at + 1))
    if (const std::size_t dash = svg.find("stroke-dasharray", at); dash < svg.find("/>", at))
      strokes.insert(svg.substr(at, svg.find("/>", at) - at));
  CHECK(strokes.size() == 4);
}
