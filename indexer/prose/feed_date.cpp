#include "indexer/prose/feed_date.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <string>
#include <vector>

#include "indexer/prose/paragraphs.h"

namespace hemero {

namespace {

constexpr std::array<std::string_view, 12> months{"jan", "feb", "mar", "apr", "may", "jun",
                                                  "jul", "aug", "sep", "oct", "nov", "dec"};

std::vector<std::string_view> words_of(std::string_view text) {
  std::vector<std::string_view> words;
  for (std::size_t begin = 0; (begin = text.find_first_not_of(" \t\n,", begin)) != std::string_view::npos;) {
    const std::size_t end = std::min(text.find_first_of(" \t\n,", begin), text.size());
    words.push_back(text.substr(begin, end - begin));
    begin = end;
  }
  return words;
}

int number_of(std::string_view text) {
  int number = -1;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  return error == std::errc() && end == text.data() + text.size() ? number : -1;
}

int month_of(std::string_view word) {
  std::string name(word.substr(0, 3));
  for (char& byte : name) byte = static_cast<char>(byte | 32);
  const auto* found = std::find(months.begin(), months.end(), name);
  return found == months.end() ? -1 : static_cast<int>(found - months.begin()) + 1;
}

/// Years of two digits, which RFC 822 has: 00 to 49 are of this century.
int whole_year(std::string_view word) {
  const int year = number_of(word);
  if (word.size() != 2 || year < 0) return year;
  return year < 50 ? 2000 + year : 1900 + year;
}

/// "[Sat,] 17 Mar 2018 [10:55[:00] [+0100]]"
std::optional<Date> read_rfc822(std::string_view text) {
  auto words = words_of(text);
  if (!words.empty() && number_of(words.front()) < 0) words.erase(words.begin());
  if (words.size() < 3) return std::nullopt;
  const int day = number_of(words[0]);
  const int month = month_of(words[1]);
  const int year = whole_year(words[2]);
  if (day < 1 || month < 1 || year < 1000) return std::nullopt;
  std::string iso = fmt::format("{:04}-{:02}-{:02}", year, month, day);
  if (words.size() > 3) {
    const std::size_t colon = words[3].find(':');
    if (colon == std::string_view::npos) return std::nullopt;  // "17 mars 2018 à 10h55"
    iso += fmt::format("T{:0>2}{}", words[3].substr(0, colon), words[3].substr(colon, 3));
  }
  const auto date = parse_iso_date(iso);
  return date ? date : parse_iso_date(std::string_view(iso).substr(0, 10));
}

/// "20190121T104233Z" → "2019-01-21T10:42"
std::string with_signs(std::string_view text) {
  const std::size_t digits = std::min(text.find_first_not_of("0123456789"), text.size());
  if (digits != 8 || text.size() < 13 || text[8] != 'T') return std::string(text);
  return fmt::format("{}-{}-{}T{}:{}", text.substr(0, 4), text.substr(4, 2), text.substr(6, 2), text.substr(9, 2),
                     text.substr(11, 2));
}

}  // namespace

std::optional<Date> read_feed_date(std::string_view text) {
  text = trimmed(text);
  auto date = parse_iso_date(with_signs(text));
  if (!date) date = read_rfc822(text);
  if (!date)
    if (const auto found = find_french_date(text)) date = found->date;
  return date && date->year >= 1000 ? date : std::nullopt;
}

}  // namespace hemero
