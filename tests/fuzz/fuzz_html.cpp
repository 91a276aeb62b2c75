#include <cstddef>
#include <cstdint>
#include <cstdlib>

#include "common/text/characters/unicode.h"
#include "indexer/formats/agencies/wire_article.h"
#include "indexer/formats/databases/europresse_article.h"
#include "indexer/formats/databases/factiva_article.h"
#include "indexer/formats/databases/nexis_article.h"
#include "indexer/formats/html/html_article.h"
#include "indexer/formats/print/gallica_article.h"

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

void check(const std::variant<hemero::Article, hemero::Skip>& result) {
  if (const auto* article = std::get_if<hemero::Article>(&result)) check(*article);
}

}  // namespace

/// Any bytes, as a web page, an export of a press database or a message of a wire, give an article in valid UTF-8 whose
/// zones lie in its text, or a reason.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  hemero::Record record;
  record.format = &hemero::html_format;
  record.bytes.assign(reinterpret_cast<const char*>(data), size);
  record.path = record.key = "page";
  hemero::Choices choices;
  check(hemero::extract_html(record, choices));
  check(hemero::read_europresse(record, choices));
  check(hemero::read_factiva(record));
  check(hemero::read_nexis(record));
  check(hemero::read_gallica(record));
  record.bytes.insert(0, "\x01");  // as the reader of wires gives them
  check(hemero::read_wire_message(record));
  return 0;
}
