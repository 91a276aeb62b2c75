#include "indexer/formats/named/json_values.h"

#include <algorithm>

#include "common/base/message.h"
#include "indexer/formats/named/json_scan.h"

namespace hemero {

namespace {

constexpr std::size_t block = std::size_t{128} << 10;  // bytes asked for at once

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

/// Goes past what stands before the array in the object around it.
void JsonValues::enter_array() {
  while (offset_ < *array_at_ && refill()) advance(std::min<std::size_t>(buffer_.size() - at_, *array_at_ - offset_));
}

/// Goes past blanks, byte order marks, and the commas and brackets of the outer array; false at the end of the file,
/// and of an array with an object around it.
bool JsonValues::skip_to_value() {
  while (refill()) {
    const char byte = buffer_[at_];
    const bool mark = !begun_ && static_cast<unsigned char>(byte) >= 0x80;
    const bool opens = !begun_ && byte == '[';
    if (array_at_ && begun_ && byte == ']') {
      while (refill()) advance(buffer_.size() - at_);
      return false;
    }
    const bool between = byte == ',' || byte == ']';
    if (!mark && !opens && !between && json_blanks.find(byte) == std::string_view::npos) return true;
    begun_ = begun_ || opens;
    advance(1);
  }
  return false;
}

std::optional<SourceItem> JsonValues::next() {
  if (array_at_ && !begun_) enter_array();
  if (!skip_to_value()) return std::nullopt;
  begun_ = true;
  Record record{{}, path_, key_, line_, offset_};
  JsonValueScan scan;
  bool too_long = false;
  while (!scan.ended() && refill()) {
    const std::size_t begin = at_;
    advance(scan.advance(std::string_view(buffer_).substr(at_)));
    too_long = too_long || record.bytes.size() + at_ - begin > longest_;
    if (!too_long) record.bytes.append(buffer_, begin, at_ - begin);
  }
  if (too_long)
    return refuse(record, reason::too_long, message("the JSON value is longer than {} MiB", longest_ >> 20));
  if (!scan.ended() && (record.bytes.front() == '{' || record.bytes.front() == '['))
    return refuse(record, reason::broken_json, message("the file ends inside of a JSON value"));
  return record;
}

Skip JsonValues::refuse(const Record& record, const char* why, std::string text) const {
  return {why, std::move(text), path_, record.line, record.offset, {}, false};
}

bool looks_like_json_values(std::string_view head) {
  if (head.starts_with("\xEF\xBB\xBF")) head.remove_prefix(3);
  head.remove_prefix(std::min(head.find_first_not_of(json_blanks), head.size()));
  if (head.starts_with('[')) return true;
  const std::size_t end = head.find('\n');
  if (!head.starts_with('{') || end == std::string_view::npos) return false;
  const std::string_view line = head.substr(0, head.find_last_not_of(json_blanks, end) + 1);
  return line.ends_with('{') || line.ends_with('[') || line.ends_with(',');
}

}  // namespace hemero
