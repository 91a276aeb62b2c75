#include "indexer/formats/html/html_source.h"

#include <algorithm>
#include <array>

#include "common/base/dates/text_cursor.h"
#include "indexer/input/file_head.h"

namespace hemero {

namespace {

constexpr std::size_t charset_reach = 4096;  ///< bytes in which a charset is declared
constexpr auto nowhere = std::string_view::npos;

bool is_space(char byte) { return byte == ' ' || (byte >= '\t' && byte <= '\r'); }

char lower(char byte) { return byte >= 'A' && byte <= 'Z' ? static_cast<char>(byte | 0x20) : byte; }

/// True when `text` begins with `word`, which is in small letters, in whatever case.
bool begins_with(std::string_view text, std::string_view word) {
  return text.size() >= word.size() && std::equal(word.begin(), word.end(), text.begin(),
                                                  [](char wanted, char found) { return wanted == lower(found); });
}

/// Where `word` stands in `text` at or behind `at`, in whatever case. The word begins with '<'.
std::size_t find_tag(std::string_view text, std::string_view word, std::size_t at) {
  for (at = text.find('<', at); at != nowhere; at = text.find('<', at + 1))
    if (begins_with(text.substr(at), word)) return at;
  return nowhere;
}

/// The value behind "charset=" or "encoding=" in a tag.
std::string charset_in(std::string_view tag) {
  for (std::size_t at = 0; at < tag.size(); ++at) {
    const std::string_view rest = tag.substr(at);
    const std::size_t name = begins_with(rest, "charset") ? 7 : begins_with(rest, "encoding") ? 8 : 0;
    if (name == 0) continue;
    std::size_t begin = at + name;
    while (begin < tag.size() && is_space(tag[begin])) ++begin;
    if (begin == tag.size() || tag[begin] != '=') continue;
    begin = tag.find_first_not_of(" \t\r\n\"'", begin + 1);
    if (begin == nowhere) return {};
    return std::string(tag.substr(begin, tag.find_first_of(" \t\r\n\"';/>?", begin) - begin));
  }
  return {};
}

class SourceReader {
 public:
  SourceReader(std::string_view page, const HtmlLimits& limits) : page_(page), most_attributes_(limits.attributes) {
    source_.markup.reserve(page.size() / 2);
  }

  HtmlSource read() {
    while (at_ < page_.size()) {
      const std::size_t open = std::min(page_.find('<', at_), page_.size());
      copy(at_, open);
      at_ = open;
      if (at_ < page_.size()) read_markup();
    }
    return std::move(source_);
  }

 private:
  /// Copies bytes; a NUL would end the page for libxml2.
  void copy(std::size_t begin, std::size_t end) {
    for (const char byte : page_.substr(begin, end - begin))
      if (byte != '\0') source_.markup += byte;
  }

  void read_markup() {
    const std::string_view rest = page_.substr(at_);
    if (rest.starts_with("<!--")) return skip_comment();
    if (begins_with(rest, "<script")) return take_script();
    if (begins_with(rest, "<style")) return skip_element("</style");
    if (rest.size() > 1 && is_ascii_letter(rest[1])) return copy_tag();
    copy(at_, at_ + 1);
    ++at_;
  }

  void skip_comment() {
    const std::size_t end = unclosed_comment_ ? nowhere : page_.find("-->", at_ + 2);
    unclosed_comment_ = end == nowhere;
    at_ = end == nowhere ? at_ + 4 : end + 3;
  }

  void take_script() {
    const std::size_t begin = tag_end(at_);
    const std::string_view tag = page_.substr(at_, begin - at_);
    const std::size_t end = std::min(find_tag(page_, "</script", begin), page_.size());
    if (tag.find("ld+json") != nowhere) source_.json_ld.emplace_back(page_.substr(begin, end - begin));
    at_ = end == page_.size() ? end : tag_end(end);
    source_.markup += ' ';
  }

  void skip_element(std::string_view closing) {
    const std::size_t end = find_tag(page_, closing, at_);
    at_ = end == nowhere ? page_.size() : tag_end(end);
  }

  /// The offset behind the '>' that ends the tag at `at`. A quote that is never closed is none.
  std::size_t tag_end(std::size_t at) {
    char quote = '\0';
    for (std::size_t i = at; i < page_.size() && !unclosed_quote_; ++i) {
      const char byte = page_[i];
      if (quote != '\0')
        quote = byte == quote ? '\0' : quote;
      else if ((byte == '"' || byte == '\'') && page_[i - 1] == '=')
        quote = byte;
      else if (byte == '>')
        return i + 1;
    }
    unclosed_quote_ = true;
    const std::size_t end = page_.find('>', at);
    return end == nowhere ? page_.size() : end + 1;
  }

  void copy_tag() {
    const std::size_t end = tag_end(at_);
    copy(at_, end_of_attributes(end));
    if (source_.markup.back() != '>') source_.markup += '>';
    at_ = end;
  }

  /// Where the last attribute that is kept ends.
  std::size_t end_of_attributes(std::size_t end) const {
    std::size_t attributes = 0;
    char quote = '\0';
    for (std::size_t i = at_; i < end; ++i) {
      const char byte = page_[i];
      if (quote != '\0')
        quote = byte == quote ? '\0' : quote;
      else if (byte == '"' || byte == '\'')
        quote = byte;
      const bool parts = quote == '\0' && (is_space(byte) || byte == '/' || byte == '"' || byte == '\'');
      if (parts && ++attributes > 4 * most_attributes_) return i;
    }
    return end;
  }

  std::string_view page_;
  std::uint64_t most_attributes_;  ///< of a tag
  std::size_t at_ = 0;
  bool unclosed_comment_ = false;  ///< no "-->" is ahead: do not look again
  bool unclosed_quote_ = false;    ///< a tag's quote was open at the end of the page: quotes are not trusted any more
  HtmlSource source_;
};

}  // namespace

HtmlSource read_html_source(std::string_view page, const HtmlLimits& limits) {
  return SourceReader(page, limits).read();
}

std::string declared_charset(std::string_view page) {
  page = page.substr(0, charset_reach);
  for (const std::string_view tag : {"<?xml", "<meta"})
    for (std::size_t at = find_tag(page, tag, 0); at != nowhere; at = find_tag(page, tag, at + 1))
      if (auto charset = charset_in(page.substr(at, page.find('>', at) - at)); !charset.empty()) return charset;
  return {};
}

bool looks_like_html(std::string_view head) {
  constexpr std::array<std::string_view, 5> beginnings{"<!doctype html", "<html", "<head", "<body", "<meta"};
  while (true) {
    head.remove_prefix(marks_and_blanks(head));
    const std::size_t end = head.starts_with("<!--") ? head.find("-->") : nowhere;
    const std::size_t declaration = begins_with(head, "<?xml") ? head.find("?>") : nowhere;
    if (end != nowhere)
      head.remove_prefix(end + 3);
    else if (declaration != nowhere)
      head.remove_prefix(declaration + 2);
    else
      break;
  }
  return std::any_of(beginnings.begin(), beginnings.end(), [&](auto begin) { return begins_with(head, begin); });
}

}  // namespace hemero
