#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace hemero {

/// Writes one JSON value (RFC 8259) to a string, member by member, without a tree in between. Text is UTF-8; bytes that
/// are not valid UTF-8 become U+FFFD; control characters, also U+007F to U+009F, other ends of lines and what turns the
/// direction of writing (is_unshown()) are escaped, so that what is printed commands no terminal; everything else is
/// written as it is. Commas are put by the writer. Calls must nest properly: that is the caller's duty.
class JsonWriter {
 public:
  explicit JsonWriter(std::string& out) : out_(out) {}

  JsonWriter& begin_object();
  JsonWriter& end_object();
  JsonWriter& begin_array();
  JsonWriter& end_array();
  JsonWriter& key(std::string_view name);
  JsonWriter& value(std::string_view text);
  JsonWriter& value(const char* text) { return value(std::string_view(text)); }
  JsonWriter& value(std::int64_t number);
  JsonWriter& value(std::uint64_t number);
  JsonWriter& value(int number) { return value(static_cast<std::int64_t>(number)); }
  JsonWriter& value(unsigned number) { return value(static_cast<std::uint64_t>(number)); }
  JsonWriter& value(bool truth);
  JsonWriter& value(const std::vector<std::string>& texts);
  JsonWriter& null();

  /// A number rounded to `decimals` places, without trailing zeros; a number that JSON cannot hold becomes null.
  JsonWriter& value(double number, int decimals);

  /// key(name) and value(…) in one call.
  template <typename T>
  JsonWriter& member(std::string_view name, const T& content) {
    key(name);
    return value(content);
  }

 private:
  void separate();

  std::string& out_;
  std::vector<bool> has_members_;
  bool after_key_ = false;
};

}  // namespace hemero
