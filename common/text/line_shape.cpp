#include "common/text/line_shape.h"

#include "common/text/characters/unicode.h"

namespace hemero {

std::string line_shape(std::string_view line) {
  std::string shape;
  bool gap = false;
  for (std::size_t at = 0; at < line.size();) {
    const CodePoint c = code_point_at(line, at);
    at += c.size;
    switch (char_class(c.value)) {
      case CharClass::letter:
      case CharClass::ideograph:
        if (gap && !shape.empty()) shape += ' ';
        gap = false;
        append_folded(shape, c.value);
        break;
      case CharClass::mark:
      case CharClass::ignorable:
        break;
      default:
        gap = true;
    }
  }
  return shape;
}

}  // namespace hemero
