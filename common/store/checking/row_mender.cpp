#include "common/store/checking/row_mender.h"

#include <algorithm>
#include <map>
#include <utility>

#include <fmt/format.h>

namespace hemero {

namespace {

/// A number that a row may have.
bool is_number(std::int64_t number) { return number >= 1 && number <= sqlite::largest_id; }

/// What stands in a column; nothing for NULL.
bool has_value(const RawRow& row, std::size_t column) {
  return column == 0 || !std::holds_alternative<std::monostate>(row.columns[column]);
}

void bind(sqlite::Statement& statement, const RawRow& row, std::size_t column) {
  if (column == 0)
    statement.also(row.number);
  else
    bind_raw(statement, row.columns[column]);
}

}  // namespace

RowMender::RowMender(sqlite::Connection& from, sqlite::Connection& to, Table table)
    : to_(to),
      table_(std::move(table)),
      salvage_(from, to, table_.name, [this](RawRow& row) { return is_in_order(row); }) {
  for (const Witness& witness : table_.indexes) indexes_.push_back({witness.column, from.prepare(witness.sql)});
  for (const Witness& witness : table_.others) others_.push_back({witness.column, to.prepare(witness.sql)});
}

std::uint64_t RowMender::copy(const std::filesystem::path& file) {
  const std::uint64_t lost = salvage_.copy();
  found_again_ = salvage_.copy_raw(file);
  return lost - std::min<std::uint64_t>(lost, found_again_.size());
}

/// True where all indexes that know what stands in the row find it under its number. Where one does not, it or the row
/// is wrong: which of them, the others tell when all other rows are there.
bool RowMender::is_in_order(RawRow& row) {
  if (!is_number(row.number)) return false;
  for (Statement& index : indexes_) {
    if (!has_value(row, index.column)) continue;
    bind(index.numbers.with(), row, index.column);
    const std::vector<std::int64_t> numbers = indexed_numbers(index.numbers);
    if (!numbers.empty() && std::find(numbers.begin(), numbers.end(), row.number) == numbers.end()) return false;
  }
  mend_values(row);
  return true;
}

void RowMender::mend_values(RawRow& row) {
  for (const auto& [column, index] : texts_) {
    const auto* own = std::get_if<std::string>(&row.columns[column]);
    const std::string text = own != nullptr ? *own : std::string();
    const auto other = index.other(row.number, text);
    if (other && other->sure)
      row.columns[column] = other->value;
    else if (other)
      doubts_.push_back({row.number, text, other->value});
  }
  for (const auto& [column, index] : numbers_) {
    const auto* own = std::get_if<std::int64_t>(&row.columns[column]);
    const std::int64_t number = own != nullptr ? *own : 0;
    const auto other = index.other(row.number, number);
    if (other && other->sure)
      row.columns[column] = other->value == 0 ? RawValue() : RawValue(other->value);
    else if (other)
      doubts_.push_back({row.number, number, other->value});
  }
}

void RowMender::settle() {
  for (const RawRow& row : salvage_.kept_back())
    if (!is_stored(row)) settle(row);
}

/// Stores a row under the number for which the most speaks; where nothing does, and that is of use, under a new one.
void RowMender::settle(const RawRow& as_read) {
  std::vector<std::int64_t> numbers = candidates(as_read);
  if (table_.takes_any_number) numbers.push_back(spare_number());
  for (const std::int64_t number : numbers) {
    RawRow row = as_read;
    row.number = number;
    mend_values(row);
    if (salvage_.store(row)) return;
  }
}

/// Numbers that no other row has: first the one that the most indexes and tables name, before others its own.
std::vector<std::int64_t> RowMender::candidates(const RawRow& row) {
  std::map<std::int64_t, int> votes;
  votes[row.number] = 0;
  for (auto* statements : {&indexes_, &others_}) {
    for (Statement& statement : *statements) {
      if (!has_value(row, statement.column)) continue;
      bind(statement.numbers.with(), row, statement.column);
      for (const std::int64_t number : indexed_numbers(statement.numbers)) ++votes[number];
    }
  }
  std::vector<std::int64_t> numbers;
  for (const auto& [number, count] : votes)
    if (is_number(number) && is_free(number)) numbers.push_back(number);
  std::stable_sort(numbers.begin(), numbers.end(), [&](std::int64_t a, std::int64_t b) {
    return std::pair(votes[a], a == row.number) > std::pair(votes[b], b == row.number);
  });
  return numbers;
}

bool RowMender::is_stored(const RawRow& row) {
  sqlite::Statement same = to_.prepare(fmt::format("SELECT 1 FROM {} WHERE {}", table_.name, table_.is_same));
  for (std::size_t column = 0; column < table_.same_columns; ++column) bind(same, row, column);
  return same.for_first([](const auto&) {});
}

bool RowMender::is_free(std::int64_t number) {
  sqlite::Statement taken = to_.prepare(fmt::format("SELECT 1 FROM {} WHERE id = ?1", table_.name));
  return !taken.with(number).for_first([](const auto&) {});
}

/// The one behind the last.
std::int64_t RowMender::spare_number() {
  std::int64_t number = 1;
  sqlite::Statement last = to_.prepare(fmt::format("SELECT max(id) FROM {}", table_.name));
  last.for_first([&](const sqlite::Statement& row) { number = row.integer(0) + 1; });
  return number;
}

}  // namespace hemero
