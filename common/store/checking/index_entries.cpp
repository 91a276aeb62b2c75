#include "common/store/checking/index_entries.h"

#include <algorithm>

#include <fmt/format.h>

#include "common/base/error.h"

namespace hemero {

namespace {

/// What a damaged index may cause, or one that is missing.
bool is_of_the_index(const Error& error) {
  return error.code() == ErrorCode::bad_data || error.code() == ErrorCode::bug;
}

void read_value(const sqlite::Statement& row, std::string& value) { value = row.text(0); }
void read_value(const sqlite::Statement& row, std::int64_t& value) { value = row.integer(0); }

}  // namespace

template <typename Value>
IndexEntries<Value>::IndexEntries(sqlite::Connection& connection, const std::string& table, const std::string& index,
                                  const std::string& column) {
  const auto selecting = [&](const char* order) {
    return fmt::format("SELECT {0}, id FROM {1} INDEXED BY {2} ORDER BY {0} {3}, id {3}", column, table, index, order);
  };
  if (!read(connection, selecting("ASC"))) {
    const auto before = static_cast<std::ptrdiff_t>(entries_.size());
    read(connection, selecting("DESC"));
    std::reverse(entries_.begin() + before, entries_.end());
  }
  for (std::size_t place = 0; place < entries_.size(); ++place) places_.emplace(entries_[place].second, place);
}

/// False when it ended at a damaged page.
template <typename Value>
bool IndexEntries<Value>::read(sqlite::Connection& connection, const std::string& sql) {
  try {
    sqlite::Statement rows = connection.prepare(sql);
    while (rows.step()) {
      Entry& entry = entries_.emplace_back();
      read_value(rows, entry.first);
      entry.second = rows.integer(1);
    }
    return true;
  } catch (const Error& error) {
    if (!is_of_the_index(error)) throw;
    return false;
  }
}

template <typename Value>
auto IndexEntries<Value>::other(std::int64_t number, const Value& own) const -> std::optional<Other> {
  const auto [first, last] = places_.equal_range(number);
  const auto is_own = [&](const auto& known) { return entries_[known.second].first == own; };
  if (first == last || std::any_of(first, last, is_own)) return std::nullopt;
  const std::size_t place = first->second;
  const bool own_fits = fits(place, {own, number});
  const bool indexed_fits = fits(place, entries_[place]);
  if (own_fits && !indexed_fits) return std::nullopt;
  return Other{entries_[place].first, own_fits != indexed_fits};
}

template <typename Value>
std::optional<Value> IndexEntries<Value>::of(std::int64_t number) const {
  const auto known = places_.find(number);
  return known == places_.end() ? std::nullopt : std::optional(entries_[known->second].first);
}

template <typename Value>
std::map<Value, std::uint64_t> IndexEntries<Value>::counts() const {
  std::map<Value, std::uint64_t> counts;
  for (const Entry& entry : entries_) ++counts[entry.first];
  return counts;
}

template <typename Value>
bool IndexEntries<Value>::fits(std::size_t place, const Entry& entry) const {
  return (place == 0 || entries_[place - 1] < entry) && (place + 1 == entries_.size() || entry < entries_[place + 1]);
}

template class IndexEntries<std::string>;
template class IndexEntries<std::int64_t>;

std::vector<std::int64_t> indexed_numbers(sqlite::Statement& by_value) {
  std::vector<std::int64_t> numbers;
  try {
    while (by_value.step()) numbers.push_back(by_value.integer(0));
  } catch (const Error& error) {
    if (!is_of_the_index(error)) throw;
  }
  return numbers;
}

}  // namespace hemero
