#pragma once

#include <memory>
#include <optional>
#include <span>
#include <string>
#include <variant>
#include <vector>

#include "common/model/article.h"
#include "indexer/input/article_extractor.h"

namespace hemero {

/// One JSON object → an article, or why not. Its key is its id, else its URL, else "path:line". Bytes that are not
/// UTF-8 are decoded (charset.h); half a surrogate pair becomes U+FFFD.
/// One thread at a time: it keeps simdjson's parser.
class JsonArticleReader final : public ArticleExtractor {
 public:
  explicit JsonArticleReader(KeyMap map);
  explicit JsonArticleReader(const ReadingOptions& options) : JsonArticleReader(options.keys) {}
  ~JsonArticleReader() override;

  using ArticleExtractor::read;
  std::variant<Article, Skip> read(const Record& record, Choices& choices) override;
  std::vector<LeftOut> left_out() const override { return left_out_; }

 private:
  struct Parser;
  KeyMap map_;
  std::vector<LeftOut> left_out_;
  std::unique_ptr<Parser> parser_;
};

/// Why a file with these first records is refused as a whole: none of them has a key that a map names.
std::optional<FileFault> fault_of_objects(std::span<const Record> first, const NamedFields& fields);

/// What each of these says of its date.
std::vector<std::string> dates_of_objects(std::span<const Record> first, const NamedFields& fields);

}  // namespace hemero
