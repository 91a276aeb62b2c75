#include "indexer/formats/html/json_ld_repair.h"

#include <algorithm>
#include <array>
#include <vector>

#include "common/base/dates/text_cursor.h"

namespace hemero {

namespace {

constexpr auto nowhere = std::string_view::npos;

bool is_blank(char byte) { return static_cast<unsigned char>(byte) <= ' '; }

bool is_hex(char byte) { return is_digit(byte) || (byte >= 'a' && byte <= 'f') || (byte >= 'A' && byte <= 'F'); }

/// Part of a number or of a name without quotation marks.
bool is_bare(char byte) {
  return is_digit(byte) || is_ascii_letter(byte) || byte == '-' || byte == '+' || byte == '.' || byte == '_' ||
         byte == '$' || byte == '@';
}

/// Writes the JSON anew from what it finds, mark by mark.
class JsonRepair {
 public:
  explicit JsonRepair(std::string_view text) : text_(text) {}

  std::string repaired() {
    json_ = "[";
    while (at_ < text_.size())
      if (!skip_comment()) read_mark();
    while (!open_.empty()) close();
    return std::move(json_) + "]";
  }

 private:
  void read_mark() {
    const char mark = text_[at_];
    if ((mark == '"' || (mark == '\'' && may_begin_value())) && !open_.empty()) return read_string(mark);
    if (is_bare(mark) && !open_.empty()) return read_word();
    ++at_;
    if (mark == '{' || mark == '[') open(mark);
    if ((mark == '}' || mark == ']') && !open_.empty()) close();
    if (mark == ',') finish_member();
  }

  /// Comments, and the marks around them: "//<![CDATA[" hides from programs only what follows it in its line.
  bool skip_comment() {
    constexpr std::array<std::string_view, 4> marks{"<![CDATA[", "]]>", "<!--", "-->"};
    const std::string_view rest = text_.substr(at_);
    const auto mark = std::find_if(marks.begin(), marks.end(), [&](auto each) { return rest.starts_with(each); });
    if (mark != marks.end()) {
      at_ += mark->size();
    } else if (rest.starts_with("//")) {
      at_ = open_.empty() ? at_ + 2 : std::min(text_.find('\n', at_), text_.size());
    } else if (rest.starts_with("/*")) {
      const std::size_t end = unclosed_comment_ ? nowhere : text_.find("*/", at_ + 2);
      unclosed_comment_ = end == nowhere;
      at_ = end == nowhere ? at_ + 2 : end + 2;
    } else {
      return false;
    }
    return true;
  }

  void open(char bracket) {
    begin_value();
    if (is_name_) json_ += "\"\":";
    json_ += bracket;
    open_.push_back(bracket == '{' ? '}' : ']');
    last_ = Last::none;
  }

  /// Closes the innermost bracket, whichever the text has.
  void close() {
    finish_member();
    json_ += open_.back();
    open_.pop_back();
    last_ = Last::value;
  }

  /// A name without a value has none.
  void finish_member() {
    if (last_ == Last::name) json_ += ":null";
    if (last_ == Last::name) last_ = Last::value;
  }

  /// True behind a bracket, a comma or a colon: there an apostrophe is a quotation mark.
  bool may_begin_value() const {
    std::size_t before = at_;
    while (before > 0 && is_blank(text_[before - 1])) --before;
    return before > 0 && std::string_view("{[,:").find(text_[before - 1]) != nowhere;
  }

  /// Writes what has to stand before a value or a name: commas and colons are written here and nowhere else.
  void begin_value() {
    const bool in_object = !open_.empty() && open_.back() == '}';
    is_name_ = in_object && last_ != Last::name;
    if (last_ == Last::name) json_ += ':';
    if (last_ == Last::value) json_ += ',';
  }

  void end_value() { last_ = is_name_ ? Last::name : Last::value; }

  void read_word() {
    std::size_t end = at_;
    while (end < text_.size() && is_bare(text_[end])) ++end;
    const std::string word(text_.substr(at_, end - at_));
    begin_value();
    const bool literal = !is_name_ && (word == "null" || word == "true" || word == "false");
    json_ += literal ? word : '"' + word + '"';
    end_value();
    at_ = end;
  }

  void read_string(char mark) {
    mark_ = mark;
    begin_value();
    json_ += '"';
    for (++at_; at_ < text_.size() && !ends_string(); ++at_) copy_character();
    json_ += '"';
    at_ = std::min(at_ + 1, text_.size());
    end_value();
  }

  void copy_character() {
    const char byte = text_[at_];
    if (byte == '"')
      json_ += "\\\"";
    else if (byte == '\\')
      copy_escape();
    else
      json_ += is_blank(byte) ? ' ' : byte;
  }

  /// Keeps what JSON knows as an escape; of others the letter alone.
  void copy_escape() {
    const char next = at_ + 1 < text_.size() ? text_[at_ + 1] : '\0';
    const std::string_view digits = text_.substr(std::min(at_ + 2, text_.size()), 4);
    const bool code = next == 'u' && digits.size() == 4 && std::all_of(digits.begin(), digits.end(), is_hex);
    if (!code && (next == '\0' || std::string_view("\"\\/bfnrt").find(next) == nowhere)) return;
    json_ += '\\';
    json_ += next;
    ++at_;
  }

  /// A quotation mark ends a string when what follows can follow a string: else the string quotes something.
  bool ends_string() const {
    if (text_[at_] != mark_) return false;
    const std::size_t next = behind_blanks(at_ + 1);
    const std::string_view rest = text_.substr(next);
    if (rest.empty() || rest.starts_with("//") || rest.starts_with("/*") || rest.starts_with("<!")) return true;
    if (rest[0] == ',') return may_follow_comma(behind_blanks(next + 1));
    if (rest[0] == mark_) return text_.substr(at_, next - at_).find('\n') != nowhere;  // a comma is missing
    return rest[0] == '}' || rest[0] == ']' || (rest[0] == ':' && is_name_);
  }

  /// In an object a name, in an array anything.
  bool may_follow_comma(std::size_t at) const {
    const bool in_object = !open_.empty() && open_.back() == '}';
    return at == text_.size() || !in_object || std::string_view("\"'}],/<").find(text_[at]) != nowhere;
  }

  std::size_t behind_blanks(std::size_t at) const {
    while (at < text_.size() && is_blank(text_[at])) ++at;
    return at;
  }

  enum class Last { none, name, value };  ///< what was written last between the innermost brackets

  std::string_view text_;
  std::size_t at_ = 0;
  std::string json_;
  std::vector<char> open_;  ///< the brackets that close what is open
  Last last_ = Last::none;
  char mark_ = '"';                ///< the quotation mark of the string that is being read
  bool is_name_ = false;           ///< what is being written is the name of a member
  bool unclosed_comment_ = false;  ///< no "*/" is ahead: do not look again
};

}  // namespace

std::string repaired_json(std::string_view text) { return JsonRepair(text).repaired(); }

}  // namespace hemero
