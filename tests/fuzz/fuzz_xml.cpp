#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string>

#include "common/text/unicode.h"
#include "indexer/formats/print/print_reader.h"
#include "indexer/formats/xml/xml_dialect.h"
#include "indexer/formats/xml/xml_reader.h"
#include "indexer/ingest/extractor.h"
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

/// A digitised newspaper, whose pages are not there.
void read_print(hemero::ByteInput& input, hemero::RecordFormat format) {
  hemero::PrintFolder folder;
  hemero::PrintReader reader(input, {"/nowhere/a.xml", "a.xml", 0, true}, format, folder);
  while (auto item = reader.next())
    if (const auto* record = std::get_if<hemero::Record>(&*item)) check(*record->printed);
}

/// Any bytes, as an XML file, give articles in valid UTF-8 whose zones lie in their texts, or reasons.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string bytes(reinterpret_cast<const char*>(data), size);
  const auto format = hemero::xml_format_of(bytes).value_or(hemero::RecordFormat::feed);
  const hemero::FolderLines folders({});
  hemero::Extractor extractor({}, folders);
  hemero::StringInput input(bytes);
  if (format == hemero::RecordFormat::alto || format == hemero::RecordFormat::mets) return read_print(input, format), 0;
  hemero::XmlReader reader(input, hemero::item_names(format));
  while (auto result = reader.next()) {
    auto* item = std::get_if<hemero::XmlItem>(&*result);
    if (item == nullptr) continue;
    auto shared = std::make_shared<const hemero::XmlItem>(std::move(*item));
    const auto found = extractor.extract({format, {}, "a.xml", "a.xml", shared->line, 0, shared});
    if (const auto* article = std::get_if<hemero::Article>(&found)) check(*article);
  }
  return 0;
}
