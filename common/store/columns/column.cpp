#include "common/store/columns/column.h"

#include "common/store/catalogue/lines.h"
#include "common/text/addresses/url_hosts.h"

namespace hemero {

namespace {

std::string day_of(const Date& date) {
  Date day = date;
  if (day.precision == DatePrecision::minute) day.precision = DatePrecision::day;
  return to_iso(day);
}

}  // namespace

ColumnValues column_values(const Article& article) {
  return {article.date ? day_of(*article.date) : std::string(),
          article.source,
          article.section,
          join_lines(article.authors),
          article.language,
          site_of(article.url)};
}

}  // namespace hemero
