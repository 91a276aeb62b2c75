#pragma once

#include <optional>
#include <span>
#include <string>
#include <variant>
#include <vector>

#include "common/model/article.h"
#include "indexer/formats/named/csv_columns.h"
#include "indexer/input/article_extractor.h"

namespace hemero {

/// A row of a table → an article, or why not. Cells in UTF-8 or windows-1252. One thread at a time: it remembers which
/// column is what for the table it read last.
class CsvArticleReader final : public ArticleExtractor {
 public:
  explicit CsvArticleReader(KeyMap keys) : keys_(std::move(keys)) {}
  explicit CsvArticleReader(const ReadingOptions& options) : CsvArticleReader(options.keys) {}

  using ArticleExtractor::read;
  std::variant<Article, Skip> read(const Record& record, Choices& choices) override;
  std::vector<LeftOut> left_out() const override { return left_out_; }

 private:
  KeyMap keys_;
  std::optional<CsvColumns> columns_;
  std::vector<LeftOut> left_out_;
};

/// Why a table with these first rows is refused as a whole: it lacks a column that a map names, or has none that is a
/// text.
std::optional<FileFault> fault_of_table(std::span<const Record> rows, const NamedFields& fields);

/// What each of these rows says of its date.
std::vector<std::string> dates_of_table(std::span<const Record> rows, const NamedFields& fields);

}  // namespace hemero
