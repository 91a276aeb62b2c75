#include "query/pages/curve_table.h"

#include <algorithm>

#include "common/base/message.h"
#include "query/markup/instruments.h"
#include "query/render/timeline_parts.h"
#include "query/render/timeline_rows.h"

namespace hemero {

namespace {

constexpr std::size_t most_open_rows = 30;

std::string value_of(const AddressParameters& parameters, std::string_view name) {
  const auto found = std::ranges::find(parameters, name, &AddressParameters::value_type::first);
  return found == parameters.end() ? std::string() : found->second;
}

/// Why a period tells less than others, if it does.
std::string remark(const TimelinePeriod& period) {
  if (period.coverage == Coverage::gap) return message("gap: there is no article");
  if (period.few) return message("few texts");
  return period.coverage == Coverage::partial ? message("partial coverage") : std::string();
}

class CurveTable {
 public:
  CurveTable(Html& html, const TimelineAnswer& answer, const TimelineRows& rows, const AddressParameters& search)
      : html_(html), answer_(answer), rows_(rows), search_(search) {
    has_remarks_ = std::ranges::any_of(
        rows.rows, [&](const auto& row) { return !remark(answer.periods[row.periods.first]).empty(); });
  }

  void add(const std::string& name) {
    std::vector<std::string> heads = rows_.heads;
    if (has_remarks_) heads.push_back(message("remark"));
    begin_table(html_, name, "figures", heads);
    for (const TimelineRows::Row& row : rows_.rows) add_row(row);
    end_table(html_);
  }

 private:
  /// The period is a link where one query is alone, else what each of them has there.
  void add_row(const TimelineRows::Row& row) {
    const TimelinePeriod& period = answer_.periods[row.periods.first];
    const bool alone = answer_.series.size() == 1;
    html_.open("tr").open("td");
    add_link(range_text(answer_, row.periods), alone ? 0 : answer_.series.size(), period);
    html_.close();
    for (std::size_t i = 1; i < row.cells.size(); ++i) {
      html_.open("td", {{"class", "number"}});
      add_link(row.cells[i], alone || i == 1 ? answer_.series.size() : i - 2, period);
      html_.close();
    }
    if (has_remarks_) html_.element("td", {{"class", "where"}}, remark(period));
    html_.close();
  }

  /// A text, which leads to what a series has in the period, if that is one and it has something.
  void add_link(const std::string& text, std::size_t series, const TimelinePeriod& period) {
    const auto place = static_cast<std::size_t>(&period - answer_.periods.data());
    if (series >= answer_.series.size() || answer_.series[series].counts[place].articles == 0) {
      html_.text(text);
      return;
    }
    const AddressParameters there =
        search_in(search_for(search_, answer_.series[series].query), period.first_day, period.last_day);
    html_.element("a", {{"href", address_of("/recherche", there)}}, text);
  }

  Html& html_;
  const TimelineAnswer& answer_;
  const TimelineRows& rows_;
  const AddressParameters& search_;
  bool has_remarks_ = false;
};

}  // namespace

AddressParameters search_for(AddressParameters search, const std::string& query) {
  search = without(std::move(search), {"q", "page"});
  if (!query.empty()) search.emplace(search.begin(), "q", query);
  return search;
}

AddressParameters search_in(AddressParameters search, const std::string& first_day, const std::string& last_day) {
  // As text dates are in the order of time but for those that are less exact: 2021 ends after 2021-08-11.
  const auto end = [](const std::string& date) { return date + "~"; };
  const std::string from = value_of(search, "from");
  const std::string to = value_of(search, "to");
  search = without(std::move(search), {"from", "to"});
  search.emplace_back("from", std::max(from, first_day));
  search.emplace_back("to", !to.empty() && end(to) < end(last_day) ? to : last_day);
  return search;
}

void add_curve_table(Html& html, const TimelineAnswer& answer, TimelineUnit unit, const AddressParameters& search) {
  const TimelineRows rows = timeline_rows(answer, unit);
  const bool is_long = rows.rows.size() > most_open_rows;
  if (is_long)
    html.open("details").element("summary",
                                 message("The table: {} rows", number_text(std::uint64_t{rows.rows.size()})));
  CurveTable(html, answer, rows, search).add(message("The values of the curve"));
  if (is_long) html.close();
}

}  // namespace hemero
