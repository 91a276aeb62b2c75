#include "query/language/named_time.h"

#include <algorithm>
#include <utility>

#include "common/base/dates/date_reader.h"

namespace hemero {

namespace {

constexpr int first_year = 1800;
constexpr int last_year = 2099;
constexpr std::size_t year_digits = 4;
constexpr std::size_t longest = 3;  ///< words of a time: day, month, year

bool is_year(const std::string& text) {
  return text.size() == year_digits && text.find_first_not_of("0123456789") == std::string::npos;
}

}  // namespace

std::optional<NamedTime> named_time(const std::vector<QueryNode>& words, std::size_t at) {
  std::string text;
  for (std::size_t i = at; i < std::min(words.size(), at + longest) && is_plain_word(words[i]); ++i) {
    text += (text.empty() ? "" : " ") + words[i].text;
    if (!is_year(words[i].text)) continue;
    const auto time = parse_date(text);
    if (!time || time->year < first_year || time->year > last_year) return std::nullopt;
    return NamedTime{*time, std::move(text)};
  }
  return std::nullopt;
}

bool names_more_than_time(const std::vector<QueryNode>& words) {
  for (std::size_t i = 0; i < words.size(); ++i)
    if (words[i].kind != QueryNode::Kind::exclude && words[i].kind != QueryNode::Kind::date && !named_time(words, i))
      return true;
  return false;
}

}  // namespace hemero
