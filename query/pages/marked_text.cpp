#include "query/pages/marked_text.h"

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

}  // namespace

void add_marked(Html& html, std::string_view text, const std::vector<Range>& marks, std::size_t* number) {
  std::size_t at = 0;
  for (const Range& mark : marks) {
    html.text(text.substr(at, mark.begin - at));
    const std::string id = number != nullptr ? fmt::format("m{}", ++*number) : std::string();
    html.element("mark", {{"id", id}}, text.substr(mark.begin, mark.end - mark.begin));
    at = mark.end;
  }
  html.text(text.substr(at));
}

void add_date(Html& html, const Date& date) {
  const std::string iso = to_iso(date).substr(0, 10);
  html.element("time", {{"datetime", iso}}, language() == Language::french ? french_date(date) : english_date(date));
}

void add_where(Html& html, const Article& article) {
  bool is_first = true;
  const auto part = [&]() -> Html& {
    if (!std::exchange(is_first, false)) html.text(" · ");
    return html;
  };
  html.open("p", {{"class", "where"}});
  if (article.date) add_date(part(), *article.date);
  if (!article.source.empty()) part().element("cite", one_line(article.source));
  if (!article.section.empty()) part().text(one_line(article.section));
  if (!article.authors.empty()) part().text(one_line(fmt::format("{}", fmt::join(article.authors, ", "))));
  html.close();
}

}  // namespace hemero
