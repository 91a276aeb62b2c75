#include "indexer/formats/sites/wordpress_text.h"

#include <algorithm>
#include <set>

namespace hemero {

namespace {

bool is_name_byte(char byte) {
  return (byte >= 'a' && byte <= 'z') || (byte >= '0' && byte <= '9') || byte == '_' || byte == '-';
}

bool is_letter(char byte) { return (byte | 32) >= 'a' && (byte | 32) <= 'z'; }

/// What stands between brackets: "[gallery ids=…]" or "[/caption]".
struct Bracket {
  std::string_view name;
  std::string_view rest;  ///< behind the name
  std::size_t size = 0;   ///< with the brackets; 0 for what has no name or no end
  bool ends = false;
};

Bracket bracket_at(std::string_view text, std::size_t at) {
  Bracket bracket;
  bracket.ends = text.substr(at + 1, 1) == "/";
  const std::size_t begin = at + (bracket.ends ? 2 : 1);
  const std::size_t close = text.find_first_of("[]", begin);
  if (close == std::string_view::npos || text[close] == '[') return bracket;
  const std::string_view inside = text.substr(begin, close - begin);
  const auto end = std::find_if_not(inside.begin(), inside.end(), is_name_byte);
  bracket.name = inside.substr(0, static_cast<std::size_t>(end - inside.begin()));
  bracket.rest = inside.substr(bracket.name.size());
  if (!bracket.name.empty()) bracket.size = close + 1 - at;
  return bracket;
}

class ShortcodeCutter {
 public:
  explicit ShortcodeCutter(std::string_view content) : content_(content) {
    for (std::size_t at = content.find("[/"); at != std::string_view::npos; at = content.find("[/", at + 1))
      ends_.insert(bracket_at(content, at).name);
  }

  std::string cut() {
    for (std::size_t at = 0; at < content_.size();) {
      const std::size_t open = std::min(content_.find('[', at), content_.size());
      text_ += content_.substr(at, open - at);
      at = open == content_.size() ? open : behind(open);
    }
    return std::move(text_);
  }

 private:
  /// The place behind a shortcode, or behind a bracket that is none.
  std::size_t behind(std::size_t open) {
    const Bracket bracket = bracket_at(content_, open);
    if (!is_shortcode(bracket)) {
      text_ += '[';
      return open + 1;
    }
    if (bracket.name == "caption") text_ += bracket.ends ? "</figcaption></figure>" : "<figure><figcaption>";
    if (!is_medium(bracket.name) || bracket.ends || !ends_.contains(bracket.name)) return open + bracket.size;
    const std::string end = "[/" + std::string(bracket.name) + "]";
    const std::size_t found = content_.find(end, open);
    return found == std::string_view::npos ? open + bracket.size : found + end.size();
  }

  /// Words that an author puts in brackets, "[sic]", are none: a shortcode has a known name, attributes or an end.
  bool is_shortcode(const Bracket& bracket) const {
    if (bracket.size == 0) return false;
    const bool has_attributes = bracket.rest.starts_with(' ') && bracket.rest.find('=') != std::string_view::npos;
    const bool closed = bracket.rest.empty() && ends_.contains(bracket.name);
    return bracket.ends || has_attributes || closed || bracket.rest.ends_with('/') || bracket.name == "gallery" ||
           is_medium(bracket.name);
  }

  static bool is_medium(std::string_view name) {
    return name == "embed" || name == "audio" || name == "video" || name == "playlist";
  }

  std::string_view content_;
  std::set<std::string_view> ends_;  ///< names of shortcodes that have an end tag
  std::string text_;
};

/// Line feeds → paragraphs and line breaks, outside of tags.
std::string with_paragraphs(std::string_view text, bool breaks) {
  std::string markup;
  bool in_tag = false;
  for (std::size_t at = 0; at < text.size(); ++at) {
    const char byte = text[at];
    if (byte == '<') in_tag = at + 1 < text.size() && (is_letter(text[at + 1]) || text[at + 1] == '/');
    if (byte == '>') in_tag = false;
    if (byte != '\n' || in_tag) {
      markup += byte;
      continue;
    }
    const std::size_t next = std::min(text.find_first_not_of(" \t\r\n", at), text.size());
    const std::string_view blanks = text.substr(at, next - at);
    const bool blank_line = std::count(blanks.begin(), blanks.end(), '\n') > 1;
    const bool at_tag = markup.ends_with('>') || (next < text.size() && text[next] == '<');
    markup += blank_line ? "\n<p>" : breaks && !at_tag ? "<br>\n" : "\n";
    at = next - 1;
  }
  return markup;
}

}  // namespace

std::string wordpress_markup(std::string_view content) {
  const bool blocks = content.find("<!-- wp:") != std::string_view::npos;  // these have tags for all their lines
  return "<p>" + with_paragraphs(ShortcodeCutter(content).cut(), !blocks);
}

}  // namespace hemero
