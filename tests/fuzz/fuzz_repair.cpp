#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string>

#include "common/text/characters/french_charset.h"
#include "common/text/characters/mojibake.h"
#include "common/text/characters/unicode.h"
#include "indexer/formats/databases/latex_text.h"
#include "indexer/formats/html/html_references.h"
#include "indexer/formats/html/json_ld_repair.h"
#include "indexer/formats/print/ocr_lines.h"
#include "indexer/ingest/charset_repair.h"
#include "indexer/prose/cut_words.h"

// Any text, and the repairs of what programs did to texts: what was valid UTF-8 stays so, and zones lie in their text.

namespace {

void require(bool holds) {
  if (!holds) std::abort();
}

void check_text(const std::string& text) {
  for (const std::string& repaired :
       {hemero::undo_double_encoding(text), hemero::undo_control_letters(text), hemero::with_references_read(text),
        hemero::latex_text(text), hemero::join_printed_lines(text), hemero::repaired_json(text)})
    require(hemero::is_valid_utf8(repaired));
}

/// An article of one paragraph a line.
void check_article(const std::string& text) {
  hemero::Article article;
  article.title = text.substr(0, text.find('\n'));
  for (std::size_t begin = 0; begin < text.size();) {
    const std::size_t end = std::min(text.find("\n\n", begin), text.size());
    const auto kind = text[begin] == '#' ? hemero::ZoneKind::debris : hemero::ZoneKind::paragraph;
    append_zone(article, kind, std::string_view(text).substr(begin, end - begin));
    begin = end + 2;
  }
  hemero::Choices choices;
  hemero::repair(article, choices);
  hemero::join_cut_words(article);
  require(hemero::is_valid_utf8(article.text) && hemero::is_valid_utf8(article.title));
  std::uint32_t end = 0;
  for (const hemero::Zone& zone : article.zones) {
    require(zone.begin >= end && zone.end >= zone.begin && zone.end <= article.text.size());
    end = zone.end;
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string bytes(reinterpret_cast<const char*>(data), size);
  std::string decoded;
  hemero::append_decoded(decoded, bytes, hemero::likeliest_charset(bytes));
  require(hemero::is_valid_utf8(decoded));
  const std::string& text = hemero::is_valid_utf8(bytes) ? bytes : decoded;
  check_text(text);
  check_article(text);
  hemero::Record record{bytes, "a", "a"};
  hemero::Choices choices;
  if (const auto mended = hemero::repaired(record, choices)) require(hemero::is_valid_utf8(mended->bytes));
  return 0;
}
