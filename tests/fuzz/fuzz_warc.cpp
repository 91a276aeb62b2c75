#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <cstdlib>

#include "indexer/formats/web_archives/http_response.h"
#include "indexer/formats/web_archives/web_archive_reader.h"
#include "tests/support/string_input.h"

namespace {

void read_archive(const std::string& bytes, std::size_t step, const hemero::ArchiveSyntax& syntax) {
  hemero::StringInput input(bytes, step);
  hemero::WebArchiveReader reader(input, {"a.warc", "a.warc", 0, true}, {}, syntax);
  std::uint64_t end = 0;
  while (auto item = reader.next()) {
    const auto* record = std::get_if<hemero::Record>(&*item);
    if (record == nullptr) continue;
    if (record->offset < end || record->offset >= bytes.size()) std::abort();
    end = record->offset + 1;
  }
  if (reader.offset() != bytes.size()) std::abort();
}

}  // namespace

/// Any bytes, as a web archive (WARC, ARC), give records in the order of the file and reach its end; as a response, a
/// page within the limit or a reason.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  if (size == 0) return 0;
  const std::string bytes(reinterpret_cast<const char*>(data) + 1, size - 1);
  for (const auto* syntax : {&hemero::warc_syntax, &hemero::arc_syntax})
    read_archive(bytes, data[0] + std::size_t{1}, *syntax);
  const auto page = hemero::read_http_response(bytes, 1000);
  if (const auto* found = std::get_if<hemero::HttpPage>(&page))
    if (found->bytes.size() > std::max<std::size_t>(1000, bytes.size())) std::abort();
  return 0;
}
