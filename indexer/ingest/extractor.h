#pragma once

#include <string>
#include <variant>
#include <vector>

#include "common/model/article.h"
#include "indexer/formats/history/export_line.h"
#include "indexer/formats/html/choice.h"
#include "indexer/formats/named/csv_article.h"
#include "indexer/formats/named/jsonl_article.h"
#include "indexer/input/html_limits.h"
#include "indexer/input/record.h"
#include "indexer/prose/debris_lines.h"

namespace hemero {

/// What the user says about all records of a run.
struct ExtractOptions {
  std::string source;  ///< the source of articles that name none
  KeyMap keys;
  HtmlLimits html = {};  ///< of web pages
};

/// Record → article, whatever the record's format. One thread at a time.
class Extractor {
 public:
  /// `folders` must outlive the extractor.
  Extractor(const ExtractOptions& options, const FolderLines& folders);

  /// Why the fields of a web page say what they say is appended to `choices`; other formats name their fields.
  std::variant<Article, Skip> extract(const Record& record, Choices& choices);
  std::variant<Article, Skip> extract(const Record& record);

  /// What no field took of the last record, when it became an article without a text (formats that name their fields).
  const std::vector<LeftOut>& left_out() const { return left_out_; }

 private:
  std::variant<Article, Skip> read(const Record& record, Choices& choices);
  std::variant<Article, Skip> read_exported(const Record& record);

  std::string source_;
  HtmlLimits html_;
  const FolderLines& folders_;
  JsonArticleReader json_;
  CsvArticleReader csv_;
  ExportLineReader exports_;
  std::vector<LeftOut> left_out_;
};

}  // namespace hemero
