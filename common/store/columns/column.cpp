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

std::string site_of(std::string_view url) {
  constexpr std::string_view usual = "www.";
  const std::string_view host = host_of(url);
  return std::string(host.starts_with(usual) ? host.substr(usual.size()) : host);
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
