#pragma once

#include <memory>
#include <string>
#include <variant>
#include <vector>

#include "common/model/article.h"
#include "indexer/formats/named/field_keys.h"
#include "indexer/input/record.h"

namespace hemero {

/// A row of a table → an article, or why not. Columns are known by the names of the user's map, else by those that everyone
/// uses (field_keys.h). Cells in UTF-8 or windows-1252. One thread at a time: it remembers which
/// column is what for the table it read last.
class CsvArticleReader {
 public:
  explicit CsvArticleReader(KeyMap keys) : keys_(std::move(keys)) {}

  std::variant<Article, Skip> read(const Record& record);

  /// What no field took of the last row, when it became an article without a text.
  const std::vector<LeftOut>& left_out() const { return left_out_; }

 private:
  void learn(std::shared_ptr<const CsvHeader> header);
  std::vector<std::size_t> mapped_columns(const std::string& name) const;
  void guess_columns();
  void note_left_out(const std::vector<std::string>& cells);

  KeyMap keys_;
  std::shared_ptr<const CsvHeader> header_;
  std::map<std::string, std::vector<std::size_t>, std::less<>> columns_;  ///< field → columns, best first
  std::vector<bool> taken_;                                               ///< the columns that some field may take
  std::vector<LeftOut> left_out_;
};

}  // namespace hemero
