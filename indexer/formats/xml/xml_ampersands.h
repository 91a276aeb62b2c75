#pragma once

#include <string>
#include <string_view>

namespace hemero {

/// Mends the one fault that hand-made XML often has: an & that stands for itself ("R&D", "?a=1&b=2") becomes &amp;.
/// References stay as they are, and so does everything in CDATA sections, comments and instructions.
class XmlAmpersands {
 public:
  /// The next piece of a file, in UTF-8. No piece ends inside of a reference or of a section's first or last signs.
  std::string mend(std::string_view text);

 private:
  std::string_view closing_;  ///< what ends the section that the text is in; empty outside of one
};

}  // namespace hemero
