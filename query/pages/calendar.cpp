#include "query/pages/calendar.h"

#include <algorithm>
#include <cmath>
#include <string>
#include <vector>

#include "common/base/message.h"
#include "query/markup/instruments.h"
#include "query/pages/curve_table.h"

namespace hemero {

namespace {

constexpr std::size_t months_a_year = 12;
constexpr int shades = 4;

std::vector<std::string> heads() {
  return {message("year"), message("Jan"), message("Feb"), message("Mar"),       message("Apr"),
          message("May"),  message("Jun"), message("Jul"), message("Aug"),       message("Sep"),
          message("Oct"),  message("Nov"), message("Dec"), message("whole year")};
}

class Calendar {
 public:
  Calendar(Html& html, const TimelineAnswer& months, const AddressParameters& search)
      : html_(html), months_(months), search_(search) {
    for (const TimelinePeriod& month : months.periods) most_ = std::max(most_, month.articles);
  }

  void add() {
    begin_table(html_, message("Articles of each month"), "calendar", names_);
    const std::size_t before = std::stoul(months_.periods.front().name.substr(5)) - 1;
    for (std::size_t row = 0; row * months_a_year < before + months_.periods.size(); ++row)
      add_year(row * months_a_year, before);
    end_table(html_);
    const auto is_partial = [](const TimelinePeriod& month) { return month.coverage == Coverage::partial; };
    if (std::ranges::any_of(months_.periods, is_partial))
      html_.element("p", {{"class", "where"}},
                    message("~ partial coverage: less than a fifth of what these sources usually print"));
  }

 private:
  /// The twelve months from a place on, counted from the January before the first one, which is so many months later.
  void add_year(std::size_t place, std::size_t before) {
    const auto month_at = [&](std::size_t at) -> const TimelinePeriod* {
      return at < before || at - before >= months_.periods.size() ? nullptr : &months_.periods[at - before];
    };
    std::uint64_t sum = 0;
    std::string year;
    for (std::size_t i = 0; i < months_a_year; ++i)
      if (const TimelinePeriod* month = month_at(place + i)) {
        sum += month->articles;
        year = month->name.substr(0, 4);
      }
    html_.open("tr").element("th", {{"scope", "row"}}, year);
    for (std::size_t i = 0; i < months_a_year; ++i) add_month(month_at(place + i), names_[i + 1]);
    html_.open("td", {{"class", "sum number"}, {"data-month", names_.back()}});
    add_link(number_text(sum), sum, year + "-01-01", year + "-12-31");
    html_.close().close();
  }

  /// Its name is shown where the screen is too narrow for the heads of columns.
  void add_month(const TimelinePeriod* month, const std::string& name) {
    if (month == nullptr || month->coverage == Coverage::none) {
      html_.element("td", "");
    } else if (month->coverage == Coverage::gap) {
      html_.element("td", {{"class", "gap"}, {"data-month", name}}, message("gap"));
    } else {
      html_.open("td", {{"class", shade(month->articles)}, {"data-month", name}});
      add_link(number_text(month->articles) + (month->coverage == Coverage::partial ? " ~" : ""), month->articles,
               month->first_day, month->last_day);
      html_.close();
    }
  }

  void add_link(const std::string& text, std::uint64_t articles, const std::string& first, const std::string& last) {
    if (articles == 0) {
      html_.text(text);
      return;
    }
    html_.element("a", {{"href", address_of("/recherche", search_in(search_, first, last))}}, text);
  }

  /// One of four, by the share of the month that has most.
  std::string shade(std::uint64_t articles) const {
    const double share = static_cast<double>(articles) / static_cast<double>(most_);
    return "number n" + std::to_string(std::clamp(static_cast<int>(std::ceil(share * shades)), 1, shades));
  }

  Html& html_;
  const TimelineAnswer& months_;
  const AddressParameters& search_;
  std::vector<std::string> names_ = heads();
  std::uint64_t most_ = 1;
};

}  // namespace

void add_calendar(Html& html, const TimelineAnswer& months, const AddressParameters& search) {
  if (!months.periods.empty()) Calendar(html, months, search).add();
}

}  // namespace hemero
