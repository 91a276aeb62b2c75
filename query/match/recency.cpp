#include "query/match/recency.h"

#include <algorithm>
#include <charconv>
#include <chrono>
#include <cmath>

#include "common/model/ranking.h"

namespace hemero {

namespace {

unsigned number_at(std::string_view digits, std::size_t at, std::size_t size, unsigned otherwise) {
  if (digits.size() < at + size) return otherwise;
  unsigned number = otherwise;
  std::from_chars(digits.data() + at, digits.data() + at + size, number);
  return number;
}

std::chrono::sys_days day_of(std::string_view date) {
  return std::chrono::year(static_cast<int>(number_at(date, 0, 4, 1))) / std::chrono::month(number_at(date, 4, 2, 1)) /
         std::chrono::day(number_at(date, 6, 2, 1));
}

}  // namespace

double recency(std::string_view date, std::string_view newest, double half_life) {
  if (date.empty()) return ranking::oldest_share;
  const double age = std::max<double>(0, static_cast<double>((day_of(newest) - day_of(date)).count()));
  return ranking::oldest_share + (1 - ranking::oldest_share) * std::exp2(-age / half_life);
}

}  // namespace hemero
