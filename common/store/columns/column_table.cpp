#include "common/store/columns/column_table.h"

#include <algorithm>

#include "common/base/error.h"
#include "common/base/message.h"
#include "common/store/folder/durable_file.h"
#include "common/store/streams/checksum.h"
#include "common/store/streams/varint.h"

namespace hemero {

namespace {

constexpr std::string_view file_mark = "hemero columns 1\n";
constexpr std::size_t checksum_bytes = 4;

void append_text(std::string& bytes, std::string_view text) {
  append_varint(bytes, text.size());
  bytes += text;
}

/// The text that starts here; nothing when the bytes end before it does.
std::optional<std::string_view> read_text(std::string_view bytes, std::size_t& at) {
  const std::uint64_t size = read_varint(bytes, at);
  if (size > bytes.size() - at) return std::nullopt;
  at += size;
  return bytes.substr(at - size, size);
}

void append_number(std::string& bytes, std::uint32_t number, std::size_t width) {
  for (std::size_t i = 0; i < width; ++i) bytes += static_cast<char>(number >> (8 * i) & 0xFFU);
}

std::uint32_t read_number(std::string_view bytes, std::size_t at, std::size_t width) {
  std::uint32_t number = 0;
  for (std::size_t i = 0; i < width; ++i) number |= std::uint32_t{static_cast<unsigned char>(bytes[at + i])} << (8 * i);
  return number;
}

/// How many bytes the numbers of so many values take.
std::size_t width_of(std::size_t values) { return values <= 0x100 ? 1 : values <= 0x10000 ? 2 : 4; }

}  // namespace

std::optional<ColumnTable> ColumnTable::decode(std::string bytes) {
  ColumnTable table;
  table.bytes_.assign(bytes.begin(), bytes.end());
  if (!table.decode_all()) return std::nullopt;
  return table;
}

std::optional<ColumnTable> ColumnTable::read(const std::filesystem::path& file) {
  if (!std::filesystem::exists(file)) return std::nullopt;
  auto table = decode(read_bytes(file));
  if (!table)
    throw Error(ErrorCode::bad_data, message("{} is damaged", file.string()), message("run “hemero-index rebuild”"));
  return table;
}

bool ColumnTable::decode_all() {
  std::string_view bytes(bytes_.data(), bytes_.size());
  if (!bytes.starts_with(file_mark) || bytes.size() < file_mark.size() + checksum_bytes) return false;
  const std::size_t end = bytes.size() - checksum_bytes;
  if (read_number(bytes, end, checksum_bytes) != checksum32(bytes.substr(0, end))) return false;
  bytes = bytes.substr(0, end);
  std::size_t at = file_mark.size();
  first_ = VersionId(static_cast<std::uint32_t>(read_varint(bytes, at)));
  versions_ = read_varint(bytes, at);
  for (std::uint64_t left = read_varint(bytes, at); left > 0; --left) {
    const auto name = read_text(bytes, at);
    auto values = name ? decode_values(bytes, at, versions_) : std::nullopt;
    if (!values) return false;
    const auto* const column = std::find(column_names.begin(), column_names.end(), *name);
    if (column != column_names.end()) columns_[static_cast<std::size_t>(column - column_names.begin())] = *values;
  }
  return at == bytes.size() &&
         std::none_of(columns_.begin(), columns_.end(), [](const Values& values) { return values.list.empty(); });
}

std::optional<ColumnTable::Values> ColumnTable::decode_values(std::string_view bytes, std::size_t& at,
                                                              std::size_t versions) {
  Values values;
  const std::uint64_t count = read_varint(bytes, at);
  if (count == 0 || count > bytes.size() - at) return std::nullopt;
  values.list.reserve(count);
  for (std::uint64_t i = 0; i < count; ++i) {
    const auto text = read_text(bytes, at);
    if (!text) return std::nullopt;
    values.list.push_back(*text);
  }
  values.width = width_of(count);
  if (versions > (bytes.size() - at) / values.width) return std::nullopt;
  values.numbers = bytes.substr(at, versions * values.width);
  at += values.numbers.size();
  return values;
}

/// The empty value where a stranger wrote a number that is none.
std::uint32_t ColumnTable::Values::number(std::size_t place) const {
  const std::uint32_t number = read_number(numbers, place * width, width);
  return number < list.size() ? number : 0;
}

std::string_view ColumnTable::value(ValueColumn column, VersionId version) const {
  const Values& values = columns_[static_cast<std::size_t>(column)];
  return covers(version) ? values.list[values.number(place_of(version))] : std::string_view();
}

void ColumnTable::count(ValueColumn column, std::span<const VersionId> versions, ColumnCounts& counts) const {
  const Values& values = columns_[static_cast<std::size_t>(column)];
  std::vector<std::uint64_t> by_number(values.list.size());
  for (const VersionId version : versions)
    if (covers(version)) ++by_number[values.number(place_of(version))];
  for (std::size_t number = 0; number < by_number.size(); ++number)
    if (by_number[number] > 0) counts[std::string(values.list[number])] += by_number[number];
}

void ColumnTableWriter::Values::append(std::string_view value) {
  auto known = by_text.find(value);
  if (known == by_text.end()) {
    list.emplace_back(value);
    known = by_text.emplace(list.back(), static_cast<std::uint32_t>(list.size() - 1)).first;
  }
  numbers.push_back(known->second);
}

/// Leaves the versions before it without values.
void ColumnTableWriter::skip_to(VersionId version) {
  versions_ = static_cast<std::size_t>(version) - static_cast<std::size_t>(first_);
  for (Values& values : columns_) values.numbers.resize(versions_);
  ++versions_;
}

void ColumnTableWriter::append(VersionId version, const ColumnValues& values) {
  skip_to(version);
  for (std::size_t column = 0; column < columns_.size(); ++column) columns_[column].append(values[column]);
}

void ColumnTableWriter::append(VersionId version, const ColumnTable& table) {
  skip_to(version);
  for (std::size_t column = 0; column < columns_.size(); ++column)
    columns_[column].append(table.value(static_cast<ValueColumn>(column), version));
}

std::string ColumnTableWriter::encode() const {
  std::string bytes(file_mark);
  append_varint(bytes, static_cast<std::uint32_t>(first_));
  append_varint(bytes, versions_);
  append_varint(bytes, columns_.size());
  for (std::size_t column = 0; column < columns_.size(); ++column) {
    const Values& values = columns_[column];
    append_text(bytes, column_names[column]);
    append_varint(bytes, values.list.size());
    for (const std::string& value : values.list) append_text(bytes, value);
    const std::size_t width = width_of(values.list.size());
    for (const std::uint32_t number : values.numbers) append_number(bytes, number, width);
  }
  append_number(bytes, checksum32(bytes), checksum_bytes);
  return bytes;
}

}  // namespace hemero
