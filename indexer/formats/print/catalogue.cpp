#include "indexer/formats/print/catalogue.h"

#include <fmt/format.h>

#include <algorithm>
#include <utility>
#include <vector>

#include "indexer/formats/xml/xml_fields.h"

namespace hemero {

std::string catalogue_language(std::string_view term) {
  const std::string code = short_language(term);
  if (code == "french" || code == "français") return "fr";
  return code.size() == 2 ? code : std::string();
}

std::string issue_title(const std::string& paper, const std::optional<Date>& date, const std::string& number) {
  std::string title = paper;
  if (date)
    (title += title.empty() ? "" : ", ") += date->precision > DatePrecision::day ? to_iso_day(*date) : to_iso(*date);
  if (!number.empty()) (title += title.empty() ? "p. " : ", p. ") += number;
  return title;
}

}  // namespace hemero
