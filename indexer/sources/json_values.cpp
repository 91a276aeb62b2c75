#include "indexer/sources/json_values.h"

#include <algorithm>

#include "common/base/message.h"

namespace hemero {

namespace {

constexpr std::size_t block = std::size_t{128} << 10;  // bytes asked for at once
constexpr std::string_view blanks = " \t\r\n";

/// Finds the end of a value by its brackets and quotes.
class ValueScan {
 public:
  /// Looks at bytes until the value has ended; returns how many belong to it.
  std::size_t advance(std::string_view bytes) {
    std::size_t at = 0;
    while (at < bytes.size() && !ended_) at += step(bytes[at]);
    return at;
  }

  bool ended() const { return ended_; }

 private:
  /// 1 when the byte belongs to the value, 0 when it stands behind it.
  std::size_t step(char byte) {
    if (in_string_) {
      in_string_ = escaped_ || byte != '"';
      escaped_ = !escaped_ && byte == '\\';
      ended_ = !in_string_ && depth_ == 0;
    } else if (depth_ == 0 && (byte == ',' || byte == ']' || byte == '\n')) {
      ended_ = true;
      return 0;
    } else if (byte == '"') {
      in_string_ = true;
    } else if (byte == '{' || byte == '[') {
      ++depth_;
    } else if (byte == '}' || byte == ']') {
      ended_ = --depth_ <= 0;
    }
    return 1;
  }

  long depth_ = 0;
  bool in_string_ = false;
  bool escaped_ = false;
  bool ended_ = false;
};

}  // namespace

bool JsonValues::refill() {
  if (at_ < buffer_.size()) return true;
  buffer_.resize(block);
  at_ = 0;
  buffer_.resize(input_.read(buffer_));
  return !buffer_.empty();
}

void JsonValues::advance(std::size_t size) {
  const auto begin = buffer_.begin() + static_cast<std::ptrdiff_t>(at_);
  line_ += static_cast<std::uint64_t>(std::count(begin, begin + static_cast<std::ptrdiff_t>(size), '\n'));
  at_ += size;
  offset_ += size;
}

/// Goes past blanks, byte order marks, and the commas and brackets of the outer array; false at the end of the file.
bool JsonValues::skip_to_value() {
  while (refill()) {
    const char byte = buffer_[at_];
    const bool mark = !begun_ && static_cast<unsigned char>(byte) >= 0x80;
    const bool opens = !begun_ && byte == '[';
    const bool between = byte == ',' || byte == ']';
    if (!mark && !opens && !between && blanks.find(byte) == std::string_view::npos) return true;
    begun_ = begun_ || opens;
    advance(1);
  }
  return false;
}

std::optional<SourceItem> JsonValues::next() {
  if (!skip_to_value()) return std::nullopt;
  begun_ = true;
  Record record{RecordFormat::jsonl, {}, path_, key_, line_, offset_};
  ValueScan scan;
  bool too_long = false;
  while (!scan.ended() && refill()) {
    const std::size_t begin = at_;
    advance(scan.advance(std::string_view(buffer_).substr(at_)));
    too_long = too_long || record.bytes.size() + at_ - begin > longest_value;
    if (!too_long) record.bytes.append(buffer_, begin, at_ - begin);
  }
  if (too_long)
    return refuse(record, reason::too_long, message("the JSON value is longer than {} MiB", longest_value >> 20));
  if (!scan.ended() && (record.bytes.front() == '{' || record.bytes.front() == '['))
    return refuse(record, reason::broken_json, message("the file ends inside of a JSON value"));
  return record;
}

Skip JsonValues::refuse(const Record& record, const char* why, std::string text) const {
  return {why, std::move(text), path_, record.line, record.offset, {}, false};
}

bool looks_like_json_values(std::string_view head) {
  if (head.starts_with("\xEF\xBB\xBF")) head.remove_prefix(3);
  head.remove_prefix(std::min(head.find_first_not_of(blanks), head.size()));
  if (head.starts_with('[')) return true;
  const std::size_t end = head.find('\n');
  if (!head.starts_with('{') || end == std::string_view::npos) return false;
  const std::string_view line = head.substr(0, head.find_last_not_of(blanks, end) + 1);
  return line.ends_with('{') || line.ends_with('[') || line.ends_with(',');
}

}  // namespace hemero
