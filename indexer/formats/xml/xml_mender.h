#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace hemero {

/// Mends what hand-made XML often has and what leaves no doubt about its meaning:
/// - an & that stands for itself (« R&D », « ?a=1&b=2 »), and a < before what can begin no tag (« un prix < 5 euros »);
/// - references to what XML forbids: control characters, bytes of windows-1252 (« &#146; »), characters in two halves;
/// - a « ]]> » without its beginning, and a declaration (« <?xml … ?> ») that is not the first of the file;
/// - hyphens in comments, of which but the line ends are kept.
/// All else stays as it is, and so does everything in CDATA sections and instructions. Notes where records begin.
class XmlMender {
 public:
  /// The local names of the elements that are records.
  explicit XmlMender(std::vector<std::string_view> records) : records_(std::move(records)) {}

  /// The next piece of a file, in UTF-8. No piece ends inside of a reference or of a section's first or last signs.
  std::string mend(std::string_view text);

  /// Where records begin in what mend() gave last.
  const std::vector<std::size_t>& record_starts() const { return record_starts_; }

 private:
  std::size_t take_section(std::string_view text);
  std::size_t take_sign(std::string_view text);
  std::size_t take_reference(std::string_view text);
  std::size_t take_tag(std::string_view text);
  bool begins_record(std::string_view tag) const;

  std::vector<std::string_view> records_;
  std::vector<std::size_t> record_starts_;
  std::string mended_;
  std::string_view closing_;  ///< what ends the section that the text is in; empty outside of one
  bool begun_ = false;
};

}  // namespace hemero
