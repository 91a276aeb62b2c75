#include "common/store/checking/table_salvage.h"

#include <algorithm>
#include <limits>
#include <utility>

#include <fmt/format.h>

#include "common/base/error.h"

namespace hemero {

namespace {

/// What a damaged row may cause: SQLite cannot read it, or it is not one that the table takes.
bool is_of_a_row(const Error& error) { return error.code() == ErrorCode::bad_data || error.code() == ErrorCode::bug; }

}  // namespace

void bind_raw(sqlite::Statement& statement, const RawValue& value) {
  if (const auto* blob = std::get_if<RawBlob>(&value))
    statement.also(sqlite::Blob{blob->bytes});
  else if (const auto* text = std::get_if<std::string>(&value))
    statement.also(*text);
  else if (const auto* number = std::get_if<std::int64_t>(&value))
    statement.also(*number);
  else if (const auto* real = std::get_if<double>(&value))
    statement.also(*real);
  else
    statement.also(sqlite::Value());
}

TableSalvage::TableSalvage(sqlite::Connection& from, sqlite::Connection& to, std::string table, Mend mend)
    : from_(from), to_(to), table_(std::move(table)), mend_(std::move(mend)) {
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
  std::string same = fmt::format("{} IS ?", columns_[0]);
  for (std::size_t i = 1; i < columns_.size(); ++i) {
    values += ", ?";
    same += fmt::format(" AND {} IS ?", columns_[i]);
  }
  insert_.emplace(to_.prepare(
      fmt::format("INSERT OR IGNORE INTO {} ({}) VALUES ({}) RETURNING 1", table_, fmt::join(columns_, ", "), values)));
  same_.emplace(to_.prepare(fmt::format("SELECT 1 FROM {} WHERE {}", table_, same)));
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

/// False when not all of them could be read and stored, or numbers do not ascend: a page stands in two places.
bool TableSalvage::copy_rows(sqlite::Statement& rows) {
  bool complete = true;
  std::int64_t last = std::numeric_limits<std::int64_t>::min();
  try {
    while (rows.step()) {
      RawRow row = read(rows);
      if (has_number_ && std::exchange(last, row.number) >= row.number) return false;
      complete = take(std::move(row)) && complete;
    }
  } catch (const Error& error) {
    if (!is_of_a_row(error)) throw;
    return false;
  }
  return complete;
}

/// Looks for every number, and passes over those that no row has as long as that can be told.
std::uint64_t TableSalvage::copy_singly() {
  constexpr std::uint64_t most_unreadable = 1'000'000;  // in a row, of what may be no more than a number
  sqlite::Statement row = from_.prepare(selecting(Which::single));
  std::uint64_t lost = 0;
  std::uint64_t unreadable = 0;
  const std::int64_t end = last_number();
  for (std::int64_t number = 1; number <= end && unreadable < most_unreadable; ++number) {
    if (is_known(number)) continue;
    try {
      if (row.with(number).step())
        lost += !take(read(row));
      else
        number = next_number(number).value_or(end + 1) - 1;
      unreadable = 0;
    } catch (const Error& error) {
      if (!is_of_a_row(error)) throw;
      ++lost;
      ++unreadable;
    }
  }
  return std::max<std::uint64_t>(lost, 1);
}

/// The number of the first row behind a number that no row has.
std::optional<std::int64_t> TableSalvage::next_number(std::int64_t number) {
  std::optional<std::int64_t> next;
  try {
    sqlite::Statement following =
        from_.prepare(fmt::format("SELECT {0} FROM {1} WHERE {0} > ?1 ORDER BY {0} LIMIT 1", key_, table_));
    following.with(number).for_first([&](const sqlite::Statement& row) { next = row.integer(0); });
  } catch (const Error& error) {
    if (!is_of_a_row(error)) throw;
    next = number + 1;
  }
  return next && *next <= number ? number + 1 : next;
}

bool TableSalvage::is_known(std::int64_t number) {
  sqlite::Statement known = to_.prepare(fmt::format("SELECT 1 FROM {} WHERE {} = ?1", table_, key_));
  return known.with(number).for_first([](const auto&) {});
}

RawRow TableSalvage::read(const sqlite::Statement& row) const {
  RawRow read;
  if (has_number_) read.number = row.integer(0);
  for (std::size_t i = 0; i < columns_.size(); ++i) {
    const int column = static_cast<int>(i);
    RawValue& value = read.columns.emplace_back();
    if (has_number_ && i == 0) continue;
    if (types_[i] == "BLOB" && !row.is_null(column))
      value = RawBlob{std::string(row.blob(column))};
    else
      std::visit([&value](auto&& held) { value = std::forward<decltype(held)>(held); }, row.value(column));
  }
  return read;
}

/// False when it is lost: the table does not take it, or another row has its place.
bool TableSalvage::take(RawRow row) {
  const RawRow as_read = mend_ ? row : RawRow();
  try {
    if (mend_ ? mend_(row) && store(row) : store(row)) return true;
  } catch (const Error& error) {
    if (!is_of_a_row(error)) throw;
    return false;
  }
  if (!mend_) return is_stored(row);
  kept_back_.push_back(as_read);
  return true;
}

bool TableSalvage::is_stored(const RawRow& row) {
  bind(*same_, row);
  return same_->for_first([](const auto&) {});
}

bool TableSalvage::store(const RawRow& row) {
  bind(*insert_, row);
  return insert_->for_first([](const auto&) {});
}

void TableSalvage::bind(sqlite::Statement& statement, const RawRow& row) const {
  statement.with();
  for (std::size_t i = 0; i < columns_.size(); ++i) {
    if (has_number_ && i == 0)
      statement.also(row.number);
    else
      bind_raw(statement, row.columns[i]);
  }
}

std::vector<std::int64_t> TableSalvage::copy_raw(const std::filesystem::path& file) {
  std::vector<std::int64_t> found;
  each_raw_row(file, columns_.size(), [&](const RawRow& row) {
    if (!fits(row) || is_stored(row)) return;
    const std::size_t before = kept_back_.size();
    if (take(row) && kept_back_.size() == before) found.push_back(row.number);
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
  std::int64_t last = 0;
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
