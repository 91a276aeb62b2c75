#pragma once

#include <memory>
#include <string>
#include <variant>
#include <vector>

#include "common/model/article.h"
#include "indexer/input/article_extractor.h"

namespace hemero {

/// A row of a table → an article, or why not. Columns are known by the names of the user's map, else by those that
/// everyone uses (field_keys.h). Cells in UTF-8 or windows-1252. One thread at a time: it remembers which
/// column is what for the table it read last.
class CsvArticleReader final : public ArticleExtractor {
 public:
  explicit CsvArticleReader(KeyMap keys) : keys_(std::move(keys)) {}
  explicit CsvArticleReader(const ReadingOptions& options) : CsvArticleReader(options.keys) {}

  using ArticleExtractor::read;
  std::variant<Article, Skip> read(const Record& record, Choices& choices) override;
  std::vector<LeftOut> left_out() const override { return left_out_; }

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
