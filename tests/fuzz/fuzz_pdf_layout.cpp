#include <cmath>
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string_view>
#include <vector>

#include "common/text/characters/unicode.h"
#include "indexer/formats/documents/pdf_layout.h"

// Lines anywhere on any pages become paragraphs, and every letter of them stays.

namespace {

void require(bool holds) {
  if (!holds) std::abort();
}

/// A line of the input: four bytes for its place and size, then its text; what begins a page or a block is told by the
/// first bits.
std::vector<hemero::PdfPage> pages_of(std::string_view lines) {
  std::vector<hemero::PdfPage> pages;
  while (!lines.empty()) {
    std::string_view line = lines.substr(0, lines.find('\n'));
    lines.remove_prefix(std::min(line.size() + 1, lines.size()));
    if (line.size() < 5) continue;
    const auto number = [&](std::size_t i) { return static_cast<double>(static_cast<unsigned char>(line[i])); };
    const std::string_view text = line.substr(4);
    if (!hemero::is_valid_utf8(text)) continue;
    const unsigned char begins = static_cast<unsigned char>(line[0]);
    if (pages.empty() || begins % 16 == 0) pages.push_back({842, {}});
    if (pages.back().blocks.empty() || begins % 4 == 0) pages.back().blocks.emplace_back();
    const double left = number(1) * 3;
    const double top = number(2) * 4;
    const double height = std::pow(1.1, number(3) / 2) - 2;  // some stand on their heads
    pages.back().blocks.back().push_back(
        {left, top, left + height * static_cast<double>(text.size()) / 2, top + height, std::string(text)});
  }
  return pages;
}

std::size_t letters_in(std::string_view text) {
  std::size_t count = 0;
  for (std::size_t at = 0; at < text.size();) {
    const hemero::CodePoint c = hemero::code_point_at(text, at);
    if (hemero::char_class(c.value) == hemero::CharClass::letter) ++count;
    at += c.size;
  }
  return count;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const auto pages = pages_of({reinterpret_cast<const char*>(data), size});
  std::size_t printed = 0;
  for (const hemero::PdfPage& page : pages)
    for (const hemero::PdfBlock& block : page.blocks)
      for (const hemero::PdfLine& line : block) printed += letters_in(line.text);
  std::size_t kept = 0;
  for (const hemero::DocumentBlock& block : hemero::read_layout(pages)) {
    require(hemero::is_valid_utf8(block.text));
    kept += letters_in(block.text);
  }
  require(kept == printed);
  return 0;
}
