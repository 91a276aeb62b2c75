#include "indexer/input/file_head.h"

#include <algorithm>

#include "common/text/characters/charset.h"

namespace hemero {

namespace {

constexpr std::string_view xml_declaration = "<?xml ";

/// True for what PHP says before what a site sends: "<br />\n<b>Warning</b>: …", or where it is told to leave markup
/// out "Warning: … on line 5", "PHP Warning:  …".
bool begins_with_message(std::string_view text) {
  constexpr std::size_t longest_break = 12;  ///< bytes before the kind of the message
  if (text.starts_with("<br")) return text.find("<b>") < longest_break;
  if (text.starts_with("PHP ")) text.remove_prefix(4);
  for (const std::string_view kind : {"Warning: ", "Notice: ", "Deprecated: ", "Strict Standards: "})
    if (text.starts_with(kind)) return text.find(" on line ") != std::string_view::npos;
  return false;
}

/// Behind what may stand before the first element: the declaration, comments, a doctype with what it holds.
std::string_view from_first_tag(std::string_view text) {
  text.remove_prefix(bytes_before_xml(text));
  while (true) {
    text.remove_prefix(marks_and_blanks(text));
    std::string_view closing;
    if (text.starts_with("<?"))
      closing = "?>";
    else if (text.starts_with("<!--"))
      closing = "-->";
    else if (text.starts_with("<!"))
      closing = text.substr(0, text.find('>')).find('[') == std::string_view::npos ? ">" : "]";
    if (closing.empty()) return text;
    const std::size_t end = text.find(closing);
    if (end == std::string_view::npos) return {};
    text.remove_prefix(end + closing.size());
    if (closing == "]") text.remove_prefix(std::min(text.find('>'), text.size() - 1) + (text.empty() ? 0 : 1));
  }
}

/// The same of a head that is UTF-8.
std::string root_of_text(std::string_view text) {
  std::string_view tag = from_first_tag(text);
  if (!tag.starts_with('<')) return {};
  tag = tag.substr(1, tag.find_first_of(" \t\r\n/>") - 1);
  const auto colon = tag.find(':');
  return std::string(colon == std::string_view::npos ? tag : tag.substr(colon + 1));
}

}  // namespace

std::size_t marks_and_blanks(std::string_view head) {
  constexpr std::string_view mark = "\xEF\xBB\xBF";
  std::size_t size = 0;
  while (size < head.size()) {
    const bool blank = std::string_view(" \t\r\n").find(head[size]) != std::string_view::npos;
    if (!blank && !head.substr(size).starts_with(mark)) break;
    size += blank ? 1 : mark.size();
  }
  return size;
}

std::size_t bytes_before_xml(std::string_view head) {
  const std::size_t begin = marks_and_blanks(head);
  const std::string_view rest = head.substr(begin);
  const std::size_t declaration = begins_with_message(rest) ? rest.find(xml_declaration) : 0;
  return begin + (declaration == std::string_view::npos ? 0 : declaration);
}

bool holds_messages_alone(std::string_view head) {
  const std::string_view rest = head.substr(marks_and_blanks(head));
  return begins_with_message(rest) && rest.find(xml_declaration) == std::string_view::npos;
}

std::string root_name(std::string_view head) { return root_of_text(decode_text(head).text); }

const std::string& FileHead::text() const {
  if (!text_) text_ = decode_text(bytes_).text;
  return *text_;
}

const std::string& FileHead::root() const {
  if (!root_) root_ = root_of_text(text());
  return *root_;
}

}  // namespace hemero
