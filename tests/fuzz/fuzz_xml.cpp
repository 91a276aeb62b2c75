#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string>

#include "common/text/characters/unicode.h"
#include "indexer/formats/print/print_folder.h"
#include "indexer/ingest/extractor.h"
#include "indexer/ingest/formats.h"
#include "tests/support/string_input.h"

namespace {

void require(bool condition) {
  if (!condition) std::abort();
}

void check(const hemero::Article& article) {
  std::uint32_t end = 0;
  for (const hemero::Zone& zone : article.zones) {
    require(zone.begin >= end && zone.end >= zone.begin && zone.end <= article.text.size());
    end = zone.end;
  }
  require(hemero::is_valid_utf8(article.text));
  require(hemero::is_valid_utf8(article.title));
  require(!article.key.empty());
}

}  // namespace

/// Any bytes, as an XML file, give articles in valid UTF-8 whose zones lie in their texts, or reasons.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string bytes(reinterpret_cast<const char*>(data), size);
  hemero::HeadedInput input(std::make_unique<hemero::StringInput>(bytes));
  const hemero::InputFile file{"/nowhere/a.xml", "a.xml", 0, true};
  const hemero::Format& format = hemero::detect_format(file.path, input);
  if (format.roots.empty()) return 0;
  const hemero::FileHead head(bytes);
  const hemero::InputLimits limits;
  hemero::PrintFolder prints;
  const auto reader = format.cut(input, {format, file, head, limits, prints});
  const hemero::FolderLines folders({});
  const hemero::ExtractOptions options;
  hemero::Extractor extractor(options, folders);
  while (auto item = reader->next()) {
    auto* record = std::get_if<hemero::Record>(&*item);
    if (record == nullptr) continue;
    record->format = &format;
    const auto found = extractor.extract(*record);
    if (const auto* article = std::get_if<hemero::Article>(&found)) check(*article);
  }
  return 0;
}
