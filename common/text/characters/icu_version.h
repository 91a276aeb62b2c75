#pragma once

#include <string>

namespace hemero {

/// The version of ICU that runs: "72.1".
std::string icu_version();

}  // namespace hemero
