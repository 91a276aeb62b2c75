#include "query/language/typed_dates.h"

#include <string>

#include "common/base/dates/date_reader.h"
#include "query/language/typed_text.h"

namespace hemero {

namespace {

bool ends_before(std::string_view folded) { return folded == "avant" || folded == "before"; }

bool begins_after(std::string_view folded) { return folded == "apres" || folded == "after"; }

}  // namespace

bool takes_dates(std::string_view folded) { return folded == "date" || ends_before(folded) || begins_after(folded); }

std::optional<TypedDates> read_typed_dates(std::string_view folded, std::string_view value) {
  const std::string text = with_blanks_as(" ", value);
  const std::size_t dots = text.find("..");
  const std::string first = text.substr(0, dots);
  const std::string last = dots == std::string::npos ? first : text.substr(dots + 2);
  TypedDates dates{parse_date(first), parse_date(last)};
  const bool readable = (dates.from || first.empty()) && (dates.to || last.empty()) && (dates.from || dates.to);
  if (!readable || (ends_before(folded) && !dates.to) || (begins_after(folded) && !dates.from)) return std::nullopt;
  if (ends_before(folded)) dates.from.reset();
  if (begins_after(folded)) dates.to.reset();
  return dates;
}

}  // namespace hemero
