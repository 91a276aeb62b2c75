#include "common/text/characters/text_input.h"

#include <string>

#include "tests/support/catch.h"
#include "tests/support/string_input.h"

namespace hemero {
namespace {

using namespace std::string_literals;

std::string read(const std::string& bytes, std::size_t step) {
  StringInput input(bytes, step);
  TextInput text(input);
  return read_all(text, std::size_t{1} << 20);
}

/// The same, asked for in pieces of so many bytes.
std::string read_in_pieces(const std::string& bytes, std::size_t step, std::size_t room) {
  StringInput input(bytes, step);
  TextInput text(input);
  std::string piece(room, '\0');
  std::string all;
  while (const std::size_t size = text.read(piece)) all.append(piece, 0, size);
  return all;
}

/// The text in units of so many bytes, the first of them the lowest or the highest.
std::string in_units(const std::u32string& text, std::size_t size, bool little) {
  std::string bytes;
  for (const char32_t c : text)
    for (std::size_t i = 0; i < size; ++i) bytes += static_cast<char>(c >> 8 * (little ? i : size - 1 - i) & 0xFF);
  return bytes;
}

struct Row {
  std::string bytes;
  std::string text;
  const char* reason;
};

const Row rows[] = {
    {"", "", "nothing"},
    {"Un\nDeux", "Un\nDeux", "lines"},
    {"Un\r\nDeux\r\n", "Un\r\nDeux\r\n", "of Windows: they stay, so that offsets do"},
    {"Un\rDeux\r", "Un\nDeux\n", "of a Mac"},
    {"Un\r\rDeux\r\n\r", "Un\n\nDeux\r\n\n", "of both"},
    {"\r", "\n", "a line's end alone"},
    {std::string(600, 'a') + "\r\r\nUn\r\rDeux\r\n\r", std::string(600, 'a') + "\n\r\nUn\n\nDeux\r\n\n", "far behind"},
    {"WARC/1.0\r\n\rUn", "WARC/1.0\r\n\rUn", "a web archive counts its bytes"},
    {"\xEF\xBB\xBFUn\xE9", "\xEF\xBB\xBFUn\xE9", "other charsets stay"},
    {in_units(U"\uFEFFL’été\r", 2, true), "L’été\n", "UTF-16"},
    {in_units(U"\uFEFFL’été\r\nà", 2, false), "L’été\r\nà", "UTF-16, highest byte first"},
    {in_units(U"titre;texte", 2, true), "titre;texte", "UTF-16 without a mark"},
    {in_units(U"<feed>œ</feed>", 2, false), "<feed>œ</feed>", "…"},
    {in_units(U"\uFEFFL’été \U0001F3DF", 4, true), "L’été \U0001F3DF", "UTF-32"},
    {in_units(U"\uFEFFL’été", 4, false), "L’été", "UTF-32, highest byte first"},
    {in_units(U"L’été", 4, true), "L’été", "UTF-32 without a mark"},
    {in_units(U"L’été", 4, false), "L’été", "…"},
    {"\xFF\xFE\x3C\xD8\xDF\xDF"s, "\U0001F3DF", "a surrogate pair"},
    {"\xFF\xFE\x3C\xD8\x4C\0\xDF\xDF"s, "\uFFFDL\uFFFD", "two halves that make none"},
    {"\xFF\xFE\x4C\0\x4C"s, "L", "half a unit at the end"},
    {"a\0b\0\1c"s, "a\0b\0\1c"s, "not text"},
};

TEST_CASE("texts become lines of bytes that readers know") {
  for (const Row& row : rows)
    for (const std::size_t step : {1U, 2U, 3U, 1000U}) {
      INFO(row.reason << ", " << step);
      CHECK(read(row.bytes, step) == row.text);
      for (const std::size_t room : {1U, 2U, 3U}) CHECK(read_in_pieces(row.bytes, step, room) == row.text);
    }
}

}  // namespace
}  // namespace hemero
