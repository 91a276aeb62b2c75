#pragma once

#include <cstdint>
#include <string_view>

#include "common/model/page.h"

namespace hemero {

/// What tells who says something.
enum class SpeakerKind : std::uint8_t {
  none,
  name,
  role,     ///< "le ministre", "un voisin": nobody who can be named
  medium,   ///< a newspaper, a station, an agency
  pronoun,  ///< "il", "elle", "ils", "elles"
};

struct Speaker {
  SpeakerKind kind = SpeakerKind::none;
  Range name;                ///< bytes of the text, of a name or a medium
  std::string_view pronoun;  ///< which one

  bool is_any() const { return kind != SpeakerKind::none; }
};

/// Somebody without a name.
inline Speaker some_role() { return {SpeakerKind::role, {}, {}}; }

}  // namespace hemero
