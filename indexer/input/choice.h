#pragma once

#include <string>
#include <vector>

namespace hemero {

/// Why a field of an article says what it says. For `hemero-index explain`; nothing of it is stored.
struct Choice {
  std::string field;  ///< "title", "date", "updated", "text", …
  std::string rule;   ///< where it was found: "json-ld headline", "meta article:published_time", "h1"
  std::string value;  ///< what stood there, as printed; may be empty
};

using Choices = std::vector<Choice>;

}  // namespace hemero
