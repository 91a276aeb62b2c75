#pragma once

// The one door to Catch2: 2.13 (Debian 12) has a single header, 3.x (Debian 13) has many. Tests use what both have, and
// what is spelled differently is named once, below.

#if __has_include(<catch2/catch_test_macros.hpp>)
#include <catch2/catch_approx.hpp>
#include <catch2/catch_test_macros.hpp>
#include <catch2/catch_tostring.hpp>
#include <catch2/generators/catch_generators_all.hpp>
#include <catch2/matchers/catch_matchers_all.hpp>
#else
#include <catch2/catch.hpp>
#endif

#include <string>

namespace hemero {

#if __has_include(<catch2/catch_test_macros.hpp>)
using Catch::Approx;  // global in 2.13
#endif

/// The matcher "has this part", for CHECK_THAT(text, contains_text("…")).
inline auto contains_text(const std::string& part) {
#if __has_include(<catch2/catch_test_macros.hpp>)
  return Catch::Matchers::ContainsSubstring(part);
#else
  return Catch::Matchers::Contains(part);
#endif
}

}  // namespace hemero
