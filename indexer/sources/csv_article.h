#pragma once

#include <memory>
#include <string>
#include <variant>
#include <vector>

#include "common/model/article.h"
#include "indexer/sources/field_keys.h"
#include "indexer/sources/record.h"

namespace hemero {

/// A row of a table → an article, or why not. Columns are known by the names of the user's map, else by those that everyone
/// uses, whatever their case, accents and blanks. Cells in UTF-8 or windows-1252. One thread at a time: it remembers which
/// column is what for the table it read last.
class CsvArticleReader {
 public:
  explicit CsvArticleReader(KeyMap keys) : keys_(std::move(keys)) {}

  std::variant<Article, Skip> read(const Record& record);

 private:
  void learn(std::shared_ptr<const CsvHeader> header);
  std::vector<std::size_t> columns_of(std::string_view field, const std::vector<std::string>& plain) const;

  KeyMap keys_;
  std::shared_ptr<const CsvHeader> header_;
  std::map<std::string, std::vector<std::size_t>, std::less<>> columns_;  ///< field → columns, best first
};

}  // namespace hemero
