#include "indexer/input/foreign_file.h"

#include <algorithm>
#include <array>

#include "common/base/message.h"

namespace hemero {

namespace {

using namespace std::string_view_literals;

bool begins_with_any(std::string_view head, const auto& signs) {
  return std::any_of(signs.begin(), signs.end(), [&](std::string_view sign) { return head.starts_with(sign); });
}

/// Documents of Word and Excel, old and new, of LibreOffice, RTF and books: most are zip archives with a sign of their
/// own in the first entry.
bool is_office_document(std::string_view head) {
  constexpr std::array signs{"{\\rtf"sv, "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1"sv};
  constexpr std::array entries{"[Content_Types].xml"sv, "mimetypeapplication/vnd.oasis.opendocument"sv,
                               "mimetypeapplication/epub+zip"sv};
  const auto holds = [&](std::string_view entry) { return head.find(entry) != std::string_view::npos; };
  return begins_with_any(head, signs) ||
         (head.starts_with("PK\x03\x04"sv) && std::any_of(entries.begin(), entries.end(), holds));
}

bool is_image(std::string_view head) {
  constexpr std::array signs{"\x89PNG\r\n\x1A\n"sv, "\xFF\xD8\xFF"sv, "GIF87a"sv, "GIF89a"sv, "II*\0"sv, "MM\0*"sv};
  return begins_with_any(head, signs) || (head.starts_with("RIFF"sv) && head.substr(0, 12).ends_with("WEBP"sv));
}

}  // namespace

std::optional<std::string> foreign_file(std::string_view head) {
  if (head.starts_with("%PDF-"sv))
    return message("the file is not text but a PDF: take its text out first, as pdftotext does");
  if (is_office_document(head))
    return message("the file is not text but an office document: save it as plain text or HTML, a table as CSV");
  if (is_image(head)) return message("the file is not text but an image: a program must read it first (OCR)");
  return std::nullopt;
}

}  // namespace hemero
