#pragma once

#include <cstddef>
#include <functional>
#include <map>
#include <memory>
#include <string>
#include <type_traits>
#include <variant>
#include <vector>

#include "common/model/article.h"
#include "indexer/input/choice.h"
#include "indexer/input/html_limits.h"
#include "indexer/input/record.h"

namespace hemero {

class FolderLines;

/// Which key of a JSON object, or which column of a table, fills a field: field name (id, lead, text, and what the
/// table of fields maps) → key. Fields that are not named are looked for under the keys that everyone uses.
using KeyMap = std::map<std::string, std::string, std::less<>>;

/// What the user says about records whose fields have names.
struct NamedFields {
  KeyMap keys = {};
  bool without_text = false;  ///< a table of titles alone is meant
};

/// What the user says about the records of a run, and what was learnt of its files.
struct ReadingOptions {
  const KeyMap& keys;
  const HtmlLimits& html;
  const FolderLines& folders;
};

/// Why nothing of a file is read.
struct FileFault {
  const char* reason = nullptr;
  std::string message;
};

/// A key or a column that no field took.
struct LeftOut {
  std::string name;
  std::size_t bytes = 0;  ///< that it says
  bool is_date = false;   ///< it says a date
  bool is_column = false;
};

/// Record → article, for the records of one format. One thread at a time.
class ArticleExtractor {
 public:
  virtual ~ArticleExtractor() = default;

  /// The article, or why there is none. Why its fields say what they say is appended to `choices`, by formats that
  /// leave room for doubt.
  virtual std::variant<Article, Skip> read(const Record& record, Choices& choices) = 0;

  std::variant<Article, Skip> read(const Record& record) {
    Choices choices;
    return read(record, choices);
  }

  /// What no field took of the last record, when it became an article (formats that name their fields): the columns of
  /// a row; the keys of an object that has no text, title or date.
  virtual std::vector<LeftOut> left_out() const { return {}; }

  ArticleExtractor(const ArticleExtractor&) = delete;
  ArticleExtractor& operator=(const ArticleExtractor&) = delete;

 protected:
  ArticleExtractor() = default;
};

/// The reader of a format for which a function of the record does, with its choices or without.
template <auto function>
class PlainExtractor final : public ArticleExtractor {
 public:
  explicit PlainExtractor(const ReadingOptions&) {}

  std::variant<Article, Skip> read(const Record& record, [[maybe_unused]] Choices& choices) override {
    if constexpr (std::is_invocable_v<decltype(function), const Record&, Choices&>)
      return function(record, choices);
    else
      return function(record);
  }
};

/// Makes the reader of a row of the table of formats.
template <typename Reader>
std::unique_ptr<ArticleExtractor> make_extractor_of(const ReadingOptions& options) {
  return std::make_unique<Reader>(options);
}

}  // namespace hemero
