#include "indexer/formats/print/catalogue.h"

#include <fmt/format.h>

#include <algorithm>
#include <utility>
#include <vector>

#include "indexer/formats/xml/xml_fields.h"
#include "indexer/prose/feed_date.h"

namespace hemero {

namespace {

bool is_digits(std::string_view text) {
  return !text.empty() && std::all_of(text.begin(), text.end(), [](char byte) { return byte >= '0' && byte <= '9'; });
}

}  // namespace

std::optional<Date> read_catalogue_date(const std::string& text) {
  if (const auto date = read_feed_date(text)) return date;
  std::vector<std::string> parts(1);
  for (const char byte : text.substr(0, text.find(' '))) {
    if (byte == '/' || byte == '.' || byte == '-')
      parts.emplace_back();
    else
      parts.back() += byte;
  }
  if (parts.size() != 3 || !std::all_of(parts.begin(), parts.end(), is_digits)) return std::nullopt;
  if (parts[0].size() < 4) std::swap(parts[0], parts[2]);
  return parse_iso_date(fmt::format("{:0>4}-{:0>2}-{:0>2}", parts[0], parts[1], parts[2]));
}

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
