#include "indexer/input/foreign_file.h"

#include <algorithm>
#include <array>
#include <cstddef>

#include "common/base/message.h"

namespace hemero {

namespace {

using namespace std::string_view_literals;

/// What a reader can do with a file that is not read.
namespace way_out {
constexpr const char* document = "save it as DOCX, ODT or HTML, a table as CSV";
constexpr const char* table = "save each of its tables as CSV";
constexpr const char* slides = "save it as PDF";
constexpr const char* book = "convert it to HTML";
constexpr const char* layout = "export it as PDF or HTML";
constexpr const char* image = "a program must read the image first (OCR)";
constexpr const char* recording = "only a transcript of it could be";
constexpr const char* mailbox = "save its messages as EML or mbox";
constexpr const char* packed = "unpack it first";
constexpr const char* nothing = "it holds no article";
}  // namespace way_out

/// What a file of a kind has at a place near its beginning. A `second` sign makes up for a short first one.
struct Sign {
  std::string_view name;
  const char* way_out;
  std::string_view bytes;
  std::size_t at = 0;
  std::string_view second = {};
  std::size_t second_at = 0;
};

/// The first that fits is the one.
constexpr std::array signs{
    Sign{"RTF", way_out::document, "{\\rtf"},
    Sign{"DOC, XLS, PPT, MSG", way_out::document, "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1"},
    Sign{"WordPerfect", way_out::document, "\xFFWPC"},
    Sign{"ODS", way_out::table, "PK\x03\x04", 0, "mimetypeapplication/vnd.oasis.opendocument.spreadsheet", 30},
    Sign{"ODP", way_out::slides, "PK\x03\x04", 0, "mimetypeapplication/vnd.oasis.opendocument.presentation", 30},
    Sign{"XLSX", way_out::table, "PK\x03\x04", 0, "xl/", 30},
    Sign{"PPTX", way_out::slides, "PK\x03\x04", 0, "ppt/", 30},
    Sign{"EPUB", way_out::book, "PK\x03\x04", 0, "mimetypeapplication/epub+zip", 30},
    Sign{"IDML", way_out::layout, "PK\x03\x04", 0, "mimetypeapplication/vnd.adobe.indesign-idml-package", 30},
    Sign{"Pages", way_out::document, "PK\x03\x04", 0, "Index/Document.iwa", 30},
    Sign{"MOBI", way_out::book, "BOOKMOBI", 60},
    Sign{"CHM", way_out::book, "ITSF\x03\0"sv},
    Sign{"InDesign", way_out::layout, "\x06\x06\xED\xF5\xD8\x1D\x46\xE5\xBD\x31\xEF\xE7\xFE\x74\xB7\x1D"},
    Sign{"QuarkXPress", way_out::layout, "MMXPR", 2},
    Sign{"QuarkXPress", way_out::layout, "IIXPR", 2},
    Sign{"PostScript", way_out::layout, "%!PS"},
    Sign{"EPS", way_out::layout, "\xC5\xD0\xD3\xC6"},
    Sign{"PNG", way_out::image, "\x89PNG\r\n\x1A\n"},
    Sign{"JPEG", way_out::image, "\xFF\xD8\xFF"},
    Sign{"GIF", way_out::image, "GIF87a"},
    Sign{"GIF", way_out::image, "GIF89a"},
    Sign{"TIFF", way_out::image, "II*\0"sv},
    Sign{"TIFF", way_out::image, "MM\0*"sv},
    Sign{"TIFF", way_out::image, "II+\0"sv},
    Sign{"TIFF", way_out::image, "MM\0+"sv},
    Sign{"WebP", way_out::image, "RIFF", 0, "WEBP", 8},
    Sign{"JPEG 2000", way_out::image, "\0\0\0\x0CjP  "sv},
    Sign{"JPEG 2000", way_out::image, "\xFF\x4F\xFF\x51"},
    Sign{"DjVu", way_out::image, "AT&TFORM"},
    Sign{"HEIF", way_out::image, "\0\0"sv, 0, "ftyphei", 4},
    Sign{"HEIF", way_out::image, "\0\0"sv, 0, "ftypmif1", 4},
    Sign{"AVIF", way_out::image, "\0\0"sv, 0, "ftypavi", 4},
    Sign{"BMP", way_out::image, "BM", 0, "\0\0\0\0"sv, 6},
    Sign{"ICO", way_out::image, "\0\0\x01\0"sv},
    Sign{"Photoshop", way_out::image, "8BPS\0"sv},
    Sign{"MP4", way_out::recording, "\0\0"sv, 0, "ftyp", 4},
    Sign{"QuickTime", way_out::recording, "\0\0"sv, 0, "moov", 4},
    Sign{"QuickTime", way_out::recording, "\0\0"sv, 0, "mdat", 4},
    Sign{"WAV", way_out::recording, "RIFF", 0, "WAVE", 8},
    Sign{"AVI", way_out::recording, "RIFF", 0, "AVI ", 8},
    Sign{"AIFF", way_out::recording, "FORM", 0, "AIF", 8},
    Sign{"MP3", way_out::recording, "ID3", 0, "\0"sv, 5},
    Sign{"MP3", way_out::recording, "\xFF\xFB"},
    Sign{"Ogg", way_out::recording, "OggS\0"sv},
    Sign{"FLAC", way_out::recording, "fLaC\0"sv},
    Sign{"Matroska", way_out::recording, "\x1A\x45\xDF\xA3"},
    Sign{"WMV", way_out::recording, "\x30\x26\xB2\x75\x8E\x66\xCF\x11"},
    Sign{"FLV", way_out::recording, "FLV\x01"},
    Sign{"MPEG", way_out::recording, "\0\0\x01\xBA"sv},
    Sign{"AMR", way_out::recording, "#!AMR"},
    Sign{"MIDI", way_out::nothing, "MThd\0"sv},
    Sign{"PST", way_out::mailbox, "!BDN"},
    Sign{"TNEF", way_out::mailbox, "\x78\x9F\x3E\x22"},
    Sign{"SQLite", way_out::table, "SQLite format 3\0"sv},
    Sign{"Access", way_out::table, "\0\x01\0\0Standard "sv},
    Sign{"Parquet", way_out::table, "PAR1"},
    Sign{"Arrow", way_out::table, "ARROW1\0"sv},
    Sign{"HDF5", way_out::table, "\x89HDF\r\n"},
    Sign{"7z", way_out::packed, "7z\xBC\xAF\x27\x1C"},
    Sign{"RAR", way_out::packed, "Rar!\x1A\x07"},
    Sign{"xz", way_out::packed,
         "\xFD"
         "7zXZ\0"sv},
    Sign{"bzip2", way_out::packed, "BZh", 0, "1AY&SY", 4},
    Sign{"lzip", way_out::packed, "LZIP\x01"},
    Sign{"lz4", way_out::packed, "\x04\x22\x4D\x18"},
    Sign{"CAB", way_out::packed, "MSCF\0"sv},
    Sign{"LHA", way_out::packed, "-lh", 2, "-", 6},
    Sign{"OpenType", way_out::nothing, "OTTO\0"sv},
    Sign{"TrueType", way_out::nothing, "\0\x01\0\0"sv},
    Sign{"TrueType", way_out::nothing, "ttcf\0"sv},
    Sign{"WOFF", way_out::nothing, "wOFF"},
    Sign{"WOFF", way_out::nothing, "wOF2"},
    Sign{"ELF", way_out::nothing,
         "\x7F"
         "ELF"},
    Sign{"EXE", way_out::nothing, "MZ", 0, "\0"sv, 3},
    Sign{"Mach-O", way_out::nothing, "\xCF\xFA\xED\xFE"},
    Sign{"Java", way_out::nothing, "\xCA\xFE\xBA\xBE"},
    Sign{"WebAssembly", way_out::nothing, "\0asm"sv},
};

std::string not_read(std::string_view name, const char* way_out) {
  return message("{} is not read: {}", name, translated(way_out));
}

bool stands_at(std::string_view head, std::size_t at, std::string_view bytes) {
  return at <= head.size() && head.substr(at).starts_with(bytes);
}

}  // namespace

std::optional<std::string> foreign_part(std::string_view name) {
  if (name.starts_with("xl/")) return not_read("XLSX", way_out::table);
  if (name.starts_with("ppt/")) return not_read("PPTX", way_out::slides);
  return std::nullopt;
}

std::optional<std::string> foreign_file(std::string_view head) {
  const auto* const sign = std::find_if(signs.begin(), signs.end(), [&](const Sign& known) {
    return stands_at(head, known.at, known.bytes) && stands_at(head, known.second_at, known.second);
  });
  if (sign != signs.end()) return not_read(sign->name, sign->way_out);
  return std::nullopt;
}

const std::set<std::string_view>& foreign_endings() {
  static const std::set<std::string_view> endings{".rtf",  ".doc", ".xls",  ".ppt",   ".xlsx", ".pptx", ".ods",
                                                  ".odp",  ".wpd", ".epub", ".mobi",  ".msg",  ".pst",  ".ps",
                                                  ".indd", ".qxd", ".idml", ".pages", ".djvu", ".7z",   ".rar"};
  return endings;
}

}  // namespace hemero
