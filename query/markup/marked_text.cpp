#include "query/markup/marked_text.h"

#include <array>
#include <utility>

#include <fmt/format.h>

#include "common/base/message.h"
#include "common/text/characters/one_line.h"
#include "query/exports/press_citation.h"

namespace hemero {

namespace {

std::string english_date(const Date& date) {
  constexpr std::array months{"January", "February", "March",     "April",   "May",      "June",
                              "July",    "August",   "September", "October", "November", "December"};
  if (date.precision == DatePrecision::year) return fmt::format("{}", date.year);
  const std::string month = fmt::format("{} {}", months.at(date.month - std::size_t{1}), date.year);
  return date.precision == DatePrecision::month ? month : fmt::format("{} {}", date.day, month);
}

std::string mark_name(std::size_t number) { return fmt::format("m{}", number); }

/// The number of the mark that was written last, and beside it links that the style sheet shows where a reader has gone
/// to it.
void add_steps(Html& html, const NumberedMarks& numbers) {
  const std::size_t here = numbers.last;
  const auto link = [&](std::string_view kind, std::size_t to, const std::string& told, std::string_view shown) {
    html.element("a", {{"class", kind}, {"href", "#" + mark_name(to)}, {"aria-label", told}}, shown);
  };
  html.open("span", {{"class", "steps"}, {"lang", language() == Language::french ? "fr" : "en"}});
  if (here > 1) link("before", here - 1, message("previous passage, {} of {}", here - 1, numbers.count), "‹");
  link("here", here, message("passage {} of {}", here, numbers.count), std::to_string(here));
  if (here < numbers.count) link("behind", here + 1, message("next passage, {} of {}", here + 1, numbers.count), "›");
  html.close();
}

/// A text, and what `add_mark` makes of each range in it.
template <typename AddMark>
void add_text(Html& html, std::string_view text, const std::vector<Range>& marks, const AddMark& add_mark) {
  std::size_t at = 0;
  for (const Range& mark : marks) {
    html.text(text.substr(at, mark.begin - at));
    add_mark(text.substr(mark.begin, mark.end - mark.begin));
    at = mark.end;
  }
  html.text(text.substr(at));
}

}  // namespace

void add_marked(Html& html, std::string_view text, const std::vector<Range>& marks) {
  add_text(html, text, marks, [&](std::string_view marked) { html.element("mark", marked); });
}

void add_numbered(Html& html, std::string_view text, const std::vector<Range>& marks, NumberedMarks& numbers) {
  add_text(html, text, marks, [&](std::string_view marked) {
    html.element("mark", {{"id", mark_name(++numbers.last)}}, marked);
    if (numbers.count > 1) add_steps(html, numbers);
  });
}

void add_numbered_heading(Html& html, std::string_view text, const std::vector<Range>& marks, NumberedMarks& numbers) {
  add_text(html, text, marks, [&](std::string_view marked) {
    html.element("mark", {{"id", mark_name(++numbers.last)}}, marked);
  });
}

std::string shown_date(const Date& date) {
  return language() == Language::french ? french_date(date) : english_date(date);
}

void add_date(Html& html, const Date& date) {
  const std::string iso = to_iso(date).substr(0, 10);
  html.element("time", {{"datetime", iso}}, shown_date(date));
}

void add_moment(Html& html, std::string_view stored) {
  const auto time = parse_iso_date(stored);
  if (!time) return;
  const std::string day = shown_date({.year = time->year, .month = time->month, .day = time->day});
  html.element("time", {{"datetime", stored}},
               language() == Language::french ? fmt::format("{} à {} h {:02} UTC", day, time->hour, time->minute)
                                              : fmt::format("{} at {:02}:{:02} UTC", day, time->hour, time->minute));
}

void add_place(Html& html, const Article& article) {
  bool is_first = true;
  const auto part = [&]() -> Html& {
    if (!std::exchange(is_first, false)) html.text(" · ");
    return html;
  };
  if (article.date) add_date(part(), *article.date);
  if (!article.source.empty()) part().element("cite", one_line(article.source));
  if (!article.section.empty()) part().text(one_line(article.section));
  if (!article.authors.empty()) part().text(one_line(fmt::format("{}", fmt::join(article.authors, ", "))));
}

void add_where(Html& html, const Article& article) {
  html.open("p", {{"class", "where"}});
  add_place(html, article);
  html.close();
}

}  // namespace hemero
