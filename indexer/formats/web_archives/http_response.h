#pragma once

#include <string>
#include <string_view>
#include <variant>

#include "indexer/input/record.h"

namespace hemero {

/// A web page as a server sent it, unpacked.
struct HttpPage {
  std::string bytes;
  std::string charset;  ///< that the server declared; may be empty
};

/// Why a response is no page.
struct HttpRefusal {
  const char* reason;
  std::string message;
};

/// The page in an HTTP/1 response (RFC 9112): status 200, HTML, chunks put together, the content encoding undone (gzip,
/// deflate, brotli) to at most `limit` bytes. Bodies that crawlers unpacked already, whatever the header says, are
/// taken as they are.
std::variant<HttpPage, HttpRefusal> read_http_response(std::string_view response, std::size_t limit);

/// The value of a field in header lines of the form "Name: value", trimmed; the first one counts, the case of the name
/// does not. Empty when there is none.
std::string_view header_field(std::string_view lines, std::string_view name);

/// Where the header lines end and what they head begins; npos when there is no blank line.
std::size_t end_of_header(std::string_view bytes);

/// True for the media types of web pages.
bool is_page_type(std::string_view type);

}  // namespace hemero
