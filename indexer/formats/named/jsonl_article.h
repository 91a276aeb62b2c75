#pragma once

#include <memory>
#include <variant>
#include <vector>

#include "common/model/article.h"
#include "indexer/formats/named/field_keys.h"
#include "indexer/input/record.h"

namespace hemero {

/// One JSON object → an article, or why not. Its key is its id, else its URL, else "path:line". Bytes that are not UTF-8
/// are decoded (charset.h); half a surrogate pair becomes U+FFFD.
/// One thread at a time: it keeps simdjson's parser.
class JsonArticleReader {
 public:
  explicit JsonArticleReader(KeyMap keys);
  ~JsonArticleReader();
  JsonArticleReader(JsonArticleReader&&) noexcept;
  JsonArticleReader& operator=(JsonArticleReader&&) noexcept;

  std::variant<Article, Skip> read(const Record& record);

  /// What no field took of the last object, when it became an article without a text.
  const std::vector<LeftOut>& left_out() const { return left_out_; }

 private:
  struct Parser;
  KeyMap keys_;
  std::vector<LeftOut> left_out_;
  std::unique_ptr<Parser> parser_;
};

}  // namespace hemero
