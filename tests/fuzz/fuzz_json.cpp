#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string>

#include "common/text/characters/unicode.h"
#include "indexer/formats/named/export_line.h"
#include "indexer/formats/named/json_envelope.h"
#include "indexer/formats/named/json_values.h"
#include "indexer/formats/named/jsonl_article.h"
#include "tests/support/string_input.h"

/// Any bytes, as JSON over many lines, give values that lie in the file in its order, and articles in valid UTF-8 or
/// reasons.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  if (size == 0) return 0;
  static hemero::JsonArticleReader articles{hemero::KeyMap{{"section", "a.b[0].c"}}};
  const std::string bytes(reinterpret_cast<const char*>(data) + 1, size - 1);
  hemero::StringInput input(bytes, data[0] + std::size_t{1});
  hemero::JsonValues values(input, {"a.json", "a.json", 0, true}, hemero::find_enveloped_array(bytes));
  std::uint64_t end = 0;
  while (auto item = values.next()) {
    const auto* record = std::get_if<hemero::Record>(&*item);
    if (record == nullptr) continue;
    if (record->offset < end || record->bytes.empty()) std::abort();
    end = record->offset + record->bytes.size();
    const auto result = articles.read(*record);
    if (const auto* article = std::get_if<hemero::Article>(&result))
      if (!hemero::is_valid_utf8(article->text) || !hemero::is_valid_utf8(article->section)) std::abort();
  }
  if (values.offset() != size - 1) std::abort();
  static hemero::ExportLineReader exports;
  hemero::Record line{R"({"hemero_export":1,"key":"k","number":1,)", "a", "a"};
  line.bytes.append(reinterpret_cast<const char*>(data), size);
  const auto event = exports.read(line);
  if (const auto* version = std::get_if<hemero::HistoricVersion>(&event))
    if (!hemero::is_valid_utf8(version->article.text)) std::abort();
  return 0;
}
