#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace hemero {

/// How a web server packed what it sent (RFC 9110, Content-Encoding).
enum class ContentCoding : std::uint8_t { gzip, deflate, brotli };

/// What was unpacked, or why nothing was.
struct UnpackedContent {
  enum class Fault : std::uint8_t { none, damaged, too_long };

  std::string bytes;
  Fault fault = Fault::none;
};

/// Unpacks to at most `limit` bytes. Deflate may lack its zlib frame, as some servers send it; bytes behind the end are
/// ignored.
UnpackedContent unpack_content(ContentCoding coding, std::string_view packed, std::size_t limit);

}  // namespace hemero
