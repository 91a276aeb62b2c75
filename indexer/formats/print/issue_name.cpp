#include "indexer/formats/print/issue_name.h"

#include <algorithm>

#include "common/base/dates/text_cursor.h"
#include "common/text/characters/unicode.h"

namespace hemero {

namespace {

constexpr std::string_view signs = "-_. ";
constexpr int first_year = 1600;
constexpr int last_year = 2199;

struct FoundDay {
  Date date;
  std::size_t begin = 0;
  std::size_t end = 0;
};

bool are_digits(std::string_view text) { return !text.empty() && std::all_of(text.begin(), text.end(), is_digit); }

/// A day that begins at this place: "1898-03-03", "18980303", "1898/03/03".
std::optional<FoundDay> day_at(std::string_view path, std::size_t at) {
  const bool apart = at + 4 < path.size() && !is_digit(path[at + 4]);
  const std::size_t step = apart ? 3 : 2;
  const std::size_t size = 4 + 2 * step;
  if (at + size > path.size() || (at + size < path.size() && is_digit(path[at + size]))) return std::nullopt;
  if (apart &&
      (path[at + 4] != path[at + 7] || (signs.find(path[at + 4]) == std::string_view::npos && path[at + 4] != '/')))
    return std::nullopt;
  const std::string year(path.substr(at, 4));
  const std::string month(path.substr(at + 2 + step, 2));
  const std::string day(path.substr(at + 2 + 2 * step, 2));
  if (!are_digits(year) || !are_digits(month) || !are_digits(day)) return std::nullopt;
  const auto date = parse_iso_date(year + "-" + month + "-" + day);
  if (!date || date->year < first_year || date->year > last_year) return std::nullopt;
  return FoundDay{*date, at, at + size};
}

std::optional<FoundDay> last_day(std::string_view path) {
  for (std::size_t at = path.size(); at-- > 0;)
    if (is_digit(path[at]) && (at == 0 || !is_digit(path[at - 1])))
      if (auto found = day_at(path, at)) return found;
  return std::nullopt;
}

/// "Le Petit Parisien" of "Le_Petit_Parisien_"; empty for what is no name: "bpt6k0123_".
std::string name_in(std::string_view text) {
  constexpr std::size_t shortest_name = 3;  ///< code points
  std::string name;
  for (const char byte : text) {
    const bool sign = signs.find(byte) != std::string_view::npos;
    if (!sign) name += byte;
    if (sign && !name.empty() && name.back() != ' ') name += ' ';
  }
  while (name.ends_with(' ')) name.pop_back();
  const bool digits = std::any_of(name.begin(), name.end(), is_digit);
  return digits || code_point_count(name) < shortest_name ? std::string() : name;
}

/// The name that stands before a day, in the same folder or file, or alone in the one around it.
std::string name_before(std::string_view path) {
  const std::size_t slash = path.rfind('/');
  if (slash == std::string_view::npos) return name_in(path);
  if (std::string name = name_in(path.substr(slash + 1)); !name.empty()) return name;
  path = path.substr(0, slash);
  return name_in(path.substr(path.rfind('/') + 1));
}

}  // namespace

IssueName issue_named_by(std::string_view path) {
  auto found = last_day(path);
  IssueName issue;
  if (found) issue.date = found->date;
  for (; found && found->date == issue.date && issue.paper.empty(); found = last_day(path)) {
    path = path.substr(0, found->begin);
    issue.paper = name_before(path);
  }
  return issue;
}

std::string issue_title(const std::string& paper, const std::optional<Date>& date, const std::string& number) {
  std::string title = paper;
  if (date)
    (title += title.empty() ? "" : ", ") += date->precision > DatePrecision::day ? to_iso_day(*date) : to_iso(*date);
  if (!number.empty()) (title += title.empty() ? "p. " : ", p. ") += number;
  return title;
}

}  // namespace hemero
