#pragma once

#include <cstddef>
#include <string_view>

namespace hemero {

constexpr std::string_view json_blanks = " \t\r\n";

/// Finds the end of a JSON value by its brackets and quotes; whether it is JSON is not asked.
class JsonValueScan {
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

}  // namespace hemero
