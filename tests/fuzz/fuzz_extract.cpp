#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string>

#include "indexer/formats/named/jsonl_article.h"
#include "indexer/formats/text/scraped_text.h"

namespace {

void check(const std::variant<hemero::Article, hemero::Skip>& result) {
  const auto* article = std::get_if<hemero::Article>(&result);
  if (article == nullptr) return;
  std::uint32_t end = 0;
  for (const hemero::Zone& zone : article->zones) {
    if (zone.begin < end || zone.end < zone.begin || zone.end > article->text.size()) std::abort();
    end = zone.end;
  }
}

}  // namespace

/// Any bytes, as a scraped page and as a line of JSON Lines, give an article whose zones lie in its text, or a reason.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  static hemero::JsonArticleReader reader{hemero::KeyMap{}};
  hemero::Record record;
  record.bytes.assign(reinterpret_cast<const char*>(data), size);
  record.path = record.key = "page";
  check(hemero::extract_scraped_text(record, {}));
  check(reader.read(record));
  return 0;
}
