#include "common/store/checking/table_salvage.h"

#include <algorithm>
#include <utility>

#include <fmt/format.h>

#include "common/base/error.h"

namespace hemero {

namespace {

/// What a damaged row may cause: SQLite cannot read it, or it is not one that the table takes.
bool is_of_a_row(const Error& error) { return error.code() == ErrorCode::bad_data || error.code() == ErrorCode::bug; }

template <typename T>
const T& bindable(const T& value) {
  return value;
}

sqlite::Blob bindable(const RawBlob& blob) { return {blob.bytes}; }

}  // namespace

TableSalvage::TableSalvage(sqlite::Connection& from, sqlite::Connection& to, std::string table)
    : from_(from), to_(to), table_(std::move(table)) {
  sqlite::Statement info = to_.prepare("SELECT name, type, pk, \"notnull\" FROM pragma_table_info(?1) ORDER BY cid");
  std::vector<std::string> key;
  info.with(table_);
  while (info.step()) {
    columns_.emplace_back(info.text(0));
    types_.emplace_back(info.text(1));
    is_required_.push_back(info.integer(3) != 0);
    if (info.integer(2) == 0) continue;
    key.emplace_back(info.text(0));
    has_number_ = key.size() == 1 && info.text(1) == "INTEGER";
  }
  key_ = fmt::format("{}", fmt::join(key, ", "));
  std::string values = "?";
  for (std::size_t i = 1; i < columns_.size(); ++i) values += ", ?";
  insert_.emplace(
      to_.prepare(fmt::format("INSERT OR IGNORE INTO {} ({}) VALUES ({})", table_, fmt::join(columns_, ", "), values)));
}

std::string TableSalvage::selecting(Which which) const {
  std::string sql = fmt::format("SELECT {} FROM {}", fmt::join(columns_, ", "), table_);
  if (which == Which::single) return sql + fmt::format(" WHERE {} = ?1", key_);
  std::string order = key_;
  if (which == Which::descending)
    for (std::size_t comma = order.find(", "); comma != std::string::npos; comma = order.find(", ", comma + 6))
      order.insert(comma, " DESC");
  return sql + fmt::format(" ORDER BY {}{}", order, which == Which::descending ? " DESC" : "");
}

std::uint64_t TableSalvage::copy() {
  sqlite::Statement rows = from_.prepare(selecting(Which::ascending));
  if (copy_rows(rows)) return 0;
  if (has_number_) return copy_singly();
  sqlite::Statement backwards = from_.prepare(selecting(Which::descending));
  copy_rows(backwards);
  return 1;
}

/// False when not all of them could be read and stored.
bool TableSalvage::copy_rows(sqlite::Statement& rows) {
  bool complete = true;
  try {
    while (rows.step()) {
      if (has_number_) last_ = rows.integer(0);
      complete = insert(rows) && complete;
    }
  } catch (const Error& error) {
    if (!is_of_a_row(error)) throw;
    return false;
  }
  return complete;
}

std::uint64_t TableSalvage::copy_singly() {
  sqlite::Statement row = from_.prepare(selecting(Which::single));
  std::uint64_t lost = 0;
  for (const std::int64_t end = last_number(); last_ < end;) {
    ++last_;
    try {
      if (row.with(last_).step() && !insert(row)) ++lost;
    } catch (const Error& error) {
      if (!is_of_a_row(error)) throw;
      ++lost;
    }
  }
  return std::max<std::uint64_t>(lost, 1);
}

/// False when the table does not take it.
bool TableSalvage::insert(const sqlite::Statement& row) {
  insert_->with();
  std::vector<sqlite::Value> values(columns_.size());
  for (std::size_t i = 0; i < columns_.size(); ++i) {
    const int column = static_cast<int>(i);
    if (types_[i] == "BLOB" && !row.is_null(column))
      insert_->also(sqlite::Blob{row.blob(column)});
    else
      insert_->also(values[i] = row.value(column));
  }
  return run_insert();
}

bool TableSalvage::run_insert() {
  try {
    insert_->run();
    return true;
  } catch (const Error& error) {
    if (!is_of_a_row(error)) throw;
    return false;
  }
}

std::vector<std::int64_t> TableSalvage::copy_raw(const std::filesystem::path& file) {
  std::vector<std::int64_t> found;
  sqlite::Statement known = to_.prepare(fmt::format("SELECT 1 FROM {} WHERE {} = ?1", table_, key_));
  each_raw_row(file, columns_.size(), [&](const RawRow& row) {
    if (!fits(row) || known.with(row.number).for_first([](const auto&) {})) return;
    insert_->with(row.number);
    for (std::size_t i = 1; i < columns_.size(); ++i)
      std::visit([this](const auto& value) { insert_->also(bindable(value)); }, row.columns[i]);
    if (run_insert()) found.push_back(row.number);
  });
  return found;
}

/// Whether it may be a row of this table.
bool TableSalvage::fits(const RawRow& row) const {
  if (row.number <= 0 || !std::holds_alternative<std::monostate>(row.columns[0])) return false;
  for (std::size_t i = 1; i < columns_.size(); ++i) {
    const RawValue& value = row.columns[i];
    const bool empty = std::holds_alternative<std::monostate>(value);
    const bool of_type = (types_[i] == "INTEGER" && std::holds_alternative<std::int64_t>(value)) ||
                         (types_[i] == "TEXT" && std::holds_alternative<std::string>(value)) ||
                         (types_[i] == "BLOB" && std::holds_alternative<RawBlob>(value)) ||
                         (types_[i] == "REAL" && !empty);
    if (empty ? is_required_[i] : !of_type) return false;
  }
  return true;
}

/// The highest number that a row may have.
std::int64_t TableSalvage::last_number() {
  std::int64_t last = last_;
  for (const std::string& sql : {fmt::format("SELECT max({}) FROM {}", key_, table_),
                                 fmt::format("SELECT seq FROM sqlite_sequence WHERE name = '{}'", table_)}) {
    try {
      from_.prepare(sql).for_first([&](const sqlite::Statement& row) { last = std::max(last, row.integer(0)); });
    } catch (const Error& error) {
      if (!is_of_a_row(error)) throw;
    }
  }
  constexpr std::int64_t most = 0xFFFF'FFFF;  // a larger one is damaged itself
  return std::min(last, most);
}

}  // namespace hemero
