#include "indexer/formats/named/csv_columns.h"

#include <utility>

#include "indexer/formats/named/field_keys.h"
#include "indexer/formats/named/key_names.h"
#include "indexer/formats/named/publication_state.h"

namespace hemero {

CsvColumns::CsvColumns(std::shared_ptr<const CsvHeader> header, const KeyMap& keys)
    : header_(std::move(header)), taken_(header_->names.size(), false) {
  for (const std::string_view field : mappable_fields()) columns_[std::string(field)];
  for (const auto& [field, name] : keys) {
    columns_[field] = mapped(name);
    for (const std::size_t column : columns_[field]) taken_[column] = true;
  }
  for (std::size_t i = 0; i < names().size(); ++i) states_.push_back(taken_[i] ? std::nullopt : state_key(names()[i]));
  guess(keys);
}

/// The columns of a name that the user gave: written so, else the same in a plain form.
std::vector<std::size_t> CsvColumns::mapped(const std::string& name) const {
  std::vector<std::size_t> columns;
  const auto add = [&](auto is_it) {
    for (std::size_t i = 0; i < header_->names.size(); ++i)
      if (is_it(header_->names[i])) columns.push_back(i);
  };
  add([&](const std::string& column) { return column == name; });
  const std::string plain = plain_key(name);
  if (columns.empty() && !plain.empty()) add([&](const std::string& column) { return plain_key(column) == plain; });
  return columns;
}

/// Gives the columns that no map names to the fields that no map fills, the preferred names first.
void CsvColumns::guess(const KeyMap& keys) {
  std::map<std::pair<std::string, std::size_t>, std::vector<std::size_t>> found;
  for (std::size_t i = 0; i < header_->names.size(); ++i)
    if (const auto known = known_key(header_->names[i]);
        known && !taken_[i] && !keys.contains(std::string(known->field)))
      found[{std::string(known->field), known->rank}].push_back(i);
  for (const auto& [key, columns] : found) {
    auto& of_field = columns_[key.first];
    of_field.insert(of_field.end(), columns.begin(), columns.end());
    for (const std::size_t column : columns) taken_[column] = true;
  }
}

}  // namespace hemero
