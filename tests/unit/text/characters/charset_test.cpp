#include "common/text/characters/charset.h"

#include <string>

#include "common/text/characters/unicode.h"
#include "tests/support/catch.h"

namespace hemero {
namespace {

struct Row {
  std::string bytes;
  const char* declared;
  const char* text;
  const char* charset;
  bool damaged;
  const char* reason;
};

// Hexadecimal escapes are cut from the letters behind them.
const Row rows[] = {
    {"", "", "", "utf-8", false, "nothing"},
    {"Paris", "", "Paris", "utf-8", false, "ASCII"},
    {"Élysée", "", "Élysée", "utf-8", false, "UTF-8"},
    {"é", "", "é", "utf-8", false, "as short as it is"},
    {"Élysée", "iso-8859-1", "Élysée", "utf-8", false, "valid UTF-8 is UTF-8, whatever is declared"},
    {"Élysée", "windows-1252", "Élysée", "utf-8", false, ""},
    {"\xEF\xBB\xBF"
     "Élysée",
     "", "Élysée", "utf-8", false, "its byte order mark is dropped"},
    {"\xEF\xBB\xBF"
     "caf\xE9",
     "", "café", "windows-1252", false, "a byte order mark before what is no UTF-8"},
    {std::string("\xFF\xFEL\0\x19\x20\xE9\0", 8), "", "L’é", "UTF-16", false, "UTF-16, little end first"},
    {std::string("\xFE\xFF\0L\x20\x19\0\xE9", 8), "", "L’é", "UTF-16", false, "UTF-16, big end first"},
    {std::string("\xFF\xFE\x3C\xD8\xDF\xDF", 6), "", "\U0001F3DF", "UTF-16", false, "a surrogate pair"},
    {std::string("\xFF\xFE\x3C\xD8L\0", 6), "", "\uFFFDL", "UTF-16", true, "half a pair"},
    {"L\x92\xC9lys\xE9"
     "e, \x9Cuvre \x80",
     "", "L’Élysée, œuvre €", "windows-1252", false, "nothing declared"},
    {"\x93"
     "oui\x94 \x96 non",
     "", "“oui” – non", "windows-1252", false, ""},
    {"L\x92\xC9tat", "iso-8859-1", "L’État", "windows-1252", false, "Latin-1 on the web has curly quotes"},
    {"L\x92\xC9tat", "ISO-8859-1", "L’État", "windows-1252", false, ""},
    {"L\x92\xC9tat", "latin1", "L’État", "windows-1252", false, ""},
    {"L\x92\xC9tat", "Latin-1", "L’État", "windows-1252", false, ""},
    {"L\x92\xC9tat", "iso8859-1", "L’État", "windows-1252", false, ""},
    {"L\x92\xC9tat", "ISO_8859-1", "L’État", "windows-1252", false, ""},
    {"L\x92\xC9tat", "l1", "L’État", "windows-1252", false, ""},
    {"L\x92\xC9tat", "us-ascii", "L’État", "windows-1252", false, ""},
    {"L\x92\xC9tat", "windows-1252", "L’État", "windows-1252", false, ""},
    {"L\x92\xC9tat", "cp1252", "L’État", "cp1252", false, ""},
    {"10 \xA4 \xBDuvre", "iso-8859-15", "10 € œuvre", "iso-8859-15", false, "Latin-9"},
    {"\x83tat", "macintosh", "État", "macintosh", false, "Macintosh"},
    {"\xCC\xEE\xF1\xEA\xE2\xE0", "windows-1251", "Москва", "windows-1251", false, "Cyrillic"},
    {"\xB1\xB1\xBE\xA9", "gb2312", "北京", "gb2312", false, "Chinese"},
    {"caf\xE9", "utf-8", "café", "windows-1252", false, "declared UTF-8 and is not"},
    {"caf\xE9", "UTF8", "café", "windows-1252", false, ""},
    {"caf\xE9", "klingon", "café", "windows-1252", false, "no known charset"},
    {"\x93\xFA\x96\x7B", "shift_jis", "日本", "shift_jis", false, "Japanese"},
    {"\x93\xFA\x81", "shift_jis", "日\uFFFD", "shift_jis", true, "half a character"},
    {"\xC1\xAE", "iso-8859-7", "Α\uFFFD", "iso-8859-7", true, "a byte that means nothing in it"},
    {"\xE9\xFF\xFF", "shift_jis", "\uFFFD\uFFFD\uFFFD", "shift_jis", true, ""},
    {"\xC3\xA9l\xE8ve \xC3", "", "Ã©lève Ã", "windows-1252", false, "mostly broken"},
    {"L’État, l’œuvre, l’été et l’\xE9t\xC3", "", "L’État, l’œuvre, l’été et l’\uFFFDt\uFFFD", "utf-8", true,
     "mostly UTF-8: not all of it is spoilt for a broken byte"},
    {"L’État, l’œuvre, l’été et l’\xE9t\xC3", "utf-8", "L’État, l’œuvre, l’été et l’\uFFFDt\uFFFD", "utf-8", true, ""},
    {"L’œuvr\xE9", "iso-8859-1", "Lâ€™Å“uvré", "windows-1252", false, "another charset is declared"},
    {"au c\xBDur de l'\xE9t\xE9, 5 \xA4", "", "au cœur de l'été, 5 €", "ISO-8859-15", false, "Latin-9"},
    {"au c\xBDur", "iso-8859-1", "au cœur", "ISO-8859-15", false, "… under the name of Latin-1"},
    {"2 \xBD litres d'\xE9t\xE9", "", "2 ½ litres d'été", "windows-1252", false, "a half is no letter"},
    {"l\xB4\xE9t\xE9", "", "l´été", "windows-1252", false, "an accent in the place of an apostrophe"},
    {"L\xD5\x8Et\x8E \x88 la mer, \xC7\xCA"
     "o\x9D\xCA\xC8",
     "", "L’été à la mer, «\u00A0où\u00A0»", "macintosh", false, "a Mac before OS X"},
    {"L'\x82t\x82 \x85 la mer", "", "L'été à la mer", "cp850", false, "DOS"},
    {"La suite\x85", "", "La suite…", "windows-1252", false, "one sign does not tell a Mac or DOS"},
    {"\xC9t\xE9 fran\xE7"
     "ais\nl’été\n",
     "", "Été français\nl’été\n", "windows-1252", false, "a line of UTF-8"},
    {"L’État, l’œuvre, l’été\nl'\xE9t\xE9\n", "", "L’État, l’œuvre, l’été\nl'été\n", "utf-8", false,
     "a line that is none"},
    {"l'\xE9t\xE9 \xE0 la mer\nl'\x8Et\x8E \x88 la mer\n", "", "l'été à la mer\nl'été à la mer\n", "windows-1252",
     false, "lines of two charsets"},
    {"L’État, l’œuvre\nl’ét\xC3\n", "", "L’État, l’œuvre\nl’ét\uFFFD\n", "utf-8", true, "a line that is spoilt"},
};

TEST_CASE("bytes of any charset become UTF-8") {
  for (const Row& row : rows) {
    INFO(row.text << ", " << row.declared << ": " << row.reason);
    const DecodedText decoded = decode_text(row.bytes, row.declared);
    CHECK(decoded.text == row.text);
    CHECK(decoded.charset == row.charset);
    CHECK(decoded.damaged == row.damaged);
    CHECK(is_valid_utf8(decoded.text));
  }
}

TEST_CASE("what was cut is still text") {
  const std::string text = "L’État, l’œuvre et l’été, à Orléans";
  for (std::size_t size = 0; size <= text.size(); ++size) {
    const DecodedText decoded = decode_text(std::string_view(text).substr(0, size));
    INFO(decoded.text);
    CHECK(is_valid_utf8(decoded.text));
    if (size > 10) CHECK(decoded.text.starts_with("L’État"));
  }
}

struct BinaryRow {
  std::string bytes;
  bool binary;
  const char* reason;
};

const BinaryRow binary_rows[] = {
    {"", false, "nothing"},
    {"Du texte,\r\n\tsur deux lignes\f", false, ""},
    {"caf\xE9", false, "Latin-1"},
    {std::string("\xFF\xFEL\0", 4), false, "a byte order mark says that it is text"},
    {std::string("\xFE\xFF\0L", 4), false, ""},
    {std::string("\x89PNG\r\n\x1A\n\0\0\0\rIHDR", 16), true, "PNG"},
    {std::string("a\0b", 3), true, "a NUL"},
    {std::string("\x1F\x8B\x08\x00", 4), true, "gzip"},
    {"\x1B[1mgras\x1B[0m de long en large", false, "a few control characters"},
    {"\x01\x02\x03"
     "abc",
     true, "many"},
    {std::string(9000, 'a') + '\0', false, "only the first 8 KiB are looked at"},
};

TEST_CASE("binary data is told from text") {
  for (const BinaryRow& row : binary_rows) {
    INFO(row.reason);
    CHECK(looks_binary(row.bytes) == row.binary);
  }
}

}  // namespace
}  // namespace hemero
