#pragma once

#include <cstddef>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "indexer/input/article_extractor.h"
#include "indexer/input/record.h"

namespace hemero {

/// Which columns of a table fill which fields: those that the user's map names, else those of names that everyone uses
/// (field_keys.h).
class CsvColumns {
 public:
  CsvColumns(std::shared_ptr<const CsvHeader> header, const KeyMap& keys);

  const std::shared_ptr<const CsvHeader>& header() const { return header_; }
  const std::vector<std::string>& names() const { return header_->names; }

  /// The columns of a field, best first. The field must be one that --map takes.
  const std::vector<std::size_t>& of(std::string_view field) const { return columns_.find(field)->second; }

  /// What a column is to the state of its row (publication_state.h), unless the user's map names it.
  const std::optional<std::string_view>& state_key_of(std::size_t column) const { return states_[column]; }

  /// True for a column that no field may take, and that has a name.
  bool is_left_out(std::size_t column) const { return !taken_[column] && !header_->names[column].empty(); }

 private:
  std::vector<std::size_t> mapped(const std::string& name) const;
  void guess(const KeyMap& keys);

  std::shared_ptr<const CsvHeader> header_;
  std::map<std::string, std::vector<std::size_t>, std::less<>> columns_;  ///< field → columns
  std::vector<bool> taken_;
  std::vector<std::optional<std::string_view>> states_;
};

}  // namespace hemero
