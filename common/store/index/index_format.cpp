#include "common/store/index/index_format.h"

#include <algorithm>
#include <array>
#include <iterator>

#include <fmt/format.h>

namespace hemero {

namespace {

constexpr std::size_t longest_name = 200;  ///< bytes of a term, prefix and all, well below Xapian's 245

std::string cut(std::string term) {
  if (term.size() > longest_name) term.resize(longest_name);
  return term;
}

}  // namespace

std::string year_term(int year) { return fmt::format("Y{:04}", year); }
std::string month_term(int year, int month) { return fmt::format("M{:04}{:02}", year, month); }
std::string day_term(int year, int month, int day) { return fmt::format("D{:04}{:02}{:02}", year, month, day); }

std::string date_value(const Date& date) {
  std::string value = fmt::format("{:04}{:02}{:02}{:02}{:02}", date.year, date.month, date.day, date.hour, date.minute);
  constexpr std::array<std::size_t, 4> lengths{4, 6, 8, 12};
  value.resize(lengths[static_cast<std::size_t>(date.precision)]);
  return value;
}

std::string name_term(std::string_view prefix, std::string_view folded_name) {
  std::string term(prefix);
  std::copy_if(folded_name.begin(), folded_name.end(), std::back_inserter(term), [](char c) { return c != ' '; });
  return cut(term);
}

std::string name_term(std::string_view prefix, const std::vector<std::string>& folded_words) {
  std::string whole;
  for (const std::string& word : folded_words) whole += word;
  return name_term(prefix, whole);
}

std::string name_word_term(std::string_view prefix, std::string_view folded_word) {
  return cut(fmt::format("{}:{}", prefix, folded_word));
}

}  // namespace hemero
