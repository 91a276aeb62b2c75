#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "common/model/page.h"

namespace hemero {

/// "1,592 articles, 1,589 distinct texts"; of what is not exact “at least”. Texts only where some are copies of others.
std::string totals_text(std::uint64_t articles, bool exact, const std::optional<DistinctTexts>& texts);

}  // namespace hemero
