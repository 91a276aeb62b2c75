#include "query/exports/plain_name.h"

#include "common/text/characters/unicode.h"
#include "common/text/fold.h"

namespace hemero {

std::string plain_name(std::string_view text, char separator) {
  std::string name;
  bool apart = false;
  for (std::size_t at = 0; at < text.size();) {
    const auto [value, size] = code_point_at(text, at);
    bool plain = char_class(value) == CharClass::mark;
    for (const char c : fold(text.substr(at, size))) {
      if ((c < 'a' || c > 'z') && (c < '0' || c > '9')) continue;
      if (apart && !name.empty()) name += separator;
      apart = false;
      plain = true;
      name += c;
    }
    apart = apart || !plain;
    at += size;
  }
  return name;
}

}  // namespace hemero
