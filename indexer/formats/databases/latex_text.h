#pragma once

#include <string>
#include <string_view>

namespace hemero {

/// The text that LaTeX would print of a field of BibTeX: "Prud{\'e}" → "Prudé", "{\c c}a" → "ça", "\og non \fg{}" →
/// « non », "--" → –. Accents are composed (NFC), braces and unknown commands go, what they hold stays. Requires valid
/// UTF-8; the time is linear.
std::string latex_text(std::string_view latex);

}  // namespace hemero
