#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace hemero {

/// The name of the first element of an XML file that begins so, without its prefix: "rss". Empty when it begins as no
/// XML file does.
std::string root_name(std::string_view head);

/// The bytes of the byte order marks and blanks that a file begins with.
std::size_t marks_and_blanks(std::string_view head);

/// The bytes before the declaration of an XML file that begins so: those, and the messages that PHP prints before what
/// a site sends ("<br />\n<b>Warning</b>: …", "Warning: … on line 5").
std::size_t bytes_before_xml(std::string_view head);

/// True where such messages begin a head in which the declaration does not come.
bool holds_messages_alone(std::string_view head);

/// The first bytes of a file, by which its format is told.
class FileHead {
 public:
  /// `bytes` must outlive it.
  explicit FileHead(std::string_view bytes) : bytes_(bytes) {}

  std::string_view bytes() const { return bytes_; }

  /// The same as UTF-8, whichever Unicode they are in.
  const std::string& text() const;

  /// The first element of what begins as XML does, else empty.
  const std::string& root() const;

 private:
  std::string_view bytes_;
  mutable std::optional<std::string> text_;  ///< made when it is asked for, as the root
  mutable std::optional<std::string> root_;
};

}  // namespace hemero
