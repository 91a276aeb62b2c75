#include <cstddef>
#include <cstdint>
#include <cstdlib>

#include "common/text/characters/unicode.h"
#include "indexer/formats/named/csv_article.h"
#include "indexer/formats/named/csv_reader.h"
#include "tests/support/string_input.h"

/// Any bytes, as a table, give rows in the order of the file, and articles in valid UTF-8 or reasons.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  if (size == 0) return 0;
  hemero::StringInput input({reinterpret_cast<const char*>(data) + 1, size - 1}, data[0] + std::size_t{1});
  hemero::CsvReader reader(input, {"a.csv", "a.csv", 0, true});
  hemero::CsvArticleReader articles(hemero::KeyMap{});
  std::uint64_t line = 0;
  while (auto item = reader.next()) {
    const auto* record = std::get_if<hemero::Record>(&*item);
    if (record == nullptr) continue;
    if (record->line <= line || record->offset + record->bytes.size() > size) std::abort();
    line = record->line;
    const auto result = articles.read(*record);
    if (const auto* article = std::get_if<hemero::Article>(&result))
      if (!hemero::is_valid_utf8(article->text) || !hemero::is_valid_utf8(article->title)) std::abort();
  }
  if (reader.offset() > size) std::abort();
  return 0;
}
