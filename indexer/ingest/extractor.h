#pragma once

#include <map>
#include <memory>
#include <string>
#include <variant>
#include <vector>

#include "common/model/article.h"
#include "indexer/ingest/extract_options.h"
#include "indexer/input/choice.h"
#include "indexer/input/format.h"
#include "indexer/prose/debris_lines.h"

namespace hemero {

/// Record → article, whatever the record's format. One thread at a time.
class Extractor {
 public:
  /// `folders` must outlive the extractor.
  Extractor(const ExtractOptions& options, const FolderLines& folders);

  /// Refuses what goes beyond the limits. Why fields say what they say is appended to `choices`, where the format
  /// leaves room for doubt. The record's format must be named.
  std::variant<Article, Skip> extract(const Record& record, Choices& choices);
  std::variant<Article, Skip> extract(const Record& record);

  /// What no field took of the last record (ArticleExtractor::left_out).
  const std::vector<LeftOut>& left_out() const { return left_out_; }

  /// True when text of the last record, encoded twice, became what it was.
  bool repaired() const { return repaired_; }

 private:
  std::variant<Article, Skip> read(const Record& record, Choices& choices);
  ArticleExtractor& extractor_of(const Format& format);

  ExtractOptions options_;
  const FolderLines& folders_;
  std::map<const Format*, std::unique_ptr<ArticleExtractor>> extractors_;  ///< made when the first record needs them
  std::vector<LeftOut> left_out_;
  bool repaired_ = false;
};

}  // namespace hemero
