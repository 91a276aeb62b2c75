#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace hemero {

/// What the header lines of a record of a web archive say.
struct ArchivedRecord {
  bool sound = false;
  std::size_t size = 0;      ///< of the header lines
  std::uint64_t length = 0;  ///< of what they head
  std::string type = {};     ///< as WARC names it: "response", "resource", "revisit", …
  std::string content_type = {};
  std::string target = {};  ///< the address
};

/// How a kind of web archive writes its records. All functions take time linear in the bytes that they are given.
struct ArchiveSyntax {
  /// Reads the header lines that `front` begins with.
  ArchivedRecord (*read_header)(std::string_view front);

  /// True when a record begins where the bytes do.
  bool (*begins_record)(std::string_view bytes);

  /// Where the first line at or behind `from` stands that begins a record; npos when there is none.
  std::size_t (*find_record)(std::string_view bytes, std::size_t from);

  std::size_t longest_sign;  ///< bytes that tell whether a record begins
};

constexpr std::size_t longest_record_header = std::size_t{64} << 10;  ///< bytes

/// WARC 1.0 and 1.1 (ISO 28500).
extern const ArchiveSyntax warc_syntax;

/// ARC of the Internet Archive, versions 1 and 2: a line before each record, "URL IP-address Archive-date Content-type
/// Archive-length"; version 2 has five more words behind the type.
extern const ArchiveSyntax arc_syntax;

}  // namespace hemero
