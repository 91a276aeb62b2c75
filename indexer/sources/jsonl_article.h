#pragma once

#include <map>
#include <string>
#include <variant>

#include "common/model/article.h"
#include "indexer/sources/record.h"

namespace hemero {

/// Which key of a JSON object fills a field: field name (id, url, title, lead, text, date, author, source, section,
/// keywords, language) → key. Fields that are not named are looked for under the keys that everyone uses.
using KeyMap = std::map<std::string, std::string>;

/// The names that --map takes on its left side.
bool is_mappable_field(std::string_view name);

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

 private:
  struct Parser;
  KeyMap keys_;
  std::unique_ptr<Parser> parser_;
};

}  // namespace hemero
