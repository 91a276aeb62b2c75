#pragma once

#include <vector>

#include "common/base/names/name_list.h"

namespace hemero {

/// What an archive depends on, and its version: its format, the analysis, and the libraries that run. Names are in
/// English, as message() takes them.
std::vector<NameRow> store_versions();

}  // namespace hemero
