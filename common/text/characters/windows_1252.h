#pragma once

#include <array>

namespace hemero {

/// What windows-1252 has at 0x80 to 0x9F (WHATWG Encoding Standard); 0 where it has nothing, and readers keep the
/// control character.
constexpr std::array<char16_t, 32> windows_1252_letters{0x20AC, 0,      0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021,
                                                        0x02C6, 0x2030, 0x0160, 0x2039, 0x0152, 0,      0x017D, 0,
                                                        0,      0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014,
                                                        0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0,      0x017E, 0x0178};

/// The character that was meant by one of the control characters U+0080 to U+009F, which no text holds: the one that
/// windows-1252 has for the byte of this number. All others are what they are.
constexpr char32_t meant_by_control(char32_t c) {
  if (c < 0x80 || c > 0x9F) return c;
  const char16_t letter = windows_1252_letters[c - 0x80];
  return letter == 0 ? c : letter;
}

}  // namespace hemero
