#include "indexer/input/foreign_file.h"

#include <string>

#include "tests/support/catch.h"

namespace hemero {
namespace {

using namespace std::string_literals;

TEST_CASE("what is no text is told by its first bytes, with the way out") {
  struct Row {
    std::string head;
    const char* told;
  };
  const Row rows[] = {
      {"{\\rtf1\\ansi Un loup.}", "RTF is not read: save it as DOCX, ODT or HTML"},
      {"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1"s + std::string(600, '\0'), "DOC, XLS, PPT, MSG is not read"},
      {"PK\x03\x04"s + std::string(26, '\0') + "mimetypeapplication/epub+zip", "EPUB is not read: convert it to HTML"},
      {"PK\x03\x04"s + std::string(26, '\0') + "mimetypeapplication/vnd.oasis.opendocument.spreadsheet", "as CSV"},
      {"\x89PNG\r\n\x1A\n", "PNG is not read: a program must read the image first (OCR)"},
      {"RIFF\x24\0\0\0WEBPVP8 "s, "WebP is not read"},
      {"RIFF\x24\0\0\0WAVEfmt "s, "WAV is not read: only a transcript"},
      {"\0\0\0\x18"
       "ftypmp42"s,
       "MP4 is not read"},
      {"\0\0\0\x18"
       "ftypheic"s,
       "HEIF is not read"},
      {"ID3\x03\0\0\0"s, "MP3 is not read"},
      {"SQLite format 3\0"s, "SQLite is not read: save each of its tables"},
      {"PAR1\x15", "Parquet is not read"},
      {"7z\xBC\xAF\x27\x1C", "7z is not read: unpack it first"},
      {"Rar!\x1A\x07", "RAR is not read: unpack it first"},
      {"BZh91AY&SY", "bzip2 is not read: unpack it first"},
      {"\x06\x06\xED\xF5\xD8\x1D\x46\xE5\xBD\x31\xEF\xE7\xFE\x74\xB7\x1D", "InDesign is not read: export it as PDF"},
      {"\0\0MMXPR3"s, "QuarkXPress is not read"},
      {"%!PS-Adobe-3.0", "PostScript is not read"},
      {"!BDN", "PST is not read: save its messages as EML or mbox"},
      {"wOFF", "WOFF is not read: it holds no article"},
      {"\x7F"
       "ELF",
       "ELF is not read"},
      {"MZ\x90\0\x03"s, "EXE is not read"},
  };
  for (const Row& row : rows) {
    INFO(row.told);
    const auto told = foreign_file(row.head);
    REQUIRE(told);
    CHECK_THAT(*told, contains_text(row.told));
  }
}

TEST_CASE("what only begins alike is read") {
  for (const std::string& head :
       {""s, "B"s, "BMW va supprimer"s, "MZ est un sigle"s, "Les ftypes"s, "7z est un format"s, "ID3 : le vote"s,
        "%PDF-1.4"s, "PK"s, "BZh9 dit-il"s, "RIFF, le film"s})
    CHECK_FALSE(foreign_file(head));
}

TEST_CASE("tables and slides are told by their parts") {
  CHECK(foreign_part("xl/workbook.xml"));
  CHECK(foreign_part("ppt/presentation.xml"));
  CHECK_FALSE(foreign_part("word/document.xml"));
}

}  // namespace
}  // namespace hemero
