#pragma once

#include <string>
#include <string_view>

namespace hemero {

/// The capitals of ASCII as small letters, for names that are compared without case: of fields, of files.
inline std::string small_letters(std::string_view text) {
  std::string small(text);
  for (char& byte : small)
    if (byte >= 'A' && byte <= 'Z') byte = static_cast<char>(byte | 0x20);
  return small;
}

}  // namespace hemero
