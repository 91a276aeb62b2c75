#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <memory>
#include <string>

#include "common/base/error.h"
#include "common/text/characters/unicode.h"
#include "indexer/formats/documents/pdf_document.h"
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
  for (const std::string* field : {&article.title, &article.text, &article.source, &article.section, &article.url})
    require(hemero::is_valid_utf8(*field));
  for (const std::string& author : article.authors) require(hemero::is_valid_utf8(author));
  require(!article.key.empty());
}

hemero::InputLimits small_limits() {
  hemero::InputLimits limits;
  limits.text = limits.line = limits.record = limits.xml_record = 200'000;
  limits.container_total = 2'000'000;
  limits.unpack_freely = 2'000'000;
  return limits;
}

void read(const hemero::Format& format, hemero::HeadedInput& input) {
  const hemero::InputFile file{"/nowhere/a", "a", 0, true};
  const hemero::InputLimits limits = small_limits();
  const hemero::FileHead head(input.look_ahead(65'536));
  hemero::PrintFolder prints(limits);
  const auto reader = format.cut(input, {format, file, head, limits, prints});
  const hemero::FolderLines folders({});
  const hemero::ExtractOptions options;
  hemero::Extractor extractor(options, folders);
  while (auto item = reader->next()) {
    auto* record = std::get_if<hemero::Record>(&*item);
    if (record == nullptr) continue;
    if (record->format == nullptr) record->format = &format;
    const auto found = extractor.extract(*record);
    if (const auto* article = std::get_if<hemero::Article>(&found)) check(*article);
  }
}

}  // namespace

/// A line with the name of a format, and any bytes as a file of it; without a name the format that the bytes look like.
/// They give articles in valid UTF-8 whose zones lie in their texts, or reasons. PDFs are left out: another program
/// reads them (fuzz_pdf_layout.cpp).
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string bytes(reinterpret_cast<const char*>(data), size);
  const std::size_t end = std::min(bytes.find('\n'), bytes.size());
  const std::size_t begin = std::min(end + 1, bytes.size());
  hemero::HeadedInput input(std::make_unique<hemero::StringInput>(bytes.substr(begin), bytes.size() % 2 ? 7 : 4096));
  try {
    const hemero::Format* named = hemero::find_format(bytes.substr(0, end));
    const hemero::Format& format = named != nullptr ? *named : hemero::detect_format("/nowhere/a", input);
    if (&format != &hemero::pdf_format) read(format, input);
  } catch (const hemero::Error&) {  // of the file as a whole
  }
  return 0;
}
